import { smaller, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../shared/num/products.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type {
  Offset,
  StraddleFuture,
  StraddleLot,
} from '../../../engine/tax/jurisdictions/us/straddles/straddle-case.ts';
import { underlyingOf } from '../../../engine/tax/jurisdictions/us/straddles/trust-shares.ts';

/**
 * Each short against the lots of its asset, in proportion to what was held when it was opened; what is bought later is not.
 * Law: 26 U.S.C. 1092(c)(3). A stated assumption where nothing says which units are hedged.
 */
export function presumedOffsets(
  lots: readonly StraddleLot[],
  futures: readonly StraddleFuture[],
): readonly Offset[] {
  return futures.flatMap((short) => {
    if (short.side !== 'short') return [];
    const held = lots
      .filter((lot) => lot.acquired <= short.opened && underlyingOf(lot.asset) === underlyingOf(short.asset))
      .map((lot) => ({ lot, quantity: heldOn(lot, short.opened) }))
      .filter(({ quantity }) => quantity > zeroQuantity);
    const whole = sum(
      held.map(({ quantity }) => quantity),
      zeroQuantity,
    );
    const covered = smaller(short.coins, whole);
    let rest = covered;
    return held.map(({ lot, quantity }, place): Offset => {
      const isLast = place === held.length - 1;
      const share = isLast ? rest : apportion(covered, quantity, whole, 'half-even');
      rest = subtract(rest, share);
      const of = { short: short.id, long: lot.id, from: short.opened, until: null };
      return { ...of, quantity: share, regime: 'none', by: 'presumed' };
    });
  });
}

function heldOn({ quantity, departures }: StraddleLot, date: LocalDate): Quantity {
  return departures.reduce((left, one) => (one.date < date ? subtract(left, one.quantity) : left), quantity);
}
