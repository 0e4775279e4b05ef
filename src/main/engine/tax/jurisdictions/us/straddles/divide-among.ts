import { isPositive, subtract, sum } from '../../../../../../shared/num/arithmetic.ts';
import { money, price } from '../../../../../../shared/num/parse.ts';
import { apportion, quantityFor } from '../../../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../../../shared/num/types.ts';

const ONE = money('1');
const ONE_PER_UNIT = price('1');

/**
 * An amount divided in proportion to weights that are not negative; evenly where all are zero.
 * Rounds each share half-even to 18 decimals; the last takes the rest.
 */
export function divideAmong(amount: Money, weights: readonly Money[]): readonly Money[] {
  const whole = sum(weights, zeroMoney);
  const count = weights.length;
  const even = isPositive(whole) ? weights : weights.map(() => ONE);
  const total = sum(even, zeroMoney);
  let rest = amount;
  return even.map((weight, place) => {
    const share =
      place === count - 1 ? rest : apportion(amount, asUnits(weight), asUnits(total), 'half-even');
    rest = subtract(rest, share);
    return share;
  });
}

/** Weights are only compared: as many units as money. */
function asUnits(weight: Money): Quantity {
  return quantityFor(weight, ONE_PER_UNIT, 'half-even');
}
