import {
  IconCalendarCheck,
  IconChecklist,
  IconFileImport,
  IconFileText,
  IconHome2,
  IconListDetails,
  IconRadar2,
  IconScale,
  type Icon,
} from '@tabler/icons-react';
import { lazy, type ComponentType } from 'react';
import type { ScreenId, ScreenParams } from '../ui/navigation.tsx';

export interface Screen {
  readonly id: ScreenId;
  readonly label: string;
  /** Pressed after `g`. */
  readonly letter: string;
  readonly icon: Icon;
  readonly page: ComponentType;
  /** Belongs to this screen: the rail shows that one in its place. */
  readonly under?: ScreenId;
  /** Parts that the palette leads to by name. */
  readonly parts?: readonly ScreenPart[];
}

export interface ScreenPart {
  readonly label: string;
  readonly about: string;
  readonly params: ScreenParams;
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
    parts: [
      { label: 'Coverage', about: 'Which months your files cover', params: { tab: 'coverage' } },
      { label: 'Review', about: 'Rows that nobody knows', params: { tab: 'review' } },
      {
        label: 'Differences',
        about: 'What two files state differently of the same',
        params: { tab: 'differences' },
      },
      {
        label: 'Transfers',
        about: 'Moves between your accounts, and rows without another side',
        params: { tab: 'transfers' },
      },
      { label: 'Balance check', about: 'Computed against stated balances', params: { tab: 'balances' } },
      {
        label: 'Prices missing',
        about: 'A list to fill in and import; stablecoins',
        params: { tab: 'prices' },
      },
      { label: 'Tickers', about: 'What short names of coins stand for', params: { tab: 'tickers' } },
      { label: 'Formats', about: 'Exports that are read, and your own', params: { tab: 'formats' } },
    ],
  },
  {
    id: 'holdings',
    label: 'Holdings & lots',
    letter: 'h',
    icon: IconListDetails,
    page: lazy(async () => ({
      default: (await import('../features/holdings/holdings-page.tsx')).HoldingsPage,
    })),
    parts: [
      { label: 'Lots', about: 'Each purchase that you still hold', params: { tab: 'lots' } },
      {
        label: 'Turning long-term',
        about: 'Lots that will soon be taxed less',
        params: { tab: 'countdown' },
      },
      { label: 'Gains by year', about: 'What was sold, and at what gain', params: { tab: 'gains' } },
      {
        label: 'Methods side by side',
        about: 'What another order of lots would have given',
        params: { tab: 'methods' },
      },
      { label: 'Transactions', about: 'Every row of your files', params: { tab: 'transactions' } },
      {
        label: 'Choices on record',
        about: 'Standing orders and lots named for sales',
        params: { tab: 'choices' },
      },
      {
        label: 'Choose lots for the next sale',
        about: 'Name them before you sell',
        params: { tab: 'lots', identify: '' },
      },
    ],
  },
  {
    id: 'targets',
    label: 'Targets & hedge',
    letter: 't',
    icon: IconScale,
    page: lazy(async () => ({ default: (await import('../features/targets/targets-page.tsx')).TargetsPage })),
    parts: [
      {
        label: 'Ways back',
        about: 'Do nothing, sell, hedge, a mix or new money, side by side',
        params: { tab: 'ways' },
      },
      {
        label: 'Targets & rules',
        about: 'Your policy as sentences, when its rules fired, and what you decided',
        params: { tab: 'policy' },
      },
    ],
  },
  {
    id: 'monitor',
    label: 'Hedge monitor',
    letter: 'm',
    icon: IconRadar2,
    page: lazy(async () => ({ default: (await import('../features/monitor/monitor-page.tsx')).MonitorPage })),
    parts: [
      {
        label: 'Stress test',
        about: 'What a crash, a squeeze or a lost exchange would do',
        params: { tab: 'stress' },
      },
      {
        label: 'Prices up and down',
        about: 'Margin and forced close at every price',
        params: { tab: 'prices' },
      },
    ],
  },
  {
    id: 'plan',
    label: 'Year-end plan',
    letter: 'y',
    icon: IconCalendarCheck,
    page: lazy(async () => ({ default: (await import('../features/plan/plan-page.tsx')).PlanPage })),
    parts: [
      {
        label: 'Tax years',
        about: 'What each year owes, from your first to five ahead; losses that wait',
        params: { tab: 'years' },
      },
      {
        label: 'What if, for tax',
        about: 'Change an income, a price, a date or a choice, and see the years move',
        params: { tab: 'what-if' },
      },
      {
        label: 'Exit plan',
        about: 'The cheapest way to your targets: which lots on which days, and how long to hedge',
        params: { tab: 'exit' },
      },
      {
        label: 'Calendar',
        about: 'What happens when: months, years, a list; as a calendar file',
        params: { tab: 'calendar' },
      },
      {
        label: 'Close-out sheet',
        about: 'The steps and orders of a saved plan, and the lots to name first',
        params: { tab: 'close-out' },
      },
      {
        label: 'Scenarios',
        about: 'Exit plans under other assumptions, side by side',
        params: { tab: 'scenarios' },
      },
      {
        label: 'Tax details',
        about: 'Income, filing status, losses of earlier years',
        params: { profile: 'open' },
      },
    ],
  },
  {
    id: 'elections',
    label: 'Tax choices',
    letter: 'c',
    icon: IconChecklist,
    under: 'plan',
    page: lazy(async () => ({
      default: (await import('../features/elections/elections-page.tsx')).ElectionsPage,
    })),
  },
  {
    id: 'reports',
    label: 'Reports & data',
    letter: 'r',
    icon: IconFileText,
    page: lazy(async () => ({ default: (await import('../features/reports/reports-page.tsx')).ReportsPage })),
    parts: [
      {
        label: 'Export package',
        about: 'All papers of a year for your accountant, in one archive',
        params: { export: 'package' },
      },
      { label: 'Form 8949', about: 'Sales of coins, by box', params: { kind: 'form-8949' } },
      {
        label: 'Form 6781',
        about: 'Section 1256 contracts and straddles',
        params: { kind: 'form-6781' },
      },
      {
        label: 'Close-out memo',
        about: 'A year for your accountant, every figure with its trace',
        params: { kind: 'close-out-memo' },
      },
      {
        label: 'Ledger health',
        about: 'Is all that is stored as it was written?',
        params: { tab: 'health' },
      },
    ],
  },
];
