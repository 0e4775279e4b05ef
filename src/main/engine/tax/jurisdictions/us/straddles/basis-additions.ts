import { clampToZero, isNegative, negate, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { valueOf } from '../../../../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import type { Rule } from '../../../../../../shared/domain/trace.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import { divideAmong } from './divide-among.ts';
import type { EffectiveOffset, Offsetting } from './effective-offsets.ts';
import type { FutureYear } from './future-years.ts';
import type { BasisAddition } from './lot-walk.ts';
import type { StraddleCase } from './straddle-case.ts';
import { straddleRules } from './straddle-rules.ts';

/**
 * The loss of the short of an identified straddle, into the basis of what it offsets in proportion to the gain of each since
 * identification; by value where none has gain (law: "reasonably").
 * Law: 26 U.S.C. 1092(a)(2)(A), (a)(3)(B).
 */
export function identifiedAdditions(
  years: readonly FutureYear[],
  { byPosition }: Offsetting,
  given: StraddleCase,
): readonly BasisAddition[] {
  return years.flatMap(({ future, net, lastDate }) => {
    if (!isNegative(net)) return [];
    const offsets = (byPosition.get(future.id) ?? []).filter(
      (one) => one.regime === 'identified' && one.short === future && isHeldOn(one, lastDate),
    );
    const gains = offsets.map((one) =>
      clampToZero(subtract(worth(one, lastDate, given), worth(one, one.from, given))),
    );
    const hasGain = gains.some((gain) => gain > zeroMoney);
    const weights = hasGain ? gains : offsets.map((one) => worth(one, lastDate, given));
    return additions(negate(net), offsets, weights, lastDate, straddleRules.identified);
  });
}

/**
 * What was paid to carry a straddle, into the cost of what it carried, by value.
 * Law: 26 U.S.C. 263(g); straddles of section 1256 contracts alone are not in question (1256(a)(4)).
 * Out: where nothing was carried that day the cost is left with the position: `loose`.
 */
export function carryingAdditions(
  { byPosition }: Offsetting,
  given: StraddleCase,
): { readonly additions: readonly BasisAddition[]; readonly loose: StraddleCase['carryingCosts'] } {
  const found: BasisAddition[] = [];
  const loose: StraddleCase['carryingCosts'][number][] = [];
  for (const cost of given.carryingCosts) {
    const offsets = (byPosition.get(cost.position) ?? []).filter((one) => isHeldOn(one, cost.date));
    const weights = offsets.map((one) => worth(one, cost.date, given));
    found.push(...additions(cost.amount, offsets, weights, cost.date, straddleRules.carryingCost));
    if (offsets.length === 0) loose.push(cost);
  }
  return { additions: found, loose };
}

function additions(
  amount: Money,
  offsets: readonly EffectiveOffset[],
  weights: readonly Money[],
  date: LocalDate,
  rule: Rule,
): BasisAddition[] {
  const shares = divideAmong(amount, weights);
  return offsets.map((offset, place) => ({
    date,
    amount: shares[place] ?? zeroMoney,
    rule,
    offset,
    quantity: zeroQuantity,
    from: null,
  }));
}

/** Whether the offset lasts on the day, with a lot of which something is left that morning. */
function isHeldOn({ lot, from, until }: EffectiveOffset, date: LocalDate): boolean {
  if (lot === null || date < from || (until !== null && until < date)) return false;
  let left = lot.quantity;
  for (const one of lot.departures) if (one.date < date) left = subtract(left, one.quantity);
  return left > zeroQuantity;
}

function worth({ lot, given: { quantity } }: EffectiveOffset, date: LocalDate, given: StraddleCase): Money {
  const price = lot && given.priceOn(lot.asset, date);
  return price === null ? zeroMoney : valueOf(quantity, price, 'half-even');
}
