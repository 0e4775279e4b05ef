/**
 * case → years with nothing planned → model in floats → solver → schedule → exact price → local search → plan
 *
 * The simple rules are priced first: the plan is never dearer than one of them that keeps the limits.
 * Errors: `exit/no-schedule` (whoever asked looks for the limits that conflict), `tax/year-not-covered`, `exit/solver-failed`.
 */
import type { StraddleRegime } from '../../../shared/domain/tax-elections.ts';
import { fail, ok } from '../../../shared/errors/failure.ts';
import type { Result } from '../../../shared/errors/failure.ts';
import type { Money } from '../../../shared/num/types.ts';
import { toFloat } from '../../../shared/num/approximate.ts';
import { money } from '../../../shared/num/parse.ts';
import { subtract } from '../../../shared/num/arithmetic.ts';
import type { ExitCase } from './exit-case.ts';
import type { ExitPlan, RuleOutcome } from './exit-plan.ts';
import type { ExitTools } from './exit-tools.ts';
import { localSearch } from './local-search.ts';
import { gapOf, planWords } from './plan-words.ts';
import { draftOfAnswer } from './search/draft-of-answer.ts';
import { draftOfSchedule } from './search/draft-of-schedule.ts';
import type { Draft } from './search/draft.ts';
import { Pricer } from './search/pricer.ts';
import type { PricedDraft } from './search/pricer.ts';
import { estimate } from './search/estimate.ts';
import { hedgeSteps } from './search/hedge-steps.ts';
import { inMethodOrder } from './search/in-method-order.ts';
import { furtherDrafts } from './search/further-drafts.ts';
import { solvedModel } from './search/solved-model.ts';
import type { Solved } from './search/solved-model.ts';
import { startingDrafts } from './search/starting-drafts.ts';
import { tidied } from './search/tidied.ts';
import { simpleRules } from './simple-rules.ts';

/** The cheapest way that was found to reach the goals within the limits, with the bound of the model under it. */
export async function optimiseExit(given: ExitCase, tools: ExitTools): Promise<Result<ExitPlan>> {
  tools.progress('the model of amounts and dates', 0, 4);
  // The solver has a thread of its own: meanwhile the rules are priced.
  const [solved, rules] = await Promise.all([solvedModel(given, tools, 0.6), pricedRules(given, tools)]);
  if (!solved.ok) return solved;
  const pricer = new Pricer(given);
  tools.progress('exact prices of what the model found', 2, 4);
  const starts = await pricedStarts(given, { tools, pricer, rules, solved: solved.value });
  const [first] = starts;
  if (first === undefined) return noSchedule(given);
  const search = { tools, pricer, solved: solved.value };
  const improvedPlan = await improved(given, starts, search);
  const best = await inOrder(given, improvedPlan.best, { ...search, rules });
  const found = { ...improvedPlan, best };
  tools.progress('done', 4, 4);
  return ok(planOf({ given, found, rules, pricer, solved: solved.value, tools }));
}

async function pricedRules(given: ExitCase, tools: ExitTools): Promise<readonly RuleOutcome[]> {
  await tools.pause();
  tools.progress('what simple rules would cost', 1, 4);
  return simpleRules(given);
}

interface Search {
  readonly tools: ExitTools;
  readonly pricer: Pricer;
  readonly solved: Solved;
}

/** The model's answer under each regime, the rules, and plain drafts; cheapest first. */
async function pricedStarts(
  given: ExitCase,
  { tools, pricer, rules, solved }: Search & { readonly rules: readonly RuleOutcome[] },
): Promise<readonly PricedDraft[]> {
  const drafts: Draft[] = [];
  const regimes: readonly (StraddleRegime | null)[] = given.regimes.length === 0 ? [null] : given.regimes;
  if (solved.values !== null)
    for (const regime of regimes) drafts.push(draftOfAnswer(given, solved.model, solved.values, regime));
  const found: PricedDraft[] = [];
  for (const { priced } of rules) {
    if (priced === null) continue;
    const draft = draftOfSchedule(given, priced.schedule);
    found.push({ draft, priced, cost: toFloat(priced.cost) });
    drafts.push(...regimes.map((regime) => ({ ...draft, regime })));
  }
  // Of many lots the model's answer and the rules are start enough: each price takes its time.
  if (solved.values === null || lotsOf(given) <= FEW_LOTS) drafts.push(...startingDrafts(given, regimes));
  for (const draft of drafts) {
    if (found.length > 0 && tools.elapsed() > tools.limits.seconds * 0.8) break;
    const priced = pricer.price(draft);
    if (priced !== null) found.push(priced);
    await tools.pause();
  }
  return found.toSorted((a, b) => a.cost - b.cost);
}

const STARTS_SEARCHED = { few: 8, many: 2 } as const;
/** Exact prices for neighbours of neighbours, where no bound says that it is enough. */
const WIDE = 800;
const MOST_PRICES = 3000;
/** Cases of so few lots are searched by exact prices alone. */
const FEW_LOTS = 12;

/** So near to the bound no second start is searched where there are many lots. */
const NEAR_ENOUGH = 0.01;

function lotsOf({ goals }: ExitCase): number {
  return goals.reduce((count, goal) => count + goal.lots.length, 0);
}

async function improved(
  given: ExitCase,
  starts: readonly PricedDraft[],
  { tools, pricer, solved }: Search,
): Promise<{ readonly best: PricedDraft; readonly isOutOfTime: boolean }> {
  let best: PricedDraft | null = null;
  let isOutOfTime = false;
  const lots = lotsOf(given);
  const prices = Math.max(30, Math.min(MOST_PRICES, Math.round(20_000 / Math.max(1, lots))));
  const neighbours = lots <= FEW_LOTS ? Number.POSITIVE_INFINITY : Math.max(1000, Math.round(200_000 / lots));
  const guess = estimateOf(given, solved);
  const enough = lots <= FEW_LOTS ? tools.limits.gap : Math.max(tools.limits.gap, NEAR_ENOUGH);
  for (const [place, start] of starts
    .slice(0, lots <= FEW_LOTS ? STARTS_SEARCHED.few : STARTS_SEARCHED.many)
    .entries()) {
    tools.progress('looking for something cheaper', 3, 4);
    if (best !== null && isNear(best.cost, boundOf(solved, best.cost), enough)) break;
    const share = place === 0 ? 1 : 0.5;
    const limits = { until: tools.limits.seconds, prices: prices * share, neighbours: neighbours * share };
    const searching = { pricer, tools, limits, estimate: lots <= FEW_LOTS ? null : guess };
    const found = await localSearch(given, start, searching);
    if (best === null || found.best.cost < best.cost) best = found.best;
    isOutOfTime ||= found.isOutOfTime;
    if (found.isOutOfTime) break;
  }
  const found = best ?? (starts[0] as PricedDraft);
  if (isOutOfTime || isNear(found.cost, boundOf(solved, found.cost), enough))
    return { best: found, isOutOfTime };
  return await searchedFurther(given, found, { tools, pricer, solved, isSmall: lots <= FEW_LOTS });
}

const FURTHER_SEARCHED = 3;
const FURTHER_PRICES = 400;

/**
 * While the gap is open: from what the case with less allowed has for its plan, and from all ways to spread the goals over the
 * dates where they are few; then neighbours of neighbours; all anew as long as one of them finds something cheaper.
 */
async function searchedFurther(
  given: ExitCase,
  start: PricedDraft,
  { tools, pricer, solved, isSmall }: Search & { readonly isSmall: boolean },
): Promise<{ readonly best: PricedDraft; readonly isOutOfTime: boolean }> {
  const guess = isSmall ? null : estimateOf(given, solved);
  const limits = { until: tools.limits.seconds, prices: FURTHER_PRICES, neighbours: FURTHER_PRICES * 10 };
  const searching = { pricer, tools, limits, estimate: guess };
  let best = start;
  const isDone = (): boolean => isNear(best.cost, boundOf(solved, best.cost), tools.limits.gap);
  const found: PricedDraft[] = [];
  for await (const draft of furtherDrafts(given, { tools, isSmall, estimate: guess, best: start.draft })) {
    if (tools.elapsed() >= tools.limits.seconds) return { best, isOutOfTime: true };
    await tools.pause();
    const priced = pricer.price(draft);
    if (priced === null) continue;
    found.push(priced);
    if (priced.cost < best.cost) best = priced;
    if (isDone()) return { best, isOutOfTime: false };
  }
  const starts = found.toSorted((a, b) => a.cost - b.cost).slice(0, isSmall ? FURTHER_SEARCHED : 1);
  for (const one of starts) {
    const { best: next, isOutOfTime } = await localSearch(given, one, searching);
    if (next.cost < best.cost) best = next;
    if (isOutOfTime || isDone()) return { best, isOutOfTime };
  }
  if (!isSmall) return { best, isOutOfTime: false };
  const wide = { ...searching, limits: { ...limits, prices: WIDE, neighbours: WIDE * 8 }, isWide: true };
  return await localSearch(given, best, wide);
}

/** By the model's numbers, in the currency; what whole steps cannot follow is never worth a price. */
function estimateOf(given: ExitCase, { numbers }: Solved): (draft: Draft) => number {
  return (draft) => {
    const ordered = inMethodOrder(given, draft);
    const steps = hedgeSteps(given, ordered);
    return steps === null ? Number.POSITIVE_INFINITY : estimate(numbers, ordered, steps) * numbers.unit;
  };
}

const MOST_TIDYING = 40;

/** The plan in an order that people can act on. */
async function inOrder(
  given: ExitCase,
  best: PricedDraft,
  { tools, pricer, solved, rules }: Search & { readonly rules: readonly RuleOutcome[] },
): Promise<PricedDraft> {
  return await tidied(given, best, {
    pricer,
    tools,
    cheapestRule: cheapestOf(rules),
    estimate: estimateOf(given, solved),
    prices: MOST_TIDYING,
  });
}

function cheapestOf(rules: readonly RuleOutcome[]): Money | null {
  const costs = rules.flatMap(({ priced }) => (priced === null ? [] : [priced.cost]));
  return costs.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))[0] ?? null;
}

/** A bound above the price is none: there the model is coarser than the tax engine. */
function boundOf({ bound }: Solved, cost: number): number | null {
  if (bound === null || bound > cost + Math.max(0.01, Math.abs(cost) * 1e-4)) return null;
  return Math.min(bound, cost);
}

function isNear(cost: number, bound: number | null, gap: number): boolean {
  return bound !== null && cost - bound <= gap * Math.max(Math.abs(cost), 1);
}

function noSchedule(given: ExitCase): Result<ExitPlan> {
  return fail('exit/no-schedule', { dates: given.dates.length });
}

function planOf({
  given,
  found: { best, isOutOfTime },
  rules,
  pricer,
  solved,
  tools,
}: Search & {
  readonly given: ExitCase;
  readonly found: { readonly best: PricedDraft; readonly isOutOfTime: boolean };
  readonly rules: readonly RuleOutcome[];
}): ExitPlan {
  const plan = best.priced;
  const bound = boundOf(solved, best.cost);
  const isOptimal = isNear(best.cost, bound, tools.limits.gap);
  const cheapest = cheapestOf(rules);
  const { columns, rows } = solved.model.model;
  return {
    status: isOptimal ? 'optimal' : 'feasible',
    stoppedBy: !isOptimal && (isOutOfTime || solved.isOutOfTime) ? 'time-limit' : null,
    plan,
    bound: bound === null ? null : money(bound.toFixed(6)),
    gap: bound === null ? null : gapOf(best.cost, bound),
    rules,
    saves: cheapest === null ? null : subtract(cheapest, plan.cost),
    words: planWords(solved.numbers, rules, given),
    search: {
      columns: columns.length,
      rows: rows.length,
      integers: columns.filter(({ isInteger }) => isInteger).length,
      priced: pricer.count + rules.filter(({ priced }) => priced !== null).length,
      solverSeconds: solved.seconds,
    },
  };
}
