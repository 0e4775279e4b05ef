import type { LotId } from '../../../../shared/domain/lot.ts';
import { isPositive, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { ExitFuture } from '../../exit/exit-case.ts';
import { times } from '../../exit/times.ts';

/** What a short that is opened with all its steps offsets: of its list the first coins, as many as it moves. */
export function coveredLots({
  offsets,
  coinsPerStep,
  steps,
  fewer = 'first',
}: ExitFuture): readonly { readonly lot: LotId; readonly quantity: Quantity }[] {
  let left = times(coinsPerStep, steps);
  return offsets.flatMap(({ long, quantity }) => {
    const covered = fewer === 'first' ? smaller(quantity, left) : quantity;
    left = subtract(left, covered);
    return isPositive(covered) ? [{ lot: long as LotId, quantity: covered }] : [];
  });
}
