import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { TraceText } from '../../../../shared/contract/texts.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { isPositive } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { quantityText } from '../../../engine/words.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { sourcesOf } from '../holdings/event-sources.ts';
import { comparedYears } from './compared-years.ts';
import { leftOf } from './left-of.ts';
import { planNamed } from './chosen-plan.ts';
import { isDone, planProgressOf } from './plan-progress.ts';
import type { PlanProgress } from './plan-progress.ts';
import { savedPlanText } from './plan-text.ts';
import { stepText } from './step-text.ts';
import { orderWords } from '../hedge/leg-words.ts';

type Answer = CallAnswer<'exit.progress'>;

/** A plan with what came in of it and what it does to the tax. Errors: `exit/no-such-plan`, `ledger/locked`. */
export const readProgress: Handler<'exit.progress'> = async (request, context) => {
  const found = await derivedOf(context);
  if (!found.ok) return found;
  const derived = found.value;
  const plan = planNamed(request.plan, derived);
  if (!plan.ok) return plan;
  const progress = planProgressOf(plan.value, derived);
  const years = await comparedYears(progress, derived, context);
  return ok({
    plan: savedPlanText(plan.value, derived),
    sentence: progressSentence(progress),
    steps: progress.steps.map((one) => stepText(one, derived)),
    outside: outsideTexts(progress, derived),
    years: [...years.years],
    deviations: [...years.words, ...elsewhereWords(progress), ...outsideWords(progress)],
    left: leftOf(progress).map(({ asset, sell, buy }) => ({ asset, sell: toText(sell), buy: toText(buy) })),
    trace: JSON.parse(plan.value.trace) as TraceText,
    issues: [],
  });
};

function progressSentence(progress: PlanProgress): string {
  const { steps } = progress;
  const done = steps.filter(isDone).length;
  const left = leftOf(progress)
    .flatMap(({ asset, sell, buy }) => [
      ...(isPositive(sell) ? [`${quantityText(sell, asset)} to sell`] : []),
      ...(isPositive(buy) ? [`${quantityText(buy, asset)} to buy`] : []),
    ])
    .join(', ');
  const rest = left === '' ? 'nothing is left to sell or buy' : `left: ${left}`;
  return `${done} of ${steps.length} steps are done; ${rest}.`;
}

function outsideTexts({ outside }: PlanProgress, derived: Derived): Answer['outside'] {
  const sourceOf = sourcesOf(derived);
  return outside.map(({ event, date, side, of, quantity, account }) => {
    const terms = derived.facts.termsOf(of as never);
    const what =
      terms === undefined ? quantityText(quantity, of) : `${orderWords(quantity, terms)} of ${terms.symbol}`;
    const { file, line } = sourceOf(event);
    const verb = side === 'buy' ? 'bought' : 'sold';
    return {
      event,
      date: dateText(date),
      words: `${what} ${verb} in ${derived.accountName(account)} on ${dateText(date)} belong to no step of the plan.`,
      file,
      line,
    };
  });
}

/** A trade counts once: for the plan that was saved first. */
function elsewhereWords({ elsewhere }: PlanProgress): string[] {
  return [...Map.groupBy(elsewhere, ({ name }) => name)].map(([name, { length }]) => {
    const trades =
      length === 1
        ? 'One trade that this plan wants, too, ticks'
        : `${length} trades that this plan wants, too, tick`;
    return `${trades} steps of the exit plan “${name}”, which was saved before it. A trade ticks one plan only.`;
  });
}

function outsideWords({ outside }: PlanProgress): string[] {
  if (outside.length === 0) return [];
  const trades = outside.length === 1 ? 'One trade' : `${outside.length} trades`;
  return [
    `${trades} of the plan’s coins or contracts ${outside.length === 1 ? 'belongs' : 'belong'} to no step: another account or side, another time, or more than a step wanted.`,
  ];
}
