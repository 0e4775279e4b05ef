/** Units with the day from which they are long-term, with what hedges did, and would do, to their clocks. */
import type { LotId, OpenLot } from '../../../../shared/domain/lot.ts';
import { apportion } from '../../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { TurningUnits } from '../../../engine/exit/calendar/long-term-entries.ts';
import { clockPartsOf } from '../../../engine/holdings/clock-parts.ts';
import type { HoldingPeriod } from '../../../engine/tax/jurisdictions/us/straddles/straddle-years.ts';
import type { Derived } from '../../derived.ts';
import { lotClocksOf } from '../holdings/lot-clocks.ts';

/**
 * All units held, those of one lot on one day together; without those whose clock stands still, unless the plans set it going
 * again.
 * In: `planned`, the holding periods as they would be if the plans were carried out.
 */
export function turningUnits(derived: Derived, planned: readonly HoldingPeriod[]): readonly TurningUnits[] {
  const stopped = stoppedOnOf(derived, planned);
  return [...unitsOfFacts(derived, stopped), ...unitsOfPlans(derived, planned)];
}

function unitsOfFacts(derived: Derived, stopped: ReadonlyMap<LotId, LocalDate>): readonly TurningUnits[] {
  const parts = clockPartsOf(derived.heldLots, lotClocksOf(derived));
  return parts.flatMap(({ lot, quantity, longTermFrom, anew }) =>
    longTermFrom === null
      ? []
      : [
          {
            ...partOf(lot, quantity),
            lot: lot.id,
            asset: lot.asset,
            longTermFrom,
            anew,
            planned: false,
            stoppedOn: anew ? null : (stopped.get(lot.id) ?? null),
          },
        ],
  );
}

/** What stands still, or would, and is kept beyond the plans: its year begins anew when they end the hedge. */
function unitsOfPlans(derived: Derived, planned: readonly HoldingPeriod[]): readonly TurningUnits[] {
  const lots = new Map(derived.heldLots.map((lot) => [lot.id, lot]));
  return planned.flatMap(({ lot: id, held, restartsOn, longTermFrom }) => {
    const lot = lots.get(id);
    const isAhead = restartsOn !== null && restartsOn > derived.asOf;
    if (lot === undefined || !isAhead || longTermFrom === null || held <= zeroQuantity) return [];
    const { asset } = lot;
    return [
      { ...partOf(lot, held), lot: id, asset, longTermFrom, anew: true, planned: true, stoppedOn: null },
    ];
  });
}

/** When a plan would stop the clock of a lot that runs today. */
function stoppedOnOf({ asOf }: Derived, planned: readonly HoldingPeriod[]): ReadonlyMap<LotId, LocalDate> {
  const stopped = new Map<LotId, LocalDate>();
  for (const { lot, ended } of planned) if (ended > asOf && !stopped.has(lot)) stopped.set(lot, ended);
  return stopped;
}

function partOf(
  lot: OpenLot,
  quantity: Quantity,
): { readonly quantity: Quantity; readonly costBasis: Money } {
  const costBasis =
    lot.quantity > zeroQuantity && quantity > zeroQuantity
      ? apportion(lot.costBasis, quantity, lot.quantity, 'half-even')
      : zeroMoney;
  return { quantity, costBasis };
}
