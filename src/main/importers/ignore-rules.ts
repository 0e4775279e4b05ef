import type { IgnoreRule } from './importer.ts';

/** Why rows are no events, in words for the import report. */
export const ignoreWords: Readonly<Record<IgnoreRule, string>> = {
  'not-final': 'never happened: an order that was not filled, a transfer that failed or waits',
  'inside-the-account': 'moved within the account: no balance changed',
  'nothing-moved': 'an amount of zero: nothing moved',
  'fills-follow': 'an order whose fills stand in rows of their own',
  heading: 'a heading inside the table, a total or a footnote',
  'not-filled-in': 'a price that is not filled in yet',
  'finer-than-kept': 'market data within an hour, or of a span that is not over: one value an hour is kept',
  'states-no-event': 'a setting or a message: nothing happened',
  'not-kept': 'of stocks, options, bonds or currencies: Hedgerow keeps coins, money and futures',
  'other-row-has-it': 'the other side of a trade whose own row states both sides',
  'of-other-accounts': 'moved between two other accounts: nothing of this one changed',
  'other-money': 'a price in other money than the reporting currency',
};
