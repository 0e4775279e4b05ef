/** The next few dates of every kind, so that many small lots do not crowd out a contract that ends. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';

export type Calendar = CallAnswer<'calendar.read'>;
export type DateEntry = Calendar['entries'][number];
export type DateKind = DateEntry['kind'];

export const kindWords: Readonly<Record<DateKind, string>> = {
  'long-term': 'Long-term',
  'year-end': 'Year end',
  mark: 'Taxed as if sold',
  expiry: 'Contract ends',
  roll: 'Roll',
  window: 'Days to watch',
  step: 'Your plan',
  'price-target': 'Price target',
  review: 'Review',
  payment: 'Tax is due',
  election: 'Choice to make',
};

/** From today on (spans that still run with them), in order, at most `each` of a kind and `most` in all. */
export function nextDates(
  { asOf, entries }: Pick<Calendar, 'asOf' | 'entries'>,
  { each, most }: { readonly each: number; readonly most: number },
): readonly DateEntry[] {
  const seen = new Map<DateKind, number>();
  return entries
    .filter(({ date, until }) => (until ?? date) >= asOf)
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .filter(({ kind }) => {
      const before = seen.get(kind) ?? 0;
      seen.set(kind, before + 1);
      return before < each;
    })
    .slice(0, most);
}
