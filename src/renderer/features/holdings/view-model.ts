/** What Holdings & lots says, from the core's answers. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { subtract, sum } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { money } from '../../../shared/num/parse.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Page } from '../../rpc/use-pages.ts';
import { compareDecimal } from '../../ui/compare.ts';
import { formatMoney } from '../../ui/number-format.ts';

export type Holdings = CallAnswer<'holdings.read'>;
export type Holding = Holdings['holdings'][number];
export type Position = Holdings['positions'][number];
export type OpenLot = CallAnswer<'holdings.lots'>['lots'][number];
export type Gains = CallAnswer<'holdings.gains'>;
export type Disposal = Gains['disposals'][number];
export type GainYear = Gains['years'][number];

export const tabs = ['holdings', 'lots', 'countdown', 'gains', 'methods', 'transactions', 'choices'] as const;
export type Tab = (typeof tabs)[number];

/** The page of lots in an answer. */
export function lotPage({ total: count, lots }: CallAnswer<'holdings.lots'>): Page<OpenLot> {
  return { total: count, rows: lots };
}

/** One lot can lie in several accounts. */
export function lotKey({ lot, account }: Pick<OpenLot, 'lot' | 'account'>): string {
  return `${lot} ${account}`;
}

/** The page of disposals in an answer. */
export function disposalPage({ total: count, disposals }: Gains): Page<Disposal> {
  return { total: count, rows: disposals };
}

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

/** The same; null where none of them is known. */
export function knownTotal(values: readonly (string | null)[]): string | null {
  return values.length > 0 && values.every((value) => value === null) ? null : total(values);
}

/** What lots cost: of those with a price, which adds up with value and gain, and of those without, if there are any. */
export function costOfPriced({
  costBasis,
  costWithoutPrice,
  value,
}: Pick<CallAnswer<'holdings.lots'>['sums'], 'costBasis' | 'costWithoutPrice' | 'value'>): {
  readonly priced: string;
  readonly apart: string | null;
} {
  if (value === null) return { priced: costBasis, apart: null };
  const priced = toText(subtract(money(costBasis), money(costWithoutPrice)));
  return { priced, apart: costWithoutPrice === '0' ? null : costWithoutPrice };
}

/** Coins and other currencies have lots and gains; the reporting currency and its stablecoins are cash. */
export function hasLots({ assetClass }: Pick<Holding, 'assetClass'>): boolean {
  return assetClass === 'coin' || assetClass === 'fiat';
}

/** Is it long-term? "yes", "tomorrow", "in 37 days". */
export function countdownWords({ term, daysToLongTerm }: Pick<OpenLot, 'term' | 'daysToLongTerm'>): string {
  if (term === 'long') return 'yes';
  if (daysToLongTerm === null) return 'stands still while hedged';
  return daysToLongTerm === 1 ? 'tomorrow' : `in ${daysToLongTerm} days`;
}

export interface LotFilter {
  readonly asset: string | null;
  readonly account: string | null;
  readonly term: 'all' | 'short' | 'long';
}

export const noFilter: LotFilter = { asset: null, account: null, term: 'all' };

/** The filter as the core takes it: what is not chosen is not asked for. */
export function askedOf({ asset, account, term }: LotFilter): {
  readonly asset?: string;
  readonly account?: string;
  readonly term?: 'short' | 'long';
} {
  return {
    ...(asset === null ? {} : { asset }),
    ...(account === null ? {} : { account }),
    ...(term === 'all' ? {} : { term }),
  };
}

export function isFiltered(filter: LotFilter): boolean {
  return Object.keys(askedOf(filter)).length > 0;
}

/** Newest first. */
export function yearsNewestFirst(years: readonly GainYear[]): readonly GainYear[] {
  return years.toSorted((a, b) => b.year - a.year);
}

/** The chart of years in one sentence. */
export function gainsSentence(years: readonly GainYear[], currency: string): string {
  const sums = years.map((row) => ({ year: row.year, gain: gainOf(row) }));
  const all = total(sums.map(({ gain }) => gain));
  const [best] = sums.toSorted((a, b) => compareDecimal(b.gain, a.gain));
  const span = sums.map(({ year }) => year).toSorted((a, b) => a - b);
  const words = `Gains of ${span[0] ?? ''} to ${span.at(-1) ?? ''} add up to ${formatMoney(all, currency)}`;
  return best === undefined || span.length < 2
    ? `The year’s gains add up to ${formatMoney(all, currency)}.`
    : `${words}; the best year was ${best.year} with ${formatMoney(best.gain, currency)}.`;
}

function gainOf({ shortTermGain, longTermGain, section1256Gain, otherFuturesGain }: GainYear): string {
  return total([shortTermGain, longTermGain, section1256Gain, otherFuturesGain]);
}

/** "binance-um:BTCUSDT" is a contract; "BTC" an asset. */
export function pricedName(of: string): { readonly name: string; readonly kind: 'asset' | 'contract' } {
  const colon = of.indexOf(':');
  return colon < 0 ? { name: of, kind: 'asset' } : { name: of.slice(colon + 1), kind: 'contract' };
}

/** The unit that a position's quantity counts. */
export function unitWords({
  unit,
  quote,
  underlying,
  quantity,
}: Pick<Position, 'unit' | 'quote' | 'underlying' | 'quantity'>): string {
  if (unit === 'base') return underlying;
  if (unit === 'quote') return quote;
  return /^-?1$/u.test(quantity) ? 'contract' : 'contracts';
}
