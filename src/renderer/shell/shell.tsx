import { AppShell } from '@mantine/core';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { CallAnswer } from '../../shared/contract/contract.ts';
import { ImportProvider } from '../features/import/import-provider.tsx';
import { ExplainProvider } from '../ui/explain.tsx';
import type { TermId } from '../ui/glossary.ts';
import { NavigationContext } from '../ui/navigation.tsx';
import { useShellActions } from './actions.ts';
import { CurrentScreen, focusMain } from './current-screen.tsx';
import { KeysHelp } from './keys-help.tsx';
import { palette } from './palette-store.ts';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { SampleBanner } from './sample-banner.tsx';
import { screens } from './screens.tsx';
import { Strip } from './strip.tsx';
import { TermCard } from './term-card.tsx';
import { useHideKey, useSingleKeys, useSingleKeysOn } from './use-keys.ts';
import { usePlace } from './use-place.ts';
import classes from './shell.module.css';

const screenIds = screens.map(({ id }) => id);
const firstScreen = screenIds[0] ?? 'import';

/** The open ledger: rail, strip, the screen one is on, and the layers above it. */
export function Shell({ status }: { readonly status: CallAnswer<'ledger.status'> }): ReactNode {
  const navigation = usePlace(screenIds, firstScreen);
  const [keysOpen, setKeysOpen] = useState(false);
  const [term, setTerm] = useState<TermId | null>(null);
  const openKeys = useCallback(() => setKeysOpen(true), []);
  const actions = useShellActions(openKeys);
  const [singleKeysOn, setSingleKeysOn] = useSingleKeysOn();

  const bindings = useMemo(
    () => [
      ...screens.map(({ id, label, letter }) => ({
        keys: `g ${letter}`,
        label,
        run: () => navigation.go(id),
      })),
      { keys: '/', label: 'Search and commands', run: palette.open },
      { keys: '?', label: 'This list of keys', run: openKeys },
    ],
    [navigation, openKeys],
  );
  useSingleKeys(bindings, singleKeysOn);
  useHideKey(actions.hideAmounts.run);

  return (
    <NavigationContext value={navigation}>
      <ExplainProvider>
        <AppShell
          layout="alt"
          header={{ height: 56 }}
          navbar={{ width: { base: 64, md: 248 }, breakpoint: 0 }}
          transitionDuration={0}
        >
          <a href="#main" className={classes.skip} onClick={focusMain}>
            Skip to the screen
          </a>
          <Rail keysOn={singleKeysOn} />
          <Strip status={status} actions={actions} />
          <AppShell.Main className={classes.main}>
            {status.sample && <SampleBanner onDiscard={actions.lock.run} />}
            <ImportProvider>
              <CurrentScreen ledger={status.name ?? 'Ledger'} />
            </ImportProvider>
          </AppShell.Main>
        </AppShell>
        <Palette
          actions={[actions.hideAmounts, actions.lock, actions.showKeys, ...actions.themes]}
          showTerm={setTerm}
        />
        <KeysHelp
          opened={keysOpen}
          onClose={() => setKeysOpen(false)}
          keys={bindings}
          singleKeysOn={singleKeysOn}
          setSingleKeysOn={setSingleKeysOn}
        />
        <TermCard id={term} onClose={() => setTerm(null)} />
      </ExplainProvider>
    </NavigationContext>
  );
}
