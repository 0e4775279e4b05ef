import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { forgetLedger } from '../rpc/rpc-provider.tsx';
import { useCommand } from '../rpc/use-command.ts';
import { useHideAmounts } from '../ui/hide-amounts.tsx';
import { palette } from './palette-store.ts';

/** Something the shell can do wherever one is: in the strip, in the palette, by a key. */
export interface ShellAction {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  /** As it is shown: "Ctrl .", "?". */
  readonly keys?: string;
  run(): void;
}

export interface ShellActions {
  readonly hideAmounts: ShellAction;
  readonly lock: ShellAction;
  readonly search: ShellAction;
  readonly showKeys: ShellAction;
  readonly themes: readonly (ShellAction & { readonly scheme: MantineColorScheme })[];
}

export const themeWords: Readonly<Record<MantineColorScheme, string>> = {
  auto: 'Same as the system',
  light: 'Light',
  dark: 'Dark',
};

function useLock(): () => void {
  const client = useQueryClient();
  const { run } = useCommand('ledger.lock');
  return useMemo(
    () => () => {
      forgetLedger(client);
      // What was said of this ledger goes with it.
      notifications.clean();
      void run({});
    },
    [client, run],
  );
}

export function useShellActions(openKeys: () => void): ShellActions {
  const { hidden, toggle } = useHideAmounts();
  const { setColorScheme } = useMantineColorScheme();
  const lock = useLock();
  return useMemo(
    () => ({
      hideAmounts: {
        id: 'hide-amounts',
        label: hidden ? 'Show amounts' : 'Hide amounts',
        about: 'Puts dots in place of every amount',
        keys: 'Ctrl .',
        run: toggle,
      },
      lock: { id: 'lock', label: 'Lock the ledger', about: 'Closes it and empties the memory', run: lock },
      search: {
        id: 'search',
        label: 'Search and commands',
        about: 'Screens, assets, actions and the glossary',
        keys: 'Ctrl K',
        run: palette.open,
      },
      showKeys: { id: 'keys', label: 'Keyboard keys', about: 'What each key does', keys: '?', run: openKeys },
      themes: (['auto', 'light', 'dark'] as const).map((scheme) => ({
        id: `theme-${scheme}`,
        scheme,
        label: `Look: ${themeWords[scheme].toLowerCase()}`,
        about: 'Light or dark',
        run: () => setColorScheme(scheme),
      })),
    }),
    [hidden, toggle, lock, openKeys, setColorScheme],
  );
}
