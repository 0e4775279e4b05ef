/** What Holdings & lots says, from the core's answers. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { sum } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { money } from '../../../shared/num/parse.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import { compareText } from '../../ui/compare.ts';

export type Holdings = CallAnswer<'holdings.read'>;
export type Holding = Holdings['holdings'][number];
export type Position = Holdings['positions'][number];
export type OpenLot = CallAnswer<'holdings.lots'>['lots'][number];
export type Gains = CallAnswer<'holdings.gains'>;
export type Disposal = Gains['disposals'][number];
export type GainYear = Gains['years'][number];

export const tabs = ['holdings', 'lots', 'gains', 'transactions'] as const;
export type Tab = (typeof tabs)[number];

export function tabOf(text: string | undefined): Tab {
  return tabs.find((tab) => tab === text) ?? 'holdings';
}

/** The exact sum of money texts. */
export function total(values: Iterable<string | null>): string {
  return toText(
    sum(
      [...values].flatMap((value) => (value === null ? [] : [money(value)])),
      zeroMoney,
    ),
  );
}

/** Coins and other currencies have lots and gains; the reporting currency and its stablecoins are cash. */
export function hasLots({ assetClass }: Pick<Holding, 'assetClass'>): boolean {
  return assetClass === 'coin' || assetClass === 'fiat';
}

/** Lots still short-term first, the next to turn at the top; then the long-term ones, oldest first. */
export function byCountdown(lots: readonly OpenLot[]): readonly OpenLot[] {
  return lots.toSorted(
    (a, b) =>
      Number(a.term === 'long') - Number(b.term === 'long') ||
      compareText(a.longTermFrom, b.longTermFrom) ||
      compareText(a.lot, b.lot),
  );
}

/** "in 1 day", "in 37 days", "tomorrow" is for people: days to the date a lot turns long-term. */
export function countdownWords({ term, daysToLongTerm }: Pick<OpenLot, 'term' | 'daysToLongTerm'>): string {
  if (term === 'long') return 'long-term';
  return daysToLongTerm === 1 ? 'long-term tomorrow' : `long-term in ${daysToLongTerm} days`;
}

export interface LotFilter {
  readonly asset: string | null;
  readonly term: 'all' | 'short' | 'long';
}

export function filterLots(lots: readonly OpenLot[], { asset, term }: LotFilter): readonly OpenLot[] {
  return lots.filter(
    (lot) => (asset === null || lot.asset === asset) && (term === 'all' || lot.term === term),
  );
}

export function assetsOf(rows: readonly { readonly asset: string }[]): readonly string[] {
  return [...new Set(rows.map(({ asset }) => asset))].toSorted(compareText);
}

/** Newest first. */
export function yearsNewestFirst(years: readonly GainYear[]): readonly GainYear[] {
  return years.toSorted((a, b) => b.year - a.year);
}

/** "binance-um:BTCUSDT" is a contract; "BTC" an asset. */
export function pricedName(of: string): { readonly name: string; readonly kind: 'asset' | 'contract' } {
  const colon = of.indexOf(':');
  return colon < 0 ? { name: of, kind: 'asset' } : { name: of.slice(colon + 1), kind: 'contract' };
}

/** The unit that a position's quantity counts. */
export function unitWords({
  unit,
  underlying,
  quantity,
}: Pick<Position, 'unit' | 'underlying' | 'quantity'>): string {
  if (unit === 'base') return underlying;
  if (unit === 'quote') return 'USD';
  return /^-?1$/u.test(quantity) ? 'contract' : 'contracts';
}
