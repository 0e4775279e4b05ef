import { Kbd } from '@mantine/core';
import { Spotlight, useSpotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useCall } from '../rpc/use-call.ts';
import type { TermId } from '../ui/glossary.ts';
import { useLayer } from '../ui/layers.ts';
import { useNavigation } from '../ui/navigation.tsx';
import type { ShellAction } from './actions.ts';
import { paletteGroups } from './palette-items.ts';
import { paletteStore } from './palette-store.ts';
import { screens } from './screens.tsx';
import { SelectedAloud } from './selected-aloud.tsx';

export interface PaletteProps {
  readonly actions: readonly ShellAction[];
  showTerm(id: TermId): void;
}

/** Ctrl-K: finds screens, assets, actions and words. */
export function Palette({ actions, showTerm }: PaletteProps): ReactNode {
  const { go } = useNavigation();
  const holdings = useCall('holdings.read', {});
  const { opened } = useSpotlight(paletteStore);
  useLayer(opened);
  const assets = useMemo(() => holdings.data?.holdings.map(({ asset }) => asset) ?? [], [holdings.data]);
  const groups = useMemo(
    () => paletteGroups({ screens, assets, actions, go, showTerm }),
    [assets, actions, go, showTerm],
  );
  return (
    <>
      <SelectedAloud />
      <Spotlight
        store={paletteStore}
        actions={groups.map(({ group, items }) => ({
          group,
          actions: items.map(({ id, label, description, keys, run }) => ({
            id,
            label,
            description,
            onClick: run,
            rightSection: keys !== undefined && <Kbd size="xs">{keys}</Kbd>,
          })),
        }))}
        attributes={{ content: { 'aria-label': 'Search and commands' } }}
        tagsToIgnore={[]}
        // Without a fade: reopened within it, the palette would keep the old words and lose the new ones.
        transitionProps={{ duration: 0 }}
        scrollable
        maxHeight={440}
        limit={40}
        nothingFound="Nothing by that name"
        searchProps={{
          leftSection: <IconSearch size={18} aria-hidden="true" />,
          placeholder: 'A screen, an asset, an action, a word…',
          'aria-label': 'Search screens, assets, actions and words',
        }}
      />
    </>
  );
}
