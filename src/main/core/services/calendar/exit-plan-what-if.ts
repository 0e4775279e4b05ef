/** What a saved exit plan would cost with one of its days on another one: priced by the tax engine, all costs counted. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { SavedExitPlan } from '../../../../shared/domain/exit-plan.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { absolute, isNegative, isZero, larger, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { feasibility } from '../../../engine/exit/feasibility.ts';
import { priceSchedule } from '../../../engine/exit/price-schedule.ts';
import { traceOfPrice } from '../../../engine/exit/price-trace.ts';
import type { PricedSchedule } from '../../../engine/exit/priced-schedule.ts';
import { node } from '../../../engine/explain/trace-nodes.ts';
import { moneyText } from '../../../engine/words.ts';
import type { CallContext } from '../../call-context.ts';
import type { Derived } from '../../derived.ts';
import { openExitPlans } from '../close-out/exit-plans-of.ts';
import { planProgressOf } from '../close-out/plan-progress.ts';
import type { PlanProgress } from '../close-out/plan-progress.ts';
import { restOf } from '../close-out/rest-of.ts';
import { restRequest } from '../close-out/rest-request.ts';
import { exitCaseOf } from '../exit/exit-case-of.ts';
import { exitMarketOf } from '../exit/exit-market.ts';
import type { ExitSetup } from '../exit/exit-setup.ts';
import { traceText } from '../trace-text.ts';
import { amounts } from './what-if-amounts.ts';

type Answer = Omit<CallAnswer<'calendar.whatIf'>, 'asOf' | 'currency' | 'moved'>;

/** Days of one exit plan on other days. */
export interface ExitDayMoves {
  readonly plan: string;
  readonly moves: ReadonlyMap<LocalDate, LocalDate>;
}

/**
 * The rest of the plan as it stands, and with the days moved; limits that the move breaks beside those that the rest breaks
 * anyway are said, not refused.
 * Errors: `exit/no-such-plan`, `exit/rest-not-possible`, those of `exitCaseOf`.
 */
export async function exitPlanWhatIf(
  { plan: id, moves }: ExitDayMoves,
  derived: Derived,
  context: Pick<CallContext, 'session'>,
): Promise<Result<Answer>> {
  const plan = openExitPlans(derived.facts.settings).find((one) => one.id === id);
  if (plan === undefined) return fail('exit/no-such-plan', { plan: id });
  const progress = planProgressOf(plan, derived);
  const moved = withMoves(progress, moves);
  const made = await caseOf(progress, moved, derived, context);
  if (!made.ok) return made;
  const given = withTolerances(made.value, plan);
  const rest = restOf(progress, given, derived);
  const movedRest = restOf(moved, given, derived);
  if (rest === null || movedRest === null) return fail('exit/rest-not-possible', { name: plan.name });
  const [before, after] = [priceSchedule(given, rest), priceSchedule(given, movedRest)];
  const messagesOf = (schedule: typeof rest): readonly string[] =>
    feasibility(given, schedule).map(({ issue }) => issue.message);
  const already = new Set(messagesOf(rest));
  const broken = messagesOf(movedRest).filter((message) => !already.has(message));
  return ok(answerOf(before, after, broken, given, plan));
}

function withMoves(progress: PlanProgress, moves: ReadonlyMap<LocalDate, LocalDate>): PlanProgress {
  const steps = progress.steps.map((one) => {
    const date = moves.get(one.step.date);
    return date === undefined ? one : { ...one, step: { ...one.step, date } };
  });
  return { ...progress, steps };
}

/** What the plan itself was allowed to stand off, not what today's request would allow. */
function withTolerances(given: ExitSetup, { goals }: SavedExitPlan): ExitSetup {
  return {
    ...given,
    goals: given.goals.map((goal) => {
      const saved = goals.find(({ asset }) => asset === goal.asset)?.tolerance;
      return saved === undefined ? goal : { ...goal, tolerance: larger(goal.tolerance, saved) };
    }),
  };
}

/** One case for both, with the days of both. */
async function caseOf(
  progress: PlanProgress,
  moved: PlanProgress,
  derived: Derived,
  context: Pick<CallContext, 'session'>,
): Promise<Result<ExitSetup>> {
  const request = restRequest(progress, derived);
  const { ownDates = [], horizon } = restRequest(moved, derived);
  const days = [...new Set([...(request.ownDates ?? []), ...ownDates])].toSorted((a, b) => (a < b ? -1 : 1));
  const last = days.at(-1);
  const asked = {
    ...request,
    ownDates: days,
    ...(horizon !== undefined && last !== undefined && last > horizon ? { horizon: last } : {}),
  };
  return exitCaseOf(derived, asked, await exitMarketOf(derived, asked, context));
}

function answerOf(
  before: PricedSchedule,
  after: PricedSchedule,
  broken: readonly string[],
  given: ExitSetup,
  plan: SavedExitPlan,
): Answer {
  const trace = node(
    'What the move costs in today’s money',
    subtract(after.cost, before.cost),
    given.currency,
    'difference',
    [traceOfPrice(given, after), traceOfPrice(given, before)],
  );
  const years = before.taxByYear.flatMap(({ year, due, taxWith }) => {
    const other = after.taxByYear.find((one) => one.year === year);
    return other === undefined ? [] : [{ year, due, taxWith, moved: other.taxWith }];
  });
  const total = (read: (year: (typeof years)[number]) => Money): Money => sum(years.map(read), zeroMoney);
  return {
    years: years.map(({ year, due, taxWith, moved }) => ({
      year,
      due: dateText(due),
      ...amounts(taxWith, moved),
    })),
    tax: amounts(
      total(({ taxWith }) => taxWith),
      total(({ moved }) => moved),
    ),
    cost: { ...amounts(before.cost, after.cost), trace: traceText(trace) },
    words: [...costWords(before, after, given.currency, plan), ...brokenWords(broken)],
  };
}

function costWords(
  before: PricedSchedule,
  after: PricedSchedule,
  currency: string,
  { name }: SavedExitPlan,
): string[] {
  const difference = subtract(after.cost, before.cost);
  const amount = moneyText(absolute(difference), currency);
  return [
    isZero(difference)
      ? `What is left of “${name}” costs the same in today’s money.`
      : `What is left of “${name}” costs ${amount} ${isNegative(difference) ? 'less' : 'more'} in today’s money.`,
    'Tax, funding, fees, slippage and what locked margin would earn are in it; what prices do meanwhile is not.',
    'Nothing is stored: it is a question, not a plan.',
  ];
}

function brokenWords(broken: readonly string[]): string[] {
  return broken.length === 0 ? [] : [`So it would not keep to its limits: ${[...new Set(broken)].join(' ')}`];
}
