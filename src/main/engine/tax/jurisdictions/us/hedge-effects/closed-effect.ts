import type { Trace } from '../../../../../../shared/domain/trace.ts';
import { add, isNegative, isZero, negate, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money, Rate } from '../../../../../../shared/num/types.ts';
import { dateText, yearOf } from '../../../../../../shared/time/local-date.ts';
import { node } from '../../../../explain/trace-nodes.ts';
import { moneyText, percentText } from '../../../../words.ts';
import type { TaxYears } from '../../../tax-years.ts';
import {
  coveredLots,
  bookOf,
  hedgeActions,
  saleActions,
  taxOf,
  unpricedAssets,
  yearsWith,
} from './hedge-runs.ts';
import type { HedgeRun } from './hedge-runs.ts';
import type { Closing, HedgeEffectsInput } from './planned-hedge.ts';

/** What closing the hedge on a day, prices changed by a share, does to taxes. */
export interface ClosedEffect {
  readonly closing: Closing;
  readonly change: Rate;
  /** What the futures bring, signed; fees left out. */
  readonly futuresProfit: Money;
  /** Against no hedge and no sale; null without tax details, or where nobody knows the price of covered coins. */
  readonly taxKept: Money | null;
  readonly taxSold: Money | null;
  readonly taxSoldWithout: Money | null;
  /** Of the hedge's losses, what still waits at the end of the year of the close where the coins are kept. */
  readonly waits: Money | null;
  readonly traceKept: Trace | null;
  /** Of `taxSold` less `taxSoldWithout`. */
  readonly traceSold: Trace | null;
  readonly sentence: string;
  /** The years where the coins are kept: clocks and losses are read from them. */
  readonly kept: TaxYears;
  /** The years without the hedge and without a sale. */
  readonly base: TaxYears;
}

/** Four times the same years: as they are, with the hedge, with the hedge and the coins sold, with the coins sold alone. */
export function closedEffect(given: HedgeEffectsInput, run: HedgeRun): ClosedEffect {
  const hedge = hedgeActions(given, run);
  const book = bookOf(given, run);
  const sales = saleActions(coveredLots(given.legs), run, book);
  const isPriced = unpricedAssets(given, book, run.closing.date).length === 0;
  const base = yearsWith(given, run, []);
  const kept = yearsWith(given, run, hedge);
  const sold = yearsWith(given, run, [...hedge, ...sales]);
  const soldWithout = yearsWith(given, run, sales);
  const effect = {
    ...run,
    futuresProfit: profitOf(given, kept),
    taxKept: isPriced ? difference(kept, base) : null,
    taxSold: isPriced ? difference(sold, base) : null,
    taxSoldWithout: isPriced ? difference(soldWithout, base) : null,
    waits: kept.years.length === 0 || !isPriced ? null : waitingOf(given, kept, run),
    traceKept: isPriced ? differenceTrace('Tax of the hedge, the coins kept', kept, base) : null,
    traceSold: isPriced
      ? differenceTrace('Tax that the hedge adds where the coins are sold', sold, soldWithout)
      : null,
    kept,
    base,
  };
  return { ...effect, sentence: sentenceOf(effect) };
}

function difference(first: TaxYears, second: TaxYears): Money | null {
  const [a, b] = [taxOf(first), taxOf(second)];
  return a === null || b === null ? null : subtract(a, b);
}

/** Year by year: the tax of the one less the tax of the other. */
function differenceTrace(label: string, first: TaxYears, second: TaxYears): Trace | null {
  const total = difference(first, second);
  if (total === null) return null;
  const parts = first.years.flatMap(({ assessment }): Trace[] => {
    const other = second.years.find((one) => one.assessment.year === assessment.year);
    if (other === undefined) return [];
    const change = subtract(assessment.totalTax, other.assessment.totalTax);
    if (isZero(change)) return [];
    const sides = [assessment.trace, other.assessment.trace];
    return [node(`Tax of ${assessment.year} with it less without it`, change, 'USD', 'difference', sides)];
  });
  return node(label, total, 'USD', 'sum', parts);
}

function profitOf({ legs }: HedgeEffectsInput, { facts }: TaxYears): Money {
  const planned = new Set(legs.map(({ position }) => position));
  return facts.straddles.futures
    .filter(({ id }) => planned.has(id))
    .flatMap(({ results }) => results)
    .reduce((total, { amount }) => add(total, amount), zeroMoney);
}

function waitingOf({ legs }: HedgeEffectsInput, { straddles }: TaxYears, { closing }: HedgeRun): Money {
  const planned = new Set<string>(legs.map(({ position }) => position));
  return (straddles.years.find(({ year }) => year === yearOf(closing.date))?.deferred ?? [])
    .filter(({ position }) => planned.has(position))
    .reduce((total, { amount }) => add(total, amount), zeroMoney);
}

type Told = Omit<ClosedEffect, 'sentence'>;

function sentenceOf(effect: Told): string {
  const { closing, change, futuresProfit, taxKept, taxSold, taxSoldWithout, waits } = effect;
  const way = isZero(change)
    ? 'at today’s prices'
    : `after prices ${isNegative(change) ? 'fell' : 'rose'} by ${percentText(isNegative(change) ? negate(change) : change)}`;
  const brings = isZero(futuresProfit)
    ? 'brings nothing'
    : `${isNegative(futuresProfit) ? 'loses' : 'brings'} ${unsigned(futuresProfit)}`;
  const first = `Closed on ${dateText(closing.date)} ${way}, the hedge ${brings}.`;
  if (taxKept === null || taxSold === null || taxSoldWithout === null) return first;
  const keptWords = `With the coins kept it ${costs(taxKept)}${
    waits === null || isZero(waits)
      ? ''
      : `; ${moneyText(waits, 'USD')} of its loss wait until the coins are sold`
  }.`;
  const added = subtract(taxSold, taxSoldWithout);
  return `${first} ${keptWords} With the coins sold that day it ${costs(added)} against selling them without it.`;
}

function costs(tax: Money): string {
  if (isZero(tax)) return 'changes no tax';
  return isNegative(tax) ? `saves ${unsigned(tax)} of tax` : `costs ${unsigned(tax)} of tax`;
}

function unsigned(amount: Money): string {
  return moneyText(isNegative(amount) ? negate(amount) : amount, 'USD');
}
