/** The parts of the Import screen, in the order of its tabs. */
export const importTabs = [
  'files',
  'coverage',
  'review',
  'differences',
  'transfers',
  'balances',
  'prices',
  'tickers',
  'formats',
] as const;
export type ImportTab = (typeof importTabs)[number];

export const tabWords: Readonly<Record<ImportTab, string>> = {
  files: 'Files',
  coverage: 'Coverage',
  review: 'Review',
  differences: 'Differences',
  transfers: 'Transfers',
  balances: 'Balances',
  prices: 'Prices missing',
  tickers: 'Tickers',
  formats: 'Formats',
};

/** The first tab where none is named. */
export function importTabOf(name: string | undefined): ImportTab {
  return importTabs.find((tab) => tab === name) ?? 'files';
}
