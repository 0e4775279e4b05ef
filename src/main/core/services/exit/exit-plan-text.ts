/** A plan as the contract carries it. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Exact } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { addedResults } from '../../../engine/exit/added-results.ts';
import type { CandidateDate, ExitFuture } from '../../../engine/exit/exit-case.ts';
import type { ExitPlan, RuleOutcome } from '../../../engine/exit/exit-plan.ts';
import { yearsWithout } from '../../../engine/exit/exit-years.ts';
import { traceOfPrice, traceOfYear } from '../../../engine/exit/price-trace.ts';
import type { PricedSchedule, PricedYear } from '../../../engine/exit/priced-schedule.ts';
import { ruleTitle } from '../../../engine/exit/simple-rules.ts';
import { jurisdictions } from '../../../engine/tax/assess-year.ts';
import { moneyText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { traceText } from '../trace-text.ts';
import { daysText, planSentence } from './exit-day-text.ts';
import type { ExitSetup } from './exit-setup.ts';
import type { PlannedExit } from './planned-exit.ts';
import { offWords } from './off-words.ts';
import { scheduleText } from './schedule-text.ts';

type Answer = CallAnswer<'exit.plan'>;

/** The plan with everything that it rests on. */
export function exitPlanText({ setup, plan: found, seconds }: PlannedExit, derived: Derived): Answer {
  const { plan, rules } = found;
  const used = new Set(plan.schedule.days.map(({ date }) => date));
  const candidate = ({ date, why }: CandidateDate): { date: string; why: string[] } => ({
    date: dateText(date),
    why: [...why],
  });
  return {
    asOf: dateText(setup.asOf),
    horizon: dateText(setup.horizon),
    currency: setup.currency,
    sentence: [planSentence(setup.goals, plan), ...offWords(setup, plan)].join(' '),
    status: found.status,
    stoppedBy: found.stoppedBy,
    bound: textOrNull(found.bound),
    gap: textOrNull(found.gap),
    saves: textOrNull(found.saves),
    savesWords: savesWords(found, setup),
    ...costsText(plan),
    lockedMargin: textOrNull(plan.lockedMargin),
    lossesWaiting: toText(plan.lossesWaiting),
    lossesCarried: toText(plan.lossesCarried),
    gainLeft: toText(plan.gainLeft),
    taxByYear: plan.taxByYear.map((year) => yearText(year, setup, plan)),
    rules: rules.map((rule) => ruleText(rule, plan, setup)),
    goals: setup.goals.map(({ asset, sell, buy, tolerance }) => ({
      asset,
      sell: toText(sell),
      buy: toText(buy),
      tolerance: toText(tolerance),
    })),
    futures: setup.futures.map((future) => futureText(future, plan)),
    regime: plan.schedule.regime,
    days: daysText(setup, plan, derived),
    schedule: scheduleText(plan.schedule),
    candidates: setup.dates.map((one) => ({ ...candidate(one), used: used.has(one.date) })),
    leftOut: setup.leftOut.map(candidate),
    assumptions: setup.assumptions.map((one) => ({ ...one })),
    words: [...setup.notes, ...found.words],
    search: { ...found.search, seconds },
    notes: notesOf(setup, plan),
    issues: issueTexts(onceEach([...setup.setupIssues, ...plan.issues]), derived),
    trace: traceText(traceOfPrice(setup, plan)),
    taxTraces: plan.taxByYear.map((year) => traceText(traceOfYear(setup, plan, year))),
  };
}

function costsText({
  cost,
  tax,
  carry,
  fees,
  slippage,
  marginCost,
}: PricedSchedule): Pick<Answer, 'cost' | 'tax' | 'carry' | 'fees' | 'slippage' | 'marginCost'> {
  return {
    cost: toText(cost),
    tax: toText(tax),
    carry: toText(carry),
    fees: toText(fees),
    slippage: toText(slippage),
    marginCost: toText(marginCost),
  };
}

function yearText(year: PricedYear, setup: ExitSetup, plan: PricedSchedule): Answer['taxByYear'][number] {
  const added = addedResults(year.year, plan.years, yearsWithout(setup));
  return {
    year: year.year,
    due: dateText(year.due),
    shortTermGain: toText(added.shortTermGain),
    longTermGain: toText(added.longTermGain),
    section1256Gain: toText(added.section1256Gain),
    taxWith: toText(year.taxWith),
    taxWithout: toText(year.taxWithout),
    added: toText(year.added),
    addedToday: toText(year.addedToday),
  };
}

function ruleText(
  { rule, priced, why }: RuleOutcome,
  plan: PricedSchedule,
  setup: ExitSetup,
): Answer['rules'][number] {
  return {
    rule,
    title: ruleTitle(rule, setup),
    costs: priced === null ? null : costsText(priced),
    why,
    saved: priced === null ? null : toText(subtract(priced.cost, plan.cost)),
    taxByYear: (priced?.taxByYear ?? []).map(({ year, added }) => ({ year, added: toText(added) })),
  };
}

/** Against the cheapest rule that is possible. */
function savesWords({ rules, saves, status }: ExitPlan, setup: ExitSetup): string | null {
  const possible = rules.flatMap(({ rule, priced }) => (priced === null ? [] : [{ rule, priced }]));
  const [best] = possible.toSorted((a, b) => (a.priced.cost < b.priced.cost ? -1 : 1));
  if (best === undefined || saves === null) return null;
  const title = ruleTitle(best.rule, setup);
  return saves > zeroMoney
    ? `It saves ${moneyText(saves, setup.currency)} against the best simple rule (“${title}”).`
    : status === 'optimal'
      ? `No plan of the model is cheaper than the best simple rule (“${title}”).`
      : `The search found none cheaper than the best simple rule (“${title}”).`;
}

function futureText(future: ExitFuture, { schedule, flows }: PricedSchedule): Answer['futures'][number] {
  const { position, asset, terms, side, isOpen, steps, coinsPerStep, carryWords } = future;
  const first = schedule.days[0];
  const kept = first?.hedges.find((hedge) => hedge.position === position)?.steps ?? 0;
  const until = flows.moves.findLast((one) => one.future === future && one.move === 'close')?.date;
  return {
    position,
    asset,
    contract: terms.id,
    contractName: terms.name,
    side,
    isOpen,
    steps,
    stepsKept: kept,
    coinsPerStep: toText(coinsPerStep),
    heldUntil: kept === 0 || until === undefined ? null : dateText(until),
    carryWords,
  };
}

/** What the tax figures rest on, each a whole sentence, once. */
function notesOf({ profile }: ExitSetup, { years, taxByYear }: PricedSchedule): string[] {
  const counted = new Set(taxByYear.map(({ year }) => year));
  const notes = years.years.filter(({ input }) => counted.has(input.year)).flatMap((year) => [...year.notes]);
  return [...new Set([...notes, jurisdictions[profile.jurisdiction].taxDueNote])];
}

function onceEach(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ message }) => !seen.has(message) && seen.add(message));
}

function textOrNull(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}
