import { defaultLotElections } from '../../../engine/lots/lot-matching.ts';
import type { LotElections } from '../../../engine/lots/lot-matching.ts';
import type { Derived } from '../../derived.ts';

/** What the election in force makes of coins whose cost nobody knows. */
export function unknownCostOf({ ofLots }: Pick<Derived, 'ofLots'>): LotElections['unknownCost'] {
  return ofLots.options.elections?.unknownCost ?? defaultLotElections.unknownCost;
}
