import { absolute, add, compare, isNegative, subtract } from '../../../../shared/num/arithmetic.ts';
import { money, rate } from '../../../../shared/num/parse.ts';
import { ratio, rateTimes } from '../../../../shared/num/products.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';

/** Below half a cent a difference is none. */
const NOTHING = money('0.005');
/** Each step leaves at most nine tenths of the stretch. */
const LEAST = rate('0.1');
const MOST = rate('0.9');
const HALF = rate('0.5');

/** A difference of two costs in dependence of an assumption. */
export type DifferenceAt = (at: Rate) => Promise<Money>;

interface Found {
  readonly at: Rate;
  readonly difference: Money;
}

/**
 * Where a difference changes its sign first, going through marks in their order; narrowed down until it is less than half a
 * cent, or until the two sides are no further apart than `within` (a step). Out: the side on which the sign has turned; null where
 * it never turns at the marks. A difference of zero counts as positive.
 */
export async function firstTurn(
  differenceAt: DifferenceAt,
  marks: readonly Rate[],
  within: Rate,
): Promise<Rate | null> {
  let before: Found | null = null;
  for (const at of marks) {
    const here: Found = { at, difference: await differenceAt(at) };
    if (before !== null && isNegative(before.difference) !== isNegative(here.difference))
      return await narrowed(differenceAt, before, here, within);
    before = here;
  }
  return null;
}

async function narrowed(differenceAt: DifferenceAt, from: Found, to: Found, within: Rate): Promise<Rate> {
  let [near, far] = [from, to];
  for (let step = 0; compare(absolute(subtract(far.at, near.at)), within) > 0; step++) {
    if (compare(absolute(far.difference), NOTHING) < 0) break;
    // In turns a guess along a straight line and the middle: quick where it is one, safe where it is a step.
    const share = step % 3 === 2 ? HALF : guess(near, far);
    const at = add(near.at, rateTimes(subtract(far.at, near.at), share, 'half-even'));
    const middle: Found = { at, difference: await differenceAt(at) };
    if (isNegative(middle.difference) === isNegative(far.difference)) far = middle;
    else if (compare(absolute(middle.difference), NOTHING) < 0) return middle.at;
    else near = middle;
  }
  return far.at;
}

function guess(near: Found, far: Found): Rate {
  const whole = add(absolute(near.difference), absolute(far.difference));
  const share = ratio<Money>(absolute(near.difference), whole, 'half-even');
  if (compare(share, LEAST) < 0) return LEAST;
  return compare(share, MOST) > 0 ? MOST : share;
}
