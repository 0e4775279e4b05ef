import { dateOf } from '../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../shared/time/local-date.ts';

/**
 * When the tax of a calendar year falls due: 15 April of the next. A day that is no business day is not moved, and
 * estimated payments during the year are not modelled.
 * Law: 26 U.S.C. 6072(a), 6151(a).
 */
export function usTaxDue(year: number): LocalDate {
  return dateOf(year + 1, 4, 15);
}

/** The same in a sentence, for whoever reads a comparison. */
export const US_TAX_DUE_NOTE =
  'Tax of a year is counted on 15 April of the next; estimated payments are not modelled.';
