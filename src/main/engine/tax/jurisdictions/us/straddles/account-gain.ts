import { add, clampToZero, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../../../shared/num/format.ts';
import { apportion, valueOf } from '../../../../../../shared/num/products.ts';
import { roundTo } from '../../../../../../shared/num/rounding.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { EffectiveOffset } from './effective-offsets.ts';
import type { StraddleCase } from './straddle-case.ts';

/**
 * What a mixed straddle account would mark of the coins on the day it starts, in words: the gain that is kept today.
 * Law: Reg. 1.1092(b)-4T (every position of the account is marked each day).
 */
export function accountGain(offsets: readonly EffectiveOffset[], given: StraddleCase): string {
  let gain = zeroMoney;
  for (const { lot, from, given: offset } of offsets) {
    if (lot === null) continue;
    const price = given.priceOn(lot.asset, from);
    if (price === null) return 'an amount nobody can tell without a price';
    const quantity = offset.quantity < lot.quantity ? offset.quantity : lot.quantity;
    const cost = apportion(lot.costBasis, quantity, lot.quantity, 'half-even');
    gain = add(gain, clampToZero(subtract(valueOf(quantity, price, 'half-even'), cost)));
  }
  return toText(roundTo(gain, 2, 'half-even'));
}
