import { CARRYBACK_ID } from '../../../../../../shared/domain/tax-election-list.ts';
import { dateOf, yearOf } from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';

/** The last day on which a choice could be made, and why. */
export interface ElectionDeadline {
  readonly date: LocalDate;
  /** A whole sentence. */
  readonly why: string;
}

/** Weekends and holidays, which move the due date on by a day or two, are left out. */
const RETURNS_DUE = { month: 4, day: 15 } as const;

/**
 * When a choice had to be made; null where no day makes it void.
 * In: `year` of one that is asked by year; `madeOn`, the local day it is made.
 * Law: 26 U.S.C. 1212(c) with 6411(a) and 6511(d)(2): three years after the return of the loss year is due; Reg.
 * 1.1092(b)-4T(f)(1): the due date, not extended, of the return of the year before. Extensions of the loss year's return are
 * not known here, so the earlier day counts.
 */
export function electionDeadline(
  { id, value, year }: { readonly id: string; readonly value: string; readonly year: number | null },
  madeOn: LocalDate,
): ElectionDeadline | null {
  if (id === CARRYBACK_ID && year !== null && value === 'yes')
    return {
      date: dateOf(year + 4, RETURNS_DUE.month, RETURNS_DUE.day),
      why: `tax of earlier years is paid back only within three years after the return of ${year} was due (26 U.S.C. 6511(d)(2)), a little longer if that return was extended.`,
    };
  if (id === 'straddle-regime' && value === 'account') {
    const running = yearOf(madeOn);
    return {
      date: dateOf(running, RETURNS_DUE.month, RETURNS_DUE.day),
      why: `for ${running} it goes with the return of ${running - 1}, on the day that one is due without extension (Reg. 1.1092(b)-4T(f)(1)).`,
    };
  }
  return null;
}
