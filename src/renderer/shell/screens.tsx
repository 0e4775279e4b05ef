import {
  IconCalendarCheck,
  IconFileImport,
  IconHome2,
  IconListDetails,
  IconScale,
  type Icon,
} from '@tabler/icons-react';
import { lazy, type ComponentType } from 'react';
import type { ScreenId } from '../ui/navigation.tsx';

export interface Screen {
  readonly id: ScreenId;
  readonly label: string;
  /** Pressed after `g`. */
  readonly letter: string;
  readonly icon: Icon;
  readonly page: ComponentType;
}

/**
 * The screens that exist, in the order of the rail. A new screen is one entry here (and an id in `ui/navigation.tsx`);
 * rail, keys and palette follow from it. Pages load when they are first visited.
 */
export const screens: readonly Screen[] = [
  {
    id: 'overview',
    label: 'Overview',
    letter: 'o',
    icon: IconHome2,
    page: lazy(async () => ({
      default: (await import('../features/overview/overview-page.tsx')).OverviewPage,
    })),
  },
  {
    id: 'import',
    label: 'Import',
    letter: 'i',
    icon: IconFileImport,
    page: lazy(async () => ({ default: (await import('../features/import/import-page.tsx')).ImportPage })),
  },
  {
    id: 'holdings',
    label: 'Holdings & lots',
    letter: 'h',
    icon: IconListDetails,
    page: lazy(async () => ({
      default: (await import('../features/holdings/holdings-page.tsx')).HoldingsPage,
    })),
  },
  {
    id: 'targets',
    label: 'Targets & hedge',
    letter: 't',
    icon: IconScale,
    page: lazy(async () => ({ default: (await import('../features/targets/targets-page.tsx')).TargetsPage })),
  },
  {
    id: 'plan',
    label: 'Year-end plan',
    letter: 'y',
    icon: IconCalendarCheck,
    page: lazy(async () => ({ default: (await import('../features/plan/plan-page.tsx')).PlanPage })),
  },
];
