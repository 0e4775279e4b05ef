import type { SavedExitPlan, SavedFuture } from '../../../../shared/domain/exit-plan.ts';
import { subtract } from '../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../shared/num/products.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { ExitCase, ExitFuture } from '../exit-case.ts';
import { wantedOf } from '../exposure-after.ts';
import type { PricedSchedule } from '../priced-schedule.ts';
import { times } from '../times.ts';
import { savedDays } from './saved-days.ts';

/** Of a saved plan what the case and its price say; name, reason and time are the caller's. */
export type PricedPart = Pick<
  SavedExitPlan,
  'asOf' | 'currency' | 'regime' | 'goals' | 'futures' | 'days' | 'expected'
>;

/**
 * What is kept of a schedule: goals, futures, days with what each step should bring, and the sums.
 * In: a schedule as `priceSchedule` priced it in the same case.
 */
export function savedPlan(given: ExitCase, priced: PricedSchedule): PricedPart {
  const days = savedDays(given, priced);
  return {
    asOf: given.asOf,
    currency: given.currency,
    regime: priced.schedule.regime,
    goals: given.goals.map((goal) => ({
      asset: goal.asset,
      sell: goal.sell,
      buy: goal.buy,
      tolerance: goal.tolerance,
      minTicket: goal.minTicket,
      wanted: wantedOf(goal),
    })),
    futures: given.futures
      .filter(
        ({ isOpen, position }) =>
          isOpen || days.some(({ hedges }) => hedges.some((one) => one.position === position)),
      )
      .map((future) => savedFuture(future, given)),
    days,
    expected: {
      cost: priced.cost,
      tax: priced.tax,
      carry: priced.carry,
      fees: priced.fees,
      slippage: priced.slippage,
      marginCost: priced.marginCost,
      years: priced.taxByYear.map(({ year, due, taxWith, taxWithout, added }) => ({
        year,
        due,
        taxWith,
        taxWithout,
        added,
      })),
    },
  };
}

function savedFuture(future: ExitFuture, { facts }: ExitCase): SavedFuture {
  const { position, terms, asset, side, isOpen, steps, coinsPerStep, fee, marginRate } = future;
  const stretch = isOpen ? facts.stretches.get(position)?.stretch : undefined;
  return {
    position,
    contract: terms.id,
    account: stretch?.account ?? null,
    positionSide: stretch?.positionSide ?? 'one-way',
    asset,
    side,
    isOpen,
    steps: isOpen ? steps : 0,
    coinsPerStep,
    quantityPerStep: terms.quantityStep,
    coinsBeside: besideOf(future),
    fee,
    marginRate,
  };
}

/** Of a position that is the plan's in part, the coins that the rest moves. */
function besideOf({ part, steps, coinsPerStep, isOpen }: ExitFuture): Quantity {
  if (part === null || !isOpen) return zeroQuantity;
  const own = times(coinsPerStep, steps);
  return subtract(apportion<Quantity>(own, part.outOf, part.quantity, 'half-even'), own);
}
