import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import { compare, isZero, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { price } from '../../../../shared/num/parse.ts';
import { ratio } from '../../../../shared/num/products.ts';
import type { Price } from '../../../../shared/num/types.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { ExitSchedule } from '../../../engine/exit/exit-schedule.ts';
import { traceOfPrice } from '../../../engine/exit/price-trace.ts';
import { conditionalStep } from '../../../engine/exit/uncertainty/conditional-step.ts';
import { withMovedPrices } from '../../../engine/exit/uncertainty/moved-prices.ts';
import { scheduleDifferences, stepWords } from '../../../engine/exit/uncertainty/step-words.ts';
import { exactAmount } from '../../../engine/rebalance/policy/policy-figures.ts';
import { moneyText } from '../../../engine/words.ts';
import type { ExitRequest, ExitSetup } from '../exit/exit-setup.ts';
import { scheduleText } from '../exit/schedule-text.ts';
import { traceText } from '../trace-text.ts';
import type { UncertaintyTools } from './uncertainty-tools.ts';

type Condition = CallAnswer<'exit.paths'>['conditions'][number];
type Target = NonNullable<ExitRequest['priceTargets']>[number];
interface Tools extends UncertaintyTools {
  readonly progress: () => void;
}

/** What to do instead of the plan where a price target is reached, for each of the request. */
export async function conditionTexts(
  base: ExitSetup,
  plan: ExitSchedule,
  { priceTargets = [] }: ExitRequest,
  tools: Tools,
): Promise<Condition[]> {
  const found: Condition[] = [];
  for (const target of priceTargets) {
    tools.progress();
    found.push(await conditionText(base, plan, target, tools));
  }
  return found;
}

async function conditionText(
  base: ExitSetup,
  plan: ExitSchedule,
  target: Target,
  tools: Tools,
): Promise<Condition> {
  const asset = assetId(target.asset);
  const wanted = price(target.price);
  const on = dayOf(base, plan, localDate(target.by));
  const known = on === null ? null : base.book.priceOn(asset, on);
  const frame = { asset, price: target.price, is: target.is, by: target.by };
  const nothing = {
    costKept: null,
    costChanged: null,
    saves: null,
    traces: [],
    steps: [],
    differences: [],
    schedule: null,
  };
  const begin = `If ${asset} is ${target.is} ${exactAmount(wanted)} before ${target.by}`;
  if (on === null || known === null || isZero(known))
    return {
      ...frame,
      ...nothing,
      on: target.by,
      words: `${begin}, nothing is left of the plan that could change.`,
    };
  const isThere =
    target.is === 'above' ? compare<Price>(known, wanted) >= 0 : compare<Price>(known, wanted) <= 0;
  // Where the price is expected beyond the target anyway, the path that is assumed is the condition's own.
  const change = subtract(ratio<Price>(wanted, known, 'half-even'), oneRate);
  const onPath = isThere || on <= base.asOf ? base : withMovedPrices(base, { change, by: on, asset });
  const step = await conditionalStep(onPath, plan, on, tools);
  if (step === null)
    return {
      ...frame,
      ...nothing,
      on: dateText(on),
      words: `${begin}, the plan cannot be changed any more, or does not hold there.`,
    };
  const saves = subtract(step.kept.cost, step.changed.cost);
  const isSame = isZero(saves);
  return {
    ...frame,
    on: dateText(step.on),
    words: isSame
      ? `${begin}, keep to the plan: nothing that was tried is cheaper.`
      : `${begin}, do this instead from ${dateText(step.on)}: it saves ${moneyText(saves, base.currency)} there.`,
    costKept: toText(step.kept.cost),
    costChanged: toText(step.changed.cost),
    saves: toText(saves),
    traces: [step.kept, step.changed].map((priced) => traceText(traceOfPrice(onPath, priced))),
    steps: isSame
      ? []
      : stepWords(onPath, step.schedule).filter((words) => words.slice(0, 10) >= dateText(step.on)),
    differences: isSame ? [] : [...scheduleDifferences(onPath, plan, step.schedule)],
    schedule: isSame ? null : scheduleText(step.schedule),
  };
}

/** The last candidate day until the target's on which there is still something to change; null where there is none. */
function dayOf({ dates, asOf }: ExitSetup, { days }: ExitSchedule, by: LocalDate): LocalDate | null {
  const last = days.at(-1)?.date;
  if (last === undefined) return null;
  const open = dates.filter(({ date }) => date > asOf && date <= last);
  return (open.findLast(({ date }) => date <= by) ?? open[0])?.date ?? null;
}
