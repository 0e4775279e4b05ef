import type { LotId, OpenLot } from '../../../shared/domain/lot.ts';
import { add, isPositive, smaller, subtract } from '../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { RestartedClock } from '../tax/jurisdictions/us/straddles/restarted-clocks.ts';

/** What hedges did to the holding periods of lots, by lot. */
export type LotClocks = ReadonlyMap<LotId, RestartedClock>;

/** Units of a lot whose clock is one and the same. */
export interface ClockPart {
  readonly lot: OpenLot;
  readonly quantity: Quantity;
  /** null while the clock stands still. */
  readonly longTermFrom: LocalDate | null;
  /** A hedge ended their holding period. */
  readonly anew: boolean;
}

/**
 * Lots cut where a hedge ended the holding period of some of their units: first what no hedge touched, in the order of the
 * lots, then the rest. Of a lot that lies in several accounts the first ones are taken as touched. Law: Reg. 1.1092(b)-2T(a).
 */
export function clockPartsOf(lots: readonly OpenLot[], clocks: LotClocks): readonly ClockPart[] {
  const left = new Map([...clocks].map(([lot, { quantity }]) => [lot, quantity]));
  const touchedIn = new Map<LotId, OpenLot>();
  const untouched = lots.map((lot): ClockPart => {
    const { id, quantity, longTermFrom } = lot;
    const before = left.get(id);
    if (before === undefined) return { lot, quantity, longTermFrom, anew: false };
    if (!touchedIn.has(id)) touchedIn.set(id, lot);
    const touched = smaller(before, quantity);
    left.set(id, subtract(before, touched));
    return { lot, quantity: subtract(quantity, touched), longTermFrom, anew: false };
  });
  const touched = [...clocks].flatMap(([id, { periods }]) => {
    const lot = touchedIn.get(id);
    if (lot === undefined) return [];
    return periods.map(({ held, longTermFrom }) => ({ lot, quantity: held, longTermFrom, anew: true }));
  });
  return [...untouched, ...touched].filter(({ quantity }) => isPositive(quantity));
}

/** Units whose clock stands still; null where none does. */
export function stoppedUnitsOf(parts: readonly ClockPart[]): Quantity | null {
  const stopped = parts.reduce(
    (total, { quantity, longTermFrom }) => (longTermFrom === null ? add(total, quantity) : total),
    zeroQuantity,
  );
  return isPositive(stopped) ? stopped : null;
}
