import {
  absolute,
  add,
  compare,
  isPositive,
  isZero,
  subtract,
  sum,
} from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { ratio } from '../../../../shared/num/products.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { listText, moneyText, percentText, quantityText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import type { StepProgress } from './plan-progress.ts';
import type { StepActual } from './step-actual.ts';
import { futuresQuantityWords, stepYear } from './step-words.ts';

/** Prices that differ by less are as planned. */
const SAME_PRICE = rate('0.001');

/** What came otherwise than a step had planned it, each a whole sentence. */
export function deviationsOf(
  progress: StepProgress,
  actual: StepActual,
  derived: Derived,
): readonly string[] {
  return [
    ...quantityWords(progress, derived),
    ...priceWords(progress, actual, derived),
    ...dayWords(progress, derived),
    ...lotWords(progress, actual),
    ...resultWords(progress, actual, derived),
  ];
}

function quantityWords({ step, filled, left, state }: StepProgress, derived: Derived): string[] {
  const words = (quantity: Quantity): string =>
    step.hedge === null
      ? quantityText(quantity, step.asset)
      : futuresQuantityWords(step.hedge.future, quantity, derived);
  if (state === 'over')
    return [
      `${words(subtract(filled, step.quantity))} more were traded than planned: later steps need less of it. Plan what is left again.`,
    ];
  return isPositive(left) && state !== 'done'
    ? [`${words(left)} of ${words(step.quantity)} are still to be traded.`]
    : [];
}

function priceWords({ step }: StepProgress, { price }: StepActual, { facts }: Derived): string[] {
  const planned = step.hedge?.change.price ?? step.purchase?.price ?? step.sales[0]?.price;
  if (price === null || planned === undefined || isZero(planned)) return [];
  const share = ratio(subtract(price, planned), planned, 'half-even');
  if (compare(absolute(share), SAME_PRICE) <= 0) return [];
  const [unit] = [facts.currency];
  const way = share > rate('0') ? 'above' : 'below';
  return [
    `The price was ${moneyText(price as unknown as Money, unit)}, ${percentText(absolute(share))} ${way} the ${moneyText(planned as unknown as Money, unit)} of the plan.`,
  ];
}

function dayWords({ step, trades }: StepProgress, derived: Derived): string[] {
  const days = [...new Set(trades.map(({ date }) => date))].filter((date) => date !== step.date);
  if (days.length === 0) return [];
  const years = new Set(trades.map(({ date }) => stepYear(step, date, derived)));
  const planned = stepYear(step, step.date, derived);
  const other = [...years].filter((year) => year !== planned);
  const turned = other.length === 0 ? '' : `, so that it counts in ${other.join(', ')} and not in ${planned}`;
  return [
    `It was done on ${listText(days.map((date) => dateText(date)))} instead of ${dateText(step.date)}${turned}.`,
  ];
}

/** Lots that the lot engine took and the plan did not name, or the other way round. */
function lotWords({ step, filled }: StepProgress, { disposals }: StepActual): string[] {
  if (step.kind !== 'sell') return [];
  const used = sumsBy(disposals);
  const named = sumsBy(step.sales);
  const others = [...used].filter(([lot, quantity]) => compare(quantity, named.get(lot) ?? zeroQuantity) > 0);
  if (others.length === 0) return [];
  const beyond = sum(
    others.map(([lot, quantity]) => subtract(quantity, named.get(lot) ?? zeroQuantity)),
    zeroQuantity,
  );
  // More than planned has to come from somewhere.
  const surplus = compare(filled, step.quantity) > 0 ? subtract(filled, step.quantity) : zeroQuantity;
  if (compare(beyond, surplus) <= 0) return [];
  const days = new Map(disposals.map(({ lot, acquiredDate }) => [lot, dateText(acquiredDate)]));
  const names = others.map(([lot]) => days.get(lot) ?? lot);
  return [
    `${quantityText(beyond, step.asset)} left other lots than planned (of ${listText([...new Set(names)])}): the lots of the plan were not on record before the sale, or were not there any more.`,
  ];
}

function sumsBy(
  parts: readonly { readonly lot: LotId; readonly quantity: Quantity }[],
): ReadonlyMap<LotId, Quantity> {
  const sums = new Map<LotId, Quantity>();
  for (const { lot, quantity } of parts) sums.set(lot, add(sums.get(lot) ?? zeroQuantity, quantity));
  return sums;
}

function resultWords({ step, state }: StepProgress, actual: StepActual, { facts }: Derived): string[] {
  const words: string[] = [];
  const { shortTermGain, longTermGain, futuresResult, waits } = actual;
  const isWhole = state === 'done' || state === 'over';
  const compared = (label: string, now: Money | null, planned: Money | null): void => {
    if (!isWhole || now === null || planned === null) return;
    const difference = subtract(now, planned);
    if (isZero(difference)) return;
    const way = isPositive(difference) ? 'more' : 'less';
    words.push(`${label}: ${moneyText(absolute(difference), facts.currency)} ${way} than planned.`);
  };
  const planned = (term: 'short' | 'long'): Money =>
    sum(
      step.sales.map(({ counted }) => counted[term]),
      zeroMoney,
    );
  compared('Short-term gain', shortTermGain, planned('short'));
  compared('Long-term gain', longTermGain, planned('long'));
  compared('Result of the futures', futuresResult, step.hedge?.change.result ?? null);
  if (isPositive(waits))
    words.push(`Of the loss ${moneyText(waits, facts.currency)} has to wait by the straddle rules.`);
  return words;
}
