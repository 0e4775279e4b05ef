import { add, isPositive, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { quantityTimes, ratio, rateTimes } from '../../../../shared/num/products.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroRate } from '../../../../shared/num/types.ts';
import type { SettleAmount } from '../units.ts';

const HALF = rate('0.5');
/** Of the fall over the whole way: as close to zero as anyone can tell. */
const NEAR = rate('0.000000000001');
const TRIES = 60;

/**
 * How far on the way, from 0 to 1, an amount that begins above zero reaches it.
 * In: the amount at a share of the way; at the beginning; at the end, not above zero. Out: the share where it is zero, or
 * below by less than 10⁻¹² of its whole fall: at once where the amount falls in a straight line, as that of linear
 * contracts within one margin tier does. By the Illinois method: false position that halves the weight of an end that stays.
 */
export function crossing(
  amountAt: (share: Rate) => SettleAmount,
  first: SettleAmount,
  last: SettleAmount,
): Rate {
  if (!isPositive(first)) return zeroRate;
  const near = negate(quantityTimes(subtract(first, last), NEAR, 'up'));
  let above = { share: zeroRate, weight: first };
  let below = { share: oneRate, weight: last };
  let reached = last;
  let stayed: 'above' | 'below' | null = null;
  for (let tries = 0; tries < TRIES && reached < near; tries += 1) {
    const share = meeting(above, below);
    if (share === above.share || share === below.share) break;
    const amount = amountAt(share);
    if (isPositive(amount)) {
      above = { share, weight: amount };
      if (stayed === 'below') below = halved(below);
      stayed = 'below';
    } else {
      below = { share, weight: amount };
      reached = amount;
      if (stayed === 'above') above = halved(above);
      stayed = 'above';
    }
  }
  return below.share;
}

interface End {
  readonly share: Rate;
  readonly weight: SettleAmount;
}

/** Where the straight line between two ends meets zero, rounded to the far side. */
function meeting(above: End, below: End): Rate {
  const part = ratio(above.weight, subtract(above.weight, below.weight), 'up');
  return add(above.share, rateTimes(subtract(below.share, above.share), part, 'up'));
}

function halved({ share, weight }: End): End {
  return { share, weight: quantityTimes(weight, HALF, 'half-even') as SettleAmount };
}
