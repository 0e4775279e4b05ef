import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { Failure, Result } from '../../../../shared/errors/failure.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { alternativesOf } from '../../../engine/rebalance/alternatives/alternatives.ts';
import type { AlternativesTools } from '../../../engine/rebalance/alternatives/alternatives-case.ts';
import { optimiseExit } from '../../../engine/exit/optimise-exit.ts';
import { highsSolver } from '../../../solver/highs-solver.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { exitCaseOf } from '../exit/exit-case-of.ts';
import { exitMarketOf } from '../exit/exit-market.ts';
import { Pacer } from '../imports/pacer.ts';
import { alternativesCaseOf } from './alternatives-case-of.ts';
import { alternativesText } from './alternatives-text.ts';

/**
 * The ways back to the targets side by side, what decides between them, and why.
 * Errors: those of `exitCaseOf` and `alternativesCaseOf`.
 */
export const readAlternatives: Handler<'rebalance.alternatives'> = async (request, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  context.progress('Facts', 0, 1);
  const market = await exitMarketOf(derived.value, request, context);
  context.leave();
  const setup = exitCaseOf(derived.value, withOwnExit(request), market);
  if (!setup.ok) return named(setup.failure, request);
  const given = alternativesCaseOf(request, { derived: derived.value, setup: setup.value, market });
  if (!given.ok) return given;
  const tools = toolsOf(context, request.seconds ?? SECONDS, request.withoutMix === true);
  const found = await alternativesOf(given.value, tools, request.withoutTurns !== true);
  return ok(alternativesText(found, given.value, derived.value, setup.value.setupIssues));
};

/** The day on which the hedge is to be left is a day of the plan. */
function withOwnExit(request: CallRequest<'rebalance.alternatives'>): CallRequest<'rebalance.alternatives'> {
  const { exitDate, ownDates = [] } = request;
  return exitDate === undefined ? request : { ...request, ownDates: [...ownDates, exitDate] };
}

/** What is wrong with the day of leaving is said of `exitDate`, as the caller knows it. */
function named(
  failure: Failure,
  { exitDate, ownDates = [] }: CallRequest<'rebalance.alternatives'>,
): Result<never> {
  const isExit = exitDate !== undefined && failure.where?.field === `ownDates.${ownDates.length}`;
  return {
    ok: false,
    failure: isExit ? { ...failure, where: { ...failure.where, field: 'exitDate' } } : failure,
  };
}

/** The search of the mix ends after so long where nothing is said: the other ways do not wait for a perfect one. */
const SECONDS = 5;
const GAP = 0.001;

function toolsOf(context: CallContext, seconds: number, withoutMix: boolean): AlternativesTools {
  const pacer = new Pacer(context.signal);
  const pause = async (): Promise<void> => await pacer.pause();
  const progress = (phase: string, done: number, total: number): void => context.progress(phase, done, total);
  const optimise: AlternativesTools['optimise'] = async (given) => {
    const start = performance.now();
    return await optimiseExit(given, {
      solver: highsSolver(context.signal),
      limits: { seconds, gap: GAP },
      elapsed: () => (performance.now() - start) / 1000,
      pause,
      progress: (_, done, total) => progress('Search the mix', done, total),
    });
  };
  return { optimise: withoutMix ? null : optimise, pause, progress };
}
