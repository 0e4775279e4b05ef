import { isZero, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { rateTimes, ratio } from '../../../../shared/num/products.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import type { DriftLine, DriftRow } from '../../../engine/rebalance/drift.ts';

type Line = Pick<DriftLine, 'hasBand' | 'target' | 'bandLow' | 'bandHigh'> & {
  readonly members: readonly Pick<DriftRow, 'asset'>[];
};

/**
 * The narrower side of the policy's band of a coin; of a member of a group without a band of its own its share, by target, of the
 * group's: so the group keeps its band. null where there is none. Rounds down.
 */
export function bandWidth(
  { lines }: { readonly lines: readonly Line[] },
  row: Pick<DriftRow, 'asset' | 'target' | 'bandLow' | 'bandHigh'>,
): Rate | null {
  const own = widthOf(row);
  if (own !== null) return own;
  const group = lines.find(
    ({ hasBand, members }) => hasBand && members.some(({ asset }) => asset === row.asset),
  );
  const whole = group === undefined ? null : widthOf(group);
  if (group === undefined || whole === null || isZero(group.target)) return null;
  return rateTimes(whole, ratio<Rate>(row.target, group.target, 'down'), 'down');
}

/** null where the whole range is allowed: then there is no band. */
function widthOf({
  target,
  bandLow,
  bandHigh,
}: Pick<DriftRow, 'target' | 'bandLow' | 'bandHigh'>): Rate | null {
  if (isZero(bandLow) && bandHigh >= oneRate) return null;
  return smaller(subtract(bandHigh, target), subtract(target, bandLow));
}
