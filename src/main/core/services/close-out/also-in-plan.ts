import type { Issue } from '../../../../shared/domain/issue.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import type { Derived } from '../../derived.ts';
import { openExitPlans } from './exit-plans-of.ts';
import { isDone, planProgressOf } from './plan-progress.ts';
import type { PlanProgress, StepProgress } from './plan-progress.ts';

/** Lots and positions of a day's open steps that open steps of another standing plan have, too; one for each such plan. */
export function alsoInPlanIssues(
  { plan }: PlanProgress,
  ofDay: readonly StepProgress[],
  derived: Derived,
): Issue[] {
  const mine = ofDay.map(thingsOf);
  const lots = new Set(mine.flatMap((one) => one.lots));
  const positions = new Set(mine.flatMap((one) => one.positions));
  return openExitPlans(derived.facts.settings).flatMap((other): Issue[] => {
    if (other.id === plan.id) return [];
    const theirs = planProgressOf(other, derived)
      .steps.filter((one) => !isDone(one))
      .map(thingsOf);
    const same = [
      ...(theirs.some((one) => one.lots.some((lot) => lots.has(lot))) ? ['Lots'] : []),
      ...(theirs.some((one) => one.positions.some((position) => positions.has(position)))
        ? ['Positions']
        : []),
    ];
    if (same.length === 0) return [];
    const what = same.length === 1 ? (same[0] ?? '') : 'Lots and positions';
    return [issueOf('exit/also-in-plan', 'warning', { what, name: other.name, plan: other.id })];
  });
}

function thingsOf({ step }: StepProgress): {
  readonly lots: readonly string[];
  readonly positions: readonly string[];
} {
  return {
    lots: step.sales.map(({ lot }) => lot),
    positions: step.hedge === null ? [] : step.hedge.parts.map(({ future }) => future.position),
  };
}
