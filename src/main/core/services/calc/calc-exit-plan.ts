import type { CalcExitPlanInput, CalcExitPlanOutput } from '../../../../shared/contract/calc-exit-plan.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Exact } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { ExitCase } from '../../../engine/exit/exit-case.ts';
import type { ExitPlan, SimpleRule } from '../../../engine/exit/exit-plan.ts';
import { limitsThatConflict, provenConflict } from '../../../engine/exit/limits-that-conflict.ts';
import { optimiseExit } from '../../../engine/exit/optimise-exit.ts';
import { traceOfPrice } from '../../../engine/exit/price-trace.ts';
import { times } from '../../../engine/exit/times.ts';
import { highsSolver } from '../../../solver/highs-solver.ts';
import type { HandlersOf } from '../../call-context.ts';
import { Pacer } from '../imports/pacer.ts';
import { traceText } from '../trace-text.ts';
import { calcExitCaseOf } from './calc-exit-plan-case.ts';
import { knownJurisdiction } from './calc-gains-refusals.ts';

const DEFAULT_SECONDS = 20;
const GAP = 0.001;

export const calcExitPlanHandlers: HandlersOf<'calc.exit-plan'> = {
  'calc.exit-plan': async (request: CalcExitPlanInput, { signal, progress }) => {
    const jurisdiction = knownJurisdiction(request.jurisdiction);
    if (!jurisdiction.ok) return jurisdiction;
    if (jurisdiction.value !== 'us')
      return fail(
        'calc/jurisdiction-unknown',
        { jurisdiction: request.jurisdiction, known: '"us"' },
        { field: 'jurisdiction' },
      );
    const given = calcExitCaseOf(request);
    if (!given.ok) return given;
    const conflict = provenConflict(given.value);
    if (conflict !== null) return { ok: false, failure: conflict };
    const started = performance.now();
    const pacer = new Pacer(signal);
    const found = await optimiseExit(given.value, {
      solver: highsSolver(signal),
      limits: { seconds: request.seconds ?? DEFAULT_SECONDS, gap: GAP },
      elapsed: () => (performance.now() - started) / 1000,
      pause: async () => await pacer.pause(),
      progress,
    });
    if (found.ok) return ok(answerOf(given.value, found.value));
    const why = found.failure.code === 'exit/no-schedule' ? limitsThatConflict(given.value) : null;
    return why === null ? found : { ok: false, failure: why };
  },
};

function answerOf(given: ExitCase, found: ExitPlan): CalcExitPlanOutput {
  const { plan, status, stoppedBy, bound, gap, saves, words } = found;
  return {
    status,
    stoppedBy,
    bound: textOrNull(bound),
    gap: textOrNull(gap),
    totalCost: toText(plan.cost),
    regime: plan.schedule.regime,
    schedule: plan.schedule.days.map(({ date, sells, buys, hedges }) => ({
      date: dateText(date),
      sells: sells.map(({ lot, asset, quantity }) => ({ lot, asset, quantity: toText(quantity) })),
      buys: buys.map(({ asset, quantity }) => ({ asset, quantity: toText(quantity) })),
      hedges: hedges.flatMap(({ position, steps }) => {
        const terms = given.futures.find((future) => future.position === position)?.terms;
        if (terms === undefined || steps === 0) return [];
        return [{ position, contract: terms.id, quantity: toText(times(terms.quantityStep, steps)) }];
      }),
    })),
    taxByYear: plan.taxByYear.map(({ year, due, taxWith, taxWithout, added }) => ({
      year,
      due: dateText(due),
      taxWith: toText(taxWith),
      taxWithout: toText(taxWithout),
      added: toText(added),
    })),
    costs: {
      tax: toText(plan.tax),
      carry: toText(plan.carry),
      fees: toText(plan.fees),
      slippage: toText(plan.slippage),
      marginCost: toText(plan.marginCost),
    },
    lockedMargin: textOrNull(plan.lockedMargin),
    lossesWaiting: toText(plan.lossesWaiting),
    lossesCarried: toText(plan.lossesCarried),
    gainLeft: toText(plan.gainLeft),
    baselines: {
      fifoNow: baselineOf('fifo-now', found),
      hifoNow: baselineOf('hifo-now', found),
      minTaxNow: baselineOf('min-tax-now', found),
      nextYear: baselineOf('next-year', found),
      halfAndHalf: baselineOf('half-and-half', found),
    },
    saves: textOrNull(saves),
    words: [...words],
    issues: plan.issues.map(({ code, severity, message, fix, event, asset, account }) => ({
      code,
      severity,
      message,
      fix,
      event: event ?? null,
      asset: asset ?? null,
      account: account ?? null,
    })),
    trace: traceText(traceOfPrice(given, plan)),
  };
}

function baselineOf(rule: SimpleRule, { rules }: ExitPlan): CalcExitPlanOutput['baselines']['fifoNow'] {
  const found = rules.find((one) => one.rule === rule);
  return {
    totalCost: textOrNull(found?.priced?.cost ?? null),
    tax: textOrNull(found?.priced?.tax ?? null),
    why: found?.why ?? null,
  };
}

function textOrNull(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}
