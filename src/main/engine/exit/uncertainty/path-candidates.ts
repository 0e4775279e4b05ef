import type { Failure, Result } from '../../../../shared/errors/failure.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import type { ExitCase } from '../exit-case.ts';
import type { ExitSchedule } from '../exit-schedule.ts';
import type { ExitPlan } from '../exit-plan.ts';
import { ruleSchedule, ruleTitle } from '../simple-rules.ts';
import { SIMPLE_RULES } from '../exit-plan.ts';
import type { CandidatePlan, CaseOnPath, PathId } from './regret-table.ts';
import { scheduleKey } from './same-schedule.ts';

/** The cheapest plan of a case, whoever looks for it. */
export type Planner = (given: ExitCase) => Promise<Result<ExitPlan>>;

const BEST_TITLES: { readonly [Id in PathId]: string } = {
  flat: 'Made for prices that stay',
  up: 'Made for rising prices',
  down: 'Made for falling prices',
  crash: 'Made for a crash',
  yours: 'Made for your own prices',
};

export interface PathCandidates {
  readonly plans: readonly CandidatePlan[];
  /** Paths for which no plan was found, with the reason. */
  readonly without: readonly { readonly path: PathId; readonly failure: Failure }[];
}

/**
 * Plans to compare on every path: one that is there already, the cheapest of each path, and the simple rules; of the same
 * schedules the first.
 * Errors: where no path has a plan, that of the first path.
 */
export async function pathCandidates(
  paths: readonly CaseOnPath[],
  planner: Planner,
  own: ExitSchedule | null = null,
): Promise<Result<PathCandidates>> {
  const plans: CandidatePlan[] =
    own === null ? [] : [{ id: 'own', title: 'The plan that you have found', kind: 'plan', schedule: own }];
  const without: { path: PathId; failure: Failure }[] = [];
  for (const { path, given } of paths) {
    const found = await planner(given);
    if (found.ok) {
      const { schedule } = found.value.plan;
      plans.push({ id: `best-${path}`, title: BEST_TITLES[path], kind: 'plan', schedule });
    } else without.push({ path, failure: found.failure });
  }
  const [first] = without;
  if (plans.length === 0 && first !== undefined) return { ok: false, failure: first.failure };
  const rules = paths[0] === undefined ? [] : rulesOf(paths[0].given);
  const seen = new Set<string>();
  const distinct = [...plans, ...rules].filter(({ schedule }) => {
    const key = scheduleKey(schedule);
    return seen.has(key) ? false : seen.add(key);
  });
  return ok({ plans: distinct, without });
}

function rulesOf(given: ExitCase): CandidatePlan[] {
  return SIMPLE_RULES.flatMap((rule): CandidatePlan[] => {
    const schedule = ruleSchedule(rule, given);
    return typeof schedule === 'string'
      ? []
      : [{ id: rule, title: ruleTitle(rule, given), kind: 'rule', schedule }];
  });
}
