/**
 * plans × price paths → what each costs on each → regret → the robust choice
 */
import { subtract } from '../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../shared/num/types.ts';
import type { ExitCase } from '../exit-case.ts';
import type { ExitSchedule } from '../exit-schedule.ts';
import { feasibility } from '../feasibility.ts';
import { priceSchedule } from '../price-schedule.ts';
import type { PricedSchedule } from '../priced-schedule.ts';

export const PATH_IDS = ['flat', 'up', 'down', 'crash', 'yours'] as const;
export type PathId = (typeof PATH_IDS)[number];

export interface CaseOnPath {
  readonly path: PathId;
  readonly given: ExitCase;
}

/** A plan that is compared on every path. */
export interface CandidatePlan {
  readonly id: string;
  readonly title: string;
  readonly kind: 'plan' | 'rule';
  readonly schedule: ExitSchedule;
}

export interface PricedOnPath {
  readonly path: PathId;
  /** null where it breaks a limit there; `why` says which. */
  readonly priced: PricedSchedule | null;
  readonly why: string | null;
  /** Cost less that of the cheapest candidate on the path: never below zero. null where it has no price. */
  readonly regret: Money | null;
}

export interface PlanOnPaths extends CandidatePlan {
  /** In the order of the paths. */
  readonly onPaths: readonly PricedOnPath[];
  /** null where it is not possible on every path: nobody can choose it before prices are known. */
  readonly worst: { readonly path: PathId; readonly regret: Money } | null;
}

export interface RegretTable {
  readonly plans: readonly PlanOnPaths[];
  /** The cheapest candidate of each path; null where none is possible on it. */
  readonly best: ReadonlyMap<PathId, { readonly plan: string; readonly cost: Money } | null>;
  /** The plan whose worst regret is least; of several the first. null where none is possible everywhere. */
  readonly robust: PlanOnPaths | null;
}

/**
 * What each plan costs on each price path, and how much more than the best of them there.
 * In: paths of one case, which differ in their prices alone; plans of its lots, days and positions.
 * `pause` gives others a turn, and rejects when cancelled.
 * The goals are the same coins on every path, so costs of one path can be compared.
 */
export async function regretTable(
  paths: readonly CaseOnPath[],
  candidates: readonly CandidatePlan[],
  pause: () => Promise<void>,
): Promise<RegretTable> {
  const priced: Priced[][] = [];
  for (const { schedule } of candidates) {
    const row: Priced[] = [];
    for (const path of paths) {
      row.push(pricedOn(path, schedule));
      await pause();
    }
    priced.push(row);
  }
  const best = new Map(paths.map(({ path }, place) => [path, cheapest(candidates, priced, place)]));
  const plans = candidates.map((candidate, row): PlanOnPaths => {
    const onPaths = (priced[row] ?? []).map((one): PricedOnPath => {
      const least = best.get(one.path)?.cost;
      const regret = one.priced === null || least === undefined ? null : subtract(one.priced.cost, least);
      return { ...one, regret };
    });
    return { ...candidate, onPaths, worst: worstOf(onPaths) };
  });
  return { plans, best, robust: leastWorst(plans) };
}

type Priced = Omit<PricedOnPath, 'regret'>;

function pricedOn({ path, given }: CaseOnPath, schedule: ExitSchedule): Priced {
  const [broken] = feasibility(given, schedule);
  return broken === undefined
    ? { path, priced: priceSchedule(given, schedule), why: null }
    : { path, priced: null, why: broken.issue.message };
}

function cheapest(
  candidates: readonly CandidatePlan[],
  priced: readonly (readonly Priced[])[],
  place: number,
): { readonly plan: string; readonly cost: Money } | null {
  let best: { readonly plan: string; readonly cost: Money } | null = null;
  candidates.forEach(({ id }, row) => {
    const cost = priced[row]?.[place]?.priced?.cost;
    if (cost !== undefined && (best === null || cost < best.cost)) best = { plan: id, cost };
  });
  return best;
}

function worstOf(onPaths: readonly PricedOnPath[]): PlanOnPaths['worst'] {
  let worst: PlanOnPaths['worst'] = null;
  for (const { path, regret } of onPaths) {
    if (regret === null) return null;
    if (worst === null || regret > worst.regret) worst = { path, regret };
  }
  return worst;
}

function leastWorst(plans: readonly PlanOnPaths[]): PlanOnPaths | null {
  let robust: PlanOnPaths | null = null;
  for (const plan of plans) {
    if (plan.worst === null) continue;
    if (robust?.worst === undefined || robust.worst === null || plan.worst.regret < robust.worst.regret)
      robust = plan;
  }
  return robust;
}
