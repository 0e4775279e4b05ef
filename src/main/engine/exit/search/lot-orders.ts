import { toFloat } from '../../../../shared/num/approximate.ts';
import type { ExitGoal } from '../exit-case.ts';

/** Places of lots, the dearest first and the cheapest first; lots that cost alike stay in their order. One lot has one order. */
export function lotOrders({ lots }: Pick<ExitGoal, 'lots'>): readonly (readonly number[])[] {
  const each = lots.map(({ costBasis, quantity }) => toFloat(costBasis) / Math.max(1e-18, toFloat(quantity)));
  const by = (sign: number): readonly number[] =>
    [...lots.keys()].toSorted((a, b) => sign * ((each[a] ?? 0) - (each[b] ?? 0)) || a - b);
  return lots.length < 2 ? [by(-1)] : [by(-1), by(1)];
}
