/** The price form: what was typed → what is stored. Pure. */
import type { CallAnswer, CallInput } from '../../../shared/contract/contract.ts';
import { readEntry } from '../../ui/decimal-entry.ts';
import { compareText } from '../../ui/compare.ts';

export type Price = CallAnswer<'prices.read'>['prices'][number];

export interface PriceLine {
  readonly of: string;
  /** null where there is no price yet. */
  readonly known: Price | null;
}

/** Missing prices first, then the aged ones, oldest first, then the rest by name; coins before contracts. */
export function priceLines({ prices, missing }: CallAnswer<'prices.read'>): readonly PriceLine[] {
  const known = prices.toSorted(
    (a, b) =>
      Number(b.stale) - Number(a.stale) ||
      (a.stale ? b.ageDays - a.ageDays : 0) ||
      Number(a.of.includes(':')) - Number(b.of.includes(':')) ||
      compareText(a.of, b.of),
  );
  return [
    ...missing.toSorted(compareText).map((of) => ({ of, known: null })),
    ...known.map((price) => ({ of: price.of, known: price })),
  ];
}

export interface PriceEntries {
  /** Text typed for each priced thing. */
  readonly typed: Readonly<Record<string, string>>;
  /** One more, by name. */
  readonly other: { readonly of: string; readonly price: string };
  /** "YYYY-MM-DD"; empty: now. */
  readonly date: string;
}

export const noEntries: PriceEntries = { typed: {}, other: { of: '', price: '' }, date: '' };

export interface CheckedPrices {
  /** null where nothing is typed or something is wrong. */
  readonly input: CallInput<'prices.set'> | null;
  readonly count: number;
  readonly errors: Readonly<Record<string, string>>;
  readonly otherError: string | null;
}

export function checkPrices({ typed, other, date }: PriceEntries): CheckedPrices {
  const errors: Record<string, string> = {};
  const time = date === '' ? {} : { time: `${date}T12:00:00Z` };
  const prices: CallInput<'prices.set'>['prices'] = [];
  for (const [of, text] of Object.entries(typed)) {
    const entry = readEntry(text, { zero: false });
    if (entry.ok) prices.push({ of, price: entry.value, ...time });
    else if (entry.error !== null) errors[of] = entry.error;
  }
  const otherError = checkOther(other, (of, price) => prices.push({ of, price, ...time }));
  const wrong = Object.keys(errors).length > 0 || otherError !== null;
  return {
    input: wrong || prices.length === 0 ? null : { prices },
    count: prices.length,
    errors,
    otherError,
  };
}

function checkOther(
  { of, price }: PriceEntries['other'],
  add: (of: string, price: string) => void,
): string | null {
  const name = of.trim().toUpperCase();
  const entry = readEntry(price, { zero: false });
  if (!entry.ok && entry.error !== null) return entry.error;
  if (!entry.ok) return name === '' ? null : 'Type its price too';
  if (name === '') return 'Say which asset this is the price of';
  add(name, entry.value);
  return null;
}
