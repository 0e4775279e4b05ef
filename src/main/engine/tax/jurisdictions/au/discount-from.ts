import { addDays, addMonths } from '../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../shared/time/local-date.ts';

/**
 * The first date on which a gain is a discount gain: at least twelve months, not counting the day of acquisition nor
 * the day of the event.
 * Law: Income Tax Assessment Act 1997 s.115-25(1); TD 2002/10.
 */
export function discountFrom(acquired: LocalDate): LocalDate {
  return addDays(addMonths(acquired, 12), 1);
}
