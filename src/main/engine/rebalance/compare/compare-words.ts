/** The comparison in sentences. */
import {
  absolute,
  add,
  isNegative,
  isPositive,
  isZero,
  subtract,
  sum,
} from '../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { dateText, yearOf } from '../../../../shared/time/local-date.ts';
import { listText, moneyText, percentText } from '../../words.ts';
import type { Alternative } from './alternative.ts';
import type { ComparisonCase } from './comparison-case.ts';
import type { YearTax } from './tax-difference.ts';

export type Better = 'sell-now' | 'hedge-then-sell' | 'equal';

interface Answer {
  readonly better: Better;
  readonly difference: Money;
}

/** The answer, and whether it is the straddle rules that turn it round. */
export function comparisonSentence(answer: Answer, apart: Answer, given: ComparisonCase): string {
  const words = `${answerWords(answer.better, answer.difference, given)}.`;
  if (apart.better === answer.better) return words;
  const turned = answerWords(apart.better, apart.difference, given);
  return `${words} The straddle rules decide that: without them ${turned.charAt(0).toLowerCase()}${turned.slice(1)}.`;
}

function answerWords(better: Better, difference: Money, { exit, currency }: ComparisonCase): string {
  const amount = moneyText(absolute(difference), currency);
  switch (better) {
    case 'sell-now':
      return `Selling now is cheaper by ${amount}`;
    case 'hedge-then-sell':
      return `Hedging now and selling on ${dateText(exit)} is cheaper by ${amount}`;
    case 'equal':
      return `Selling now and hedging until ${dateText(exit)} cost the same`;
  }
}

/** What decides: tax, carry, fees and futures against coins, the largest first; then rates and the day tax falls due. */
export function comparisonReasons(sellNow: Alternative, hedge: Alternative, given: ComparisonCase): string[] {
  const { currency } = given;
  const reasons: { readonly weight: Money; readonly text: string }[] = [
    { weight: subtract(sellNow.tax, hedge.tax), text: taxReason(sellNow, hedge, currency) },
    { weight: hedge.carry, text: carryReason(hedge, given) },
    { weight: subtract(hedge.fees, sellNow.fees), text: feeReason(sellNow, hedge, currency) },
    ...futuresReasons(sellNow, hedge, currency),
  ];
  const ordered = reasons
    .filter(({ weight }) => !isZero(weight))
    .toSorted((a, b) => (absolute(a.weight) > absolute(b.weight) ? -1 : 1))
    .map(({ text }) => text);
  return [...ordered, ...rateReasons(sellNow, hedge), ...timingReasons(sellNow, hedge, given)];
}

/** Where one more unit of long-term gain costs something else in the year of the sale. */
function rateReasons(sellNow: Alternative, hedge: Alternative): string[] {
  const now = sellNow.taxes.find(({ year }) => sellNow.sales.some(({ date }) => yearOf(date) === year));
  const later = hedge.taxes.find(({ year }) => hedge.sales.some(({ date }) => yearOf(date) === year));
  if (now === undefined || later === undefined) return [];
  const [first, second] = [now, later].map((year) => year.without.marginalRates.longTerm);
  if (first === undefined || second === undefined || first === second) return [];
  return [
    `The next 1,000 of long-term gain costs ${percentText(first)} in ${now.year} and ${percentText(second)} in ${later.year}.`,
  ];
}

function taxReason(sellNow: Alternative, hedge: Alternative, currency: string): string {
  return `Tax: ${moneyText(sellNow.tax, currency)} when selling now (${gainWords(sellNow, currency)}) against ${moneyText(hedge.tax, currency)} when hedging first (${gainWords(hedge, currency)}).`;
}

function gainWords({ taxes }: Alternative, currency: string): string {
  const words = taxes.flatMap((year) => yearWords(year, currency));
  return words.length === 0 ? 'no gain' : listText(words);
}

function yearWords(gains: YearTax, currency: string): string[] {
  const parts: readonly (readonly [Money, string])[] = [
    [gains.shortTermGain, 'short-term'],
    [gains.longTermGain, 'long-term'],
    [gains.section1256Gain, '60/40'],
    [gains.otherFuturesGain, 'futures'],
  ];
  return parts
    .filter(([amount]) => !isZero(amount))
    .map(([amount, name]) => {
      const kind = isNegative(amount) ? 'loss' : 'gain';
      return `${moneyText(absolute(amount), currency)} ${name} ${kind} in ${gains.year}`;
    });
}

function carryReason({ carry }: Alternative, { legs, currency, exit }: ComparisonCase): string {
  const effect = isPositive(carry) ? 'costs' : 'brings';
  const sources = [...new Set(legs.map(({ carryWords }) => carryWords))].join(' ');
  return `Holding the legs until ${dateText(exit)} ${effect} ${moneyText(absolute(carry), currency)}. ${sources}`;
}

function feeReason(sellNow: Alternative, hedge: Alternative, currency: string): string {
  return `Fees: ${moneyText(sellNow.fees, currency)} when selling now, ${moneyText(hedge.fees, currency)} with the futures.`;
}

/** Where prices change and the futures, rounded to whole contracts, do not move as the coins do. */
function futuresReasons(
  sellNow: Alternative,
  hedge: Alternative,
  currency: string,
): { readonly weight: Money; readonly text: string }[] {
  const later = subtract(traded(hedge), traded(sellNow));
  const left = add(hedge.futuresProfit, later);
  if (isZero(later)) return [];
  return [
    {
      weight: left,
      text: `Futures against coins: the futures ${resultWords(hedge.futuresProfit, currency)}, the coins traded at the exit ${resultWords(later, currency)} against today; ${moneyText(absolute(left), currency)} of ${isNegative(left) ? 'loss' : 'gain'} stays: the contracts do not cover the coins exactly.`,
    },
  ];
}

/** What is received for coins less what is paid for coins, before fees. */
function traded({ sales, purchases }: Alternative): Money {
  const received = sum(
    sales.map(({ proceeds, fee }) => add(proceeds, fee)),
    zeroMoney,
  );
  return subtract(
    received,
    sum(
      purchases.map(({ cost }) => cost),
      zeroMoney,
    ),
  );
}

function resultWords(amount: Money, currency: string): string {
  return `${isNegative(amount) ? 'lose' : 'gain'} ${moneyText(absolute(amount), currency)}`;
}

/** Where the same tax falls due in another year. */
function timingReasons(sellNow: Alternative, hedge: Alternative, given: ComparisonCase): string[] {
  const first = sellNow.taxes.find(({ tax }) => !isZero(tax));
  const last = hedge.taxes.findLast(({ tax }) => !isZero(tax));
  if (first === undefined || last === undefined || first.year === last.year) return [];
  return [
    `The tax falls due on ${dateText(last.due)} in place of ${dateText(first.due)}, discounted at ${percentText(given.discountPerYear)} a year.`,
  ];
}
