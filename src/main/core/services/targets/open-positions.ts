import type { ValuationPoint } from '../../../engine/futures/payoff/payoff.ts';
import type { FuturesPosition } from '../../../engine/futures/position.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';

/** The positions that are open, each where it stands; null where no price tells. */
export const openPositions: (
  derived: Derived,
) => readonly { readonly position: FuturesPosition; readonly at: ValuationPoint | null }[] = keptFor(
  (derived: Derived) =>
    derived.positions.open.map((position) => ({
      position,
      at: contractPoint(position.spec, derived.prices, derived.at),
    })),
);
