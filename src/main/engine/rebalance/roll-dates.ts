import type { ContractTerms } from '../../../shared/domain/contract-terms.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { addMonths } from '../../../shared/time/local-date.ts';

const MONTHS_BETWEEN_EXPIRIES = 3;

/**
 * The days on which a leg has to be rolled before the exit: what a plan's steps say and a comparison charges for. Later
 * expiries are taken to lie three months apart. A leg that expires on the day of the exit is not rolled.
 */
export function rollDates({ expiry }: Pick<ContractTerms, 'expiry'>, exit: LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  if (expiry === null) return dates;
  for (let date = expiry; date < exit;) {
    dates.push(date);
    date = addMonths(expiry, dates.length * MONTHS_BETWEEN_EXPIRIES);
  }
  return dates;
}
