/** What each method would have given for a year: what stands in the table, and what can still be done. Pure. */
import type { LotMethod } from '../../../../shared/domain/lot.ts';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { compareDecimal } from '../../../ui/compare.ts';
import { formatMoney, signOf } from '../../../ui/number-format.ts';
import { orderMethods } from '../choices/order-draft.ts';

export type Methods = CallAnswer<'holdings.methods'>;
export type MethodRow = Methods['rows'][number];

/** What is on record first, then by gain, the least first: the order in which one reads a comparison. */
export function rowsInOrder(rows: readonly MethodRow[]): readonly MethodRow[] {
  return rows.toSorted(
    (a, b) =>
      Number(b.possible === 'recorded') - Number(a.possible === 'recorded') || compareDecimal(a.gain, b.gain),
  );
}

/** What can be ordered for sales to come; null where it cannot. */
export function orderable({ method, possible }: Pick<MethodRow, 'method' | 'possible'>): LotMethod | null {
  if (possible !== 'from-now') return null;
  return orderMethods.find((each) => each === method) ?? null;
}

export const possibleWords: Readonly<
  Record<MethodRow['possible'], { readonly words: string; readonly color: string }>
> = {
  recorded: { words: 'On record: this counts', color: 'hedge' },
  'from-now': { words: 'For sales from now on', color: 'blue' },
  no: { words: 'Not possible', color: 'gray' },
};

/** The comparison in one sentence. */
export function methodsSentence({
  year,
  currency,
  rows,
}: Pick<Methods, 'year' | 'currency' | 'rows'>): string {
  const others = rows.filter(({ possible }) => possible !== 'recorded');
  const [least] = others.toSorted((a, b) => compareDecimal(a.difference, b.difference));
  if (least === undefined) return '';
  if (signOf(least.difference) !== 'down') {
    return `No other method would have given less gain in ${year} than what is on record.`;
  }
  const less = formatMoney(least.difference.slice(1), currency);
  return `${least.words} would have given the least gain in ${year}: ${less} less than what is on record.`;
}
