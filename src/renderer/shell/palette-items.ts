import { glossaryEntries, type TermId } from '../ui/glossary.ts';
import type { ScreenId, ScreenParams } from '../ui/navigation.tsx';
import type { ShellAction } from './actions.ts';
import type { Screen } from './screens.tsx';

export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly keys?: string;
  run(): void;
}

export interface PaletteGroup {
  readonly group: string;
  readonly items: readonly PaletteItem[];
}

export interface PaletteParts {
  readonly screens: readonly Pick<Screen, 'id' | 'label' | 'letter' | 'parts'>[];
  readonly assets: readonly string[];
  readonly actions: readonly ShellAction[];
  go(screen: ScreenId, params?: ScreenParams): void;
  showTerm(id: TermId): void;
}

/** Everything the palette finds: screens, the assets one holds, actions, and the glossary. */
export function paletteGroups({
  screens,
  assets,
  actions,
  go,
  showTerm,
}: PaletteParts): readonly PaletteGroup[] {
  const hasHoldings = screens.some(({ id }) => id === 'holdings');
  return [
    {
      group: 'Screens',
      items: screens.map(({ id, label, letter }) => ({
        id: `screen-${id}`,
        label,
        description: 'Go to the screen',
        keys: `g ${letter}`,
        run: () => go(id),
      })),
    },
    {
      group: 'Assets',
      items: (hasHoldings ? assets : []).map((asset) => ({
        id: `asset-${asset}`,
        label: asset,
        description: 'Its holding and lots',
        run: () => go('holdings', { asset }),
      })),
    },
    {
      group: 'Parts of screens',
      items: screens.flatMap(({ id, parts = [] }) =>
        parts.map(({ label, about, params }) => ({
          id: `part-${id}-${label}`,
          label,
          description: about,
          run: () => go(id, params),
        })),
      ),
    },
    {
      group: 'Actions',
      items: actions.map(({ id, label, about, keys, run }) => ({
        id: `action-${id}`,
        label,
        description: about,
        ...(keys === undefined ? {} : { keys }),
        run,
      })),
    },
    {
      group: 'Glossary',
      items: glossaryEntries().map(({ id, word, meaning }) => ({
        id: `term-${id}`,
        label: word,
        description: meaning,
        run: () => showTerm(id),
      })),
    },
  ].filter(({ items }) => items.length > 0);
}
