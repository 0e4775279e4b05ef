/** What each method would have given for a year: what stands in the table, and what can still be done. Pure. */
import type { LotMethod } from '../../../../shared/domain/lot.ts';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { compareDecimal } from '../../../ui/compare.ts';
import { formatMoney, signOf } from '../../../ui/number-format.ts';
import { orderMethods } from '../choices/order-draft.ts';

export type Methods = CallAnswer<'holdings.methods'>;
export type MethodRow = Methods['rows'][number];

/** The row of what counts; a method beside it can be in force and give the same. */
export function isRecord({ method }: Pick<MethodRow, 'method'>): boolean {
  return method === 'recorded';
}

/** What is on record first, then by gain, the least first: the order in which one reads a comparison. */
export function rowsInOrder(rows: readonly MethodRow[]): readonly MethodRow[] {
  return rows.toSorted((a, b) => Number(isRecord(b)) - Number(isRecord(a)) || compareDecimal(a.gain, b.gain));
}

/** What can be ordered for sales to come; null where it cannot. */
export function orderable({ method, possible }: Pick<MethodRow, 'method' | 'possible'>): LotMethod | null {
  if (possible !== 'from-now') return null;
  return orderMethods.find((each) => each === method) ?? null;
}

interface ChanceWords {
  readonly words: string;
  readonly color: string;
}

const possibleWords: Readonly<Record<MethodRow['possible'], ChanceWords>> = {
  recorded: { words: 'In force: the same', color: 'gray' },
  'from-now': { words: 'For sales from now on', color: 'blue' },
  no: { words: 'Not possible', color: 'gray' },
};

/** Can it still be chosen? In a word or two. */
export function chanceWords(row: Pick<MethodRow, 'method' | 'possible'>): ChanceWords {
  return isRecord(row) ? { words: 'On record: this counts', color: 'hedge' } : possibleWords[row.possible];
}

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
