import { toFloat } from '../../../../shared/num/approximate.ts';
import type { ExitGoal } from '../exit-case.ts';

/** Places of lots, the dearest first and the cheapest first. */
export function lotOrders({ lots }: Pick<ExitGoal, 'lots'>): readonly (readonly number[])[] {
  const each = lots.map(({ costBasis, quantity }) => toFloat(costBasis) / Math.max(1e-18, toFloat(quantity)));
  const dear = [...lots.keys()].toSorted((a, b) => (each[b] ?? 0) - (each[a] ?? 0) || a - b);
  return lots.length < 2 ? [dear] : [dear, dear.toReversed()];
}
