import { ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { ExitPlan } from '../../../engine/exit/exit-plan.ts';
import { limitsThatConflict, provenConflict } from '../../../engine/exit/limits-that-conflict.ts';
import { optimiseExit } from '../../../engine/exit/optimise-exit.ts';
import { highsSolver, warmSolver } from '../../../solver/highs-solver.ts';
import type { CallContext } from '../../call-context.ts';
import type { Derived } from '../../derived.ts';
import { Pacer } from '../imports/pacer.ts';
import { exitCaseOf } from './exit-case-of.ts';
import { exitMarketOf } from './exit-market.ts';
import type { ExitRequest, ExitSetup } from './exit-setup.ts';

export interface PlannedExit {
  readonly setup: ExitSetup;
  readonly plan: ExitPlan;
  /** That the search took. */
  readonly seconds: number;
}

const DEFAULT_SECONDS = 20;
/** Relative, between the exact cost and the model's bound. */
const GAP = 0.001;
const MOST_KEPT = 20;

type Context = Pick<CallContext, 'session' | 'signal' | 'progress' | 'leave'>;

/**
 * The plan for a request, kept until the ledger or the day changes.
 * Errors: those of `exitCaseOf` and `optimiseExit`; `exit/limits-conflict` and `exit/limit-impossible` where no schedule
 * keeps all limits.
 */
export async function plannedExit(
  derived: Derived,
  request: ExitRequest,
  context: Context,
): Promise<Result<PlannedExit>> {
  const kept = keptPlans(derived, context);
  const key = JSON.stringify(request);
  const known = kept.get(key);
  if (known !== undefined) return ok(known);
  warmSolver();
  context.progress('Facts', 0, null);
  const setup = exitCaseOf(derived, request, await exitMarketOf(derived, request, context));
  if (!setup.ok) return setup;
  context.leave();
  const conflict = provenConflict(setup.value);
  if (conflict !== null) return { ok: false, failure: conflict };
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1000;
  const pacer = new Pacer(context.signal);
  const plan = await optimiseExit(setup.value, {
    solver: highsSolver(context.signal),
    limits: { seconds: request.seconds ?? DEFAULT_SECONDS, gap: GAP },
    elapsed,
    pause: async () => await pacer.pause(),
    progress: (phase, done, total) => context.progress(phase, done, total),
  });
  if (!plan.ok) {
    const why = plan.failure.code === 'exit/no-schedule' ? limitsThatConflict(setup.value) : null;
    return why === null ? plan : { ok: false, failure: why };
  }
  const made = { setup: setup.value, plan: plan.value, seconds: elapsed() };
  // Also what a time limit cut short: the same question has the same answer; more seconds are another question.
  keep(kept, key, made);
  return ok(made);
}

/** The plan that was found for a request since the ledger or the day changed; null where none was. */
export function keptPlan(derived: Derived, request: ExitRequest, context: Context): PlannedExit | null {
  return keptPlans(derived, context).get(JSON.stringify(request)) ?? null;
}

function keptPlans({ facts, asOf }: Derived, { session }: Context): Map<string, PlannedExit> {
  const key = `exit-plans:${facts.ledgerHash}:${dateText(asOf)}`;
  let kept = session.cache.get(key) as Map<string, PlannedExit> | undefined;
  if (kept === undefined) session.cache.set(key, (kept = new Map<string, PlannedExit>()));
  return kept;
}

/** The oldest goes first. */
function keep(kept: Map<string, PlannedExit>, key: string, made: PlannedExit): void {
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, made);
}
