/** Where amounts stand beneath each other on a scale of their own, in percent of the width. Floats: geometry only. */
import { toFloat } from '../../shared/num/approximate.ts';
import { money } from '../../shared/num/parse.ts';

/**
 * Between the least (near the left) and the most (near the right): what differs is seen, however much they all are. All
 * in the middle where they are equal.
 */
export function pathDots(amounts: readonly string[]): readonly number[] {
  const values = amounts.map((text) => toFloat(money(text)));
  const least = Math.min(...values);
  const most = Math.max(...values);
  return values.map((value) => (most === least ? 50 : 4 + ((value - least) / (most - least)) * 92));
}
