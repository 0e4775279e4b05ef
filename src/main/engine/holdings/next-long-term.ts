import { add } from '../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { daysBetween } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { ClockPart } from './clock-parts.ts';

export interface NextLongTerm {
  readonly date: LocalDate;
  readonly days: number;
  readonly quantity: Quantity;
}

/** The next date on which units turn long-term, and how many; null where all are, or the rest stands still. */
export function nextLongTermOf(parts: readonly ClockPart[], asOf: LocalDate): NextLongTerm | null {
  let date: LocalDate | null = null;
  for (const { longTermFrom } of parts) {
    if (longTermFrom !== null && longTermFrom > asOf && (date === null || longTermFrom < date))
      date = longTermFrom;
  }
  if (date === null) return null;
  const turning = parts.filter(({ longTermFrom }) => longTermFrom === date);
  const quantity = turning.reduce((total, part) => add(total, part.quantity), zeroQuantity);
  return { date, days: daysBetween(asOf, date), quantity };
}
