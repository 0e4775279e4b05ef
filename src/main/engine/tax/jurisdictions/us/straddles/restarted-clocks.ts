import type { LotId } from '../../../../../../shared/domain/lot.ts';
import { add, isPositive } from '../../../../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import type { HoldingPeriod } from './straddle-years.ts';

/** What straddles did to the units of a lot that are still held. */
export interface RestartedClock {
  /** Units still held whose holding period a straddle ended. */
  readonly quantity: Quantity;
  /** First date on which all of them are long-term; null while some stand still. */
  readonly longTermFrom: LocalDate | null;
  readonly periods: readonly HoldingPeriod[];
}

/** Lots held whose holding period a straddle ended, with the date that counts. Law: Reg. 1.1092(b)-2T(a). */
export function restartedClocks(periods: readonly HoldingPeriod[]): ReadonlyMap<LotId, RestartedClock> {
  const clocks = new Map<LotId, RestartedClock>();
  for (const period of periods) {
    if (!isPositive(period.held)) continue;
    const before = clocks.get(period.lot);
    clocks.set(period.lot, {
      quantity: before === undefined ? period.held : add(before.quantity, period.held),
      longTermFrom:
        before === undefined ? period.longTermFrom : later(before.longTermFrom, period.longTermFrom),
      periods: [...(before?.periods ?? []), period],
    });
  }
  return clocks;
}

function later(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return null;
  return a < b ? b : a;
}
