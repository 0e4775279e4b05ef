import type { Issue } from '../../../../shared/domain/issue.ts';
import { subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import { quantityText } from '../../../engine/words.ts';
import { leftOf } from './left-of.ts';
import { isDone } from './plan-progress.ts';
import type { PlanProgress } from './plan-progress.ts';

/** Goals of which open steps would trade more than is left, because another step took too much. */
export function exceededIssues(progress: PlanProgress): Issue[] {
  return leftOf(progress).flatMap(({ asset, ...rest }) =>
    (['sell', 'buy'] as const).flatMap((kind): Issue[] => {
      const steps = progress.steps.filter(
        (one) => one.step.asset === asset && one.step.kind === kind && !isDone(one),
      );
      const open = sum(
        steps.map(({ left }) => left),
        zeroQuantity,
      );
      const over = subtract(open, rest[kind]);
      if (over <= zeroQuantity || !progress.steps.some(({ state }) => state === 'over')) return [];
      const traded = kind === 'sell' ? 'sold' : 'bought';
      const values = { asset, quantity: quantityText(over, '').trim(), traded };
      return [issueOf('exit/goal-exceeded', 'warning', values, { asset })];
    }),
  );
}
