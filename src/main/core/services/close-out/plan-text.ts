import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { SavedExitPlan } from '../../../../shared/domain/exit-plan.ts';
import { toText } from '../../../../shared/num/format.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { listText, quantityText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { replacedBy } from './exit-plans-of.ts';
import { isDone, planProgressOf } from './plan-progress.ts';
import type { PlanProgress, StepState } from './plan-progress.ts';

export type SavedPlanText = CallAnswer<'exit.list'>['plans'][number];

/** A saved plan as the contract carries it, with where its days stand. */
export function savedPlanText(plan: SavedExitPlan, derived: Derived): SavedPlanText {
  const progress = planProgressOf(plan, derived);
  const { expected } = plan;
  return {
    id: plan.id,
    name: plan.name,
    reason: plan.reason,
    version: plan.version,
    replaces: plan.replaces,
    replacedBy: replacedBy(plan.id, derived.facts.settings),
    savedAt: toIso(plan.savedAt),
    asOf: dateText(plan.asOf),
    dropped: plan.dropped === null ? null : { at: toIso(plan.dropped.at), reason: plan.dropped.reason },
    sentence: planSentence(plan),
    currency: plan.currency,
    cost: toText(expected.cost),
    tax: toText(expected.tax),
    carry: toText(expected.carry),
    fees: toText(expected.fees),
    slippage: toText(expected.slippage),
    marginCost: toText(expected.marginCost),
    years: expected.years.map(({ year, due, taxWith, taxWithout, added }) => ({
      year,
      due: dateText(due),
      taxWith: toText(taxWith),
      taxWithout: toText(taxWithout),
      added: toText(added),
    })),
    assumptions: [...plan.assumptions],
    days: plan.days.map(({ date }) => dayText(date, progress)),
    nextDay: textOrNull(nextDayOf(progress)),
  };
}

/** The first day on which something is not done; null where all is. */
export function nextDayOf({ steps }: PlanProgress): LocalDate | null {
  return steps.find((one) => !isDone(one))?.step.date ?? null;
}

function dayText(date: LocalDate, { steps }: PlanProgress): SavedPlanText['days'][number] {
  const ofDay = steps.filter(({ step }) => step.date === date);
  return {
    date: dateText(date),
    steps: ofDay.length,
    done: ofDay.filter(isDone).length,
    state: stateOfDay(ofDay.map(({ state }) => state)),
  };
}

function stateOfDay(states: readonly StepState[]): StepState {
  const isOver = (state: StepState): boolean => state === 'done' || state === 'over' || state === 'by-hand';
  if (states.every(isOver)) return states.find((state) => state !== 'done') ?? 'done';
  if (states.some((state) => isOver(state) || state === 'partly')) return 'partly';
  return states.find((state) => !isOver(state)) ?? 'waiting';
}

/** "Sell 0.8 BTC and buy 4 ETH on 3 days, with 2 futures positions, from 2026-11-20 to 2027-02-01." */
function planSentence({ goals, futures, days }: SavedExitPlan): string {
  const sells = goals
    .filter(({ sell }) => sell > zeroQuantity)
    .map(({ asset, sell }) => quantityText(sell, asset));
  const buys = goals
    .filter(({ buy }) => buy > zeroQuantity)
    .map(({ asset, buy }) => quantityText(buy, asset));
  const what = [
    ...(sells.length === 0 ? [] : [`sell ${listText(sells)}`]),
    ...(buys.length === 0 ? [] : [`buy ${listText(buys)}`]),
    ...(sells.length + buys.length === 0 ? ['change hedges'] : []),
  ].join(' and ');
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  const when =
    first === undefined || last === undefined
      ? ''
      : first === last
        ? ` on ${dateText(first)}`
        : ` on ${days.length} days from ${dateText(first)} to ${dateText(last)}`;
  const moved = new Set(days.flatMap(({ hedges }) => hedges.map(({ position }) => position)));
  const used = futures.filter(({ position }) => moved.has(position)).length;
  const withFutures =
    used === 0 ? '' : `, with ${used === 1 ? 'one futures position' : `${used} futures positions`}`;
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}${when}${withFutures}.`;
}

const textOrNull = (date: LocalDate | null): string | null => (date === null ? null : dateText(date));
