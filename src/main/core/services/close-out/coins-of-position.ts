import { negate } from '../../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import type { FuturesPosition } from '../../../engine/futures/position.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { Derived } from '../../derived.ts';

/** Coins that an open position moves, signed; at its average entry where no price is known. */
export function coinsOfPosition(position: FuturesPosition, { prices, at }: Derived): Quantity {
  const { spec, size, side, averageEntry } = position;
  const entry = averageEntry === null ? null : { price: averageEntry, settlePrice: averageEntry };
  const point = contractPoint(spec, prices, at) ?? entry;
  if (point === null || side === 'flat') return zeroQuantity;
  const coins: Quantity = payoffRules(spec.payoff).delta(size, point);
  return side === 'short' ? negate(coins) : coins;
}
