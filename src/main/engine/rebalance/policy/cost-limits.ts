import type { CostLimits } from '../../../../shared/domain/policy.ts';
import { compare } from '../../../../shared/num/arithmetic.ts';
import { moneyTimes } from '../../../../shared/num/products.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { moneyText, percentText } from '../../words.ts';

/** What a way back costs. */
export interface WayCost {
  /** All of it, tax included. */
  readonly cost: Money;
  readonly tax: Money;
  /** Value of what is sold or hedged. */
  readonly moved: Money;
}

/** Which limits of the policy a way back would break, each a sentence; empty where it may be gone. */
export function costLimitsBroken(limits: CostLimits, way: WayCost, currency: string): readonly string[] {
  const broken: string[] = [];
  const { shareOfMoved, cost, tax } = limits;
  const say = (amount: Money): string => moneyText(amount, currency);
  if (shareOfMoved !== null && compare(way.cost, moneyTimes(way.moved, shareOfMoved, 'half-even')) > 0)
    broken.push(
      `It costs ${say(way.cost)}, more than ${percentText(shareOfMoved)} of the ${say(way.moved)} that is moved.`,
    );
  if (cost !== null && compare(way.cost, cost) > 0)
    broken.push(`It costs ${say(way.cost)}, more than the ${say(cost)} allowed.`);
  if (tax !== null && compare(way.tax, tax) > 0)
    broken.push(`Tax is ${say(way.tax)}, more than the ${say(tax)} allowed.`);
  return broken;
}
