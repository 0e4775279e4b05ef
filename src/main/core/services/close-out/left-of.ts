import type { SavedExitPlan } from '../../../../shared/domain/exit-plan.ts';
import { clampToZero, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { PlanProgress } from './plan-progress.ts';

/** Coins of a goal that are still to be traded. */
export interface LeftOfGoal {
  readonly asset: SavedExitPlan['goals'][number]['asset'];
  readonly sell: Quantity;
  readonly buy: Quantity;
}

/**
 * What is left of each goal, whichever step a trade belonged to: too much in one is less in the next. A step that is
 * ticked by hand counts as traded; a rest that venues rounded away is gone.
 */
export function leftOf({ plan, steps }: PlanProgress): readonly LeftOfGoal[] {
  const traded = (asset: LeftOfGoal['asset'], kind: 'sell' | 'buy'): Quantity =>
    sum(
      steps
        .filter(({ step }) => step.asset === asset && step.kind === kind)
        .map(({ step, filled, state }) => (state === 'by-hand' || state === 'done' ? step.quantity : filled)),
      zeroQuantity,
    );
  return plan.goals.map(({ asset, sell, buy }) => ({
    asset,
    sell: clampToZero(subtract(sell, traded(asset, 'sell'))),
    buy: clampToZero(subtract(buy, traded(asset, 'buy'))),
  }));
}
