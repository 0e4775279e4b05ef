import { addDays, addYears } from '../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../shared/time/local-date.ts';

/**
 * The first date on which a sale is tax-free: more than one year after the purchase. The year ends with the day that
 * has the purchase's number, or where its month has no such day, with the month: bought on 29 February 2024, it ends
 * with 28 February 2025.
 * Law: sec. 23(1) no. 2 EStG; sec. 187(1), 188(2), (3) BGB.
 */
export function taxFreeFrom(acquired: LocalDate): LocalDate {
  return addDays(addYears(acquired, 1), 1);
}
