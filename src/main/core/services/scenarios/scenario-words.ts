/** What a scenario assumes, in whole sentences: every field of it, so that nothing is assumed in silence. */
import { absolute, isNegative, isZero } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { listText, percentText } from '../../../engine/words.ts';
import type { KeptScenario } from './kept-scenarios.ts';

type Exit = NonNullable<KeptScenario['exit']>;
type Tax = NonNullable<KeptScenario['tax']>;

/** In: how a contract is called, by its id. */
export function scenarioWords(
  { exit = {}, tax = {} }: Pick<KeptScenario, 'exit' | 'tax'>,
  nameOf: (contract: string) => string,
): readonly string[] {
  return [
    ...planWords(exit, nameOf),
    ...limitWords(exit),
    ...costWords(exit),
    ...exitPriceWords(exit),
    ...taxWords(tax),
  ];
}

function planWords(
  { overlay, goals = [], horizon, ownDates = [], noTrade = [], keepLots = [] }: Exit,
  nameOf: (contract: string) => string,
): string[] {
  const chosen = overlay?.contracts.map(({ asset, contract }) => `${asset} with ${nameOf(contract)}`) ?? [];
  return [
    ...goals.map(({ asset, sell, buy }) =>
      sell === undefined ? `Buys ${buy ?? '0'} ${asset}.` : `Sells ${sell} ${asset}.`,
    ),
    ...(overlay === undefined
      ? []
      : [`Hedges ${chosen.length === 0 ? 'as the targets ask' : listText(chosen)}.`]),
    ...(horizon === undefined ? [] : [`Is done by ${horizon}.`]),
    ...(ownDates.length === 0 ? [] : [`May also trade on ${listText(ownDates)}.`]),
    ...noTrade.map(({ from, to }) => `Does not trade from ${from} to ${to}.`),
    ...(keepLots.length === 0
      ? []
      : [`Keeps ${keepLots.length} ${keepLots.length === 1 ? 'lot' : 'lots'} whatever happens.`]),
  ];
}

function limitWords({
  band,
  bandTogether,
  perDay = [],
  minTicket,
  cash,
  maxDates,
  tryRegimes,
  seconds,
}: Exit): string[] {
  return [
    ...(band === undefined ? [] : [`Stays within ${percentText(rate(band))} of the target on the way.`]),
    ...(bandTogether === undefined
      ? []
      : [
          `Keeps all coins together within ${percentText(rate(bandTogether))} of what they are meant to be worth.`,
        ]),
    ...perDay.map(({ asset, quantity }) => `Trades at most ${quantity} ${asset} a day.`),
    ...(minTicket === undefined ? [] : [`Places no order below ${minTicket}.`]),
    ...(cash === undefined ? [] : [`Has ${cash} of cash for margin and purchases.`]),
    ...(maxDates === undefined ? [] : [`Looks at ${maxDates} days at most.`]),
    ...(tryRegimes === true ? ['Tries each way of marking the hedge’s straddle.'] : []),
    ...(seconds === undefined ? [] : [`Searches for ${seconds} seconds at most.`]),
  ];
}

const SHARES: readonly (readonly [name: keyof Exit, words: (share: string) => string])[] = [
  ['discountPerYear', (share) => `Money due later is discounted at ${share} a year.`],
  ['spotFee', (share) => `Trading coins costs a fee of ${share}.`],
  ['spotSlippage', (share) => `Trading coins costs ${share} beyond the fee.`],
  ['futuresSlippage', (share) => `Trading futures costs ${share} beyond the fee.`],
  ['carryPerYear', (share) => `Holding the short costs ${share} a year in funding (negative: it earns).`],
  ['marginCostPerYear', (share) => `Locked margin would have earned ${share} a year.`],
];

function costWords(exit: Exit): string[] {
  return SHARES.flatMap(([name, words]) => {
    const share = exit[name];
    return typeof share === 'string' ? [words(percentText(rate(share)))] : [];
  });
}

function exitPriceWords({ prices = [], priceTargets = [], income = [] }: Exit): string[] {
  return [
    ...prices.map(({ asset, change, price, by }) => priceSentence(asset, change, price, by)),
    ...priceTargets.map(
      ({ asset, price, is, by }) =>
        `Acts if ${asset} is ${is === 'above' ? 'at' : 'at or below'} ${price}${is === 'above' ? ' or above' : ''} by ${by}.`,
    ),
    ...income.map(({ year, ordinaryIncome }) => `Ordinary income of ${year} is ${ordinaryIncome}.`),
  ];
}

function priceSentence(asset: string, change?: string, price?: string, by?: string): string {
  const where = price === undefined ? changeWords(rate(change ?? '0')) : `goes to ${price}`;
  return `${asset} ${where}${by === undefined ? '' : ` by ${by}`}.`;
}

function changeWords(change: Rate): string {
  if (isZero(change)) return 'stays as it is';
  return `${isNegative(change) ? 'falls' : 'rises'} by ${percentText(absolute(change))}`;
}

const INCOME: Readonly<Record<string, string>> = {
  filingStatus: 'Filing status',
  ordinaryIncome: 'Ordinary income',
  otherInvestmentIncome: 'Other investment income',
  qualifiedDividends: 'Qualified dividends',
  otherShortTermGain: 'Short-term gain elsewhere',
  otherLongTermGain: 'Long-term gain elsewhere',
  deduction: 'The deduction',
  stateRate: 'The state’s rate',
};

function taxWords(tax: Tax): string[] {
  const { income = [], prices = [], moves = [], withoutPlans = [], sales = [], elections = [] } = tax;
  return [
    ...income.flatMap(({ year, ...fields }) =>
      Object.entries(fields).map(
        ([name, value]) => `${INCOME[name] ?? name} of ${year} is ${String(value)}.`,
      ),
    ),
    ...(tax.filingStatus === undefined ? [] : [`Filing status from this year on is ${tax.filingStatus}.`]),
    ...(tax.inflation === undefined
      ? []
      : [`Published amounts grow by ${percentText(rate(tax.inflation))} a year.`]),
    ...prices.map(({ asset, change, price, date }) => priceSentence(asset, change, price, date)),
    ...moves.map(({ step, date }) => `The planned step ${step} is done on ${date}.`),
    ...withoutPlans.map((plan) => `The saved plan ${plan} is not carried out.`),
    ...sales.map(
      ({ lot, asset, quantity, date, price }) =>
        `Also sells ${quantity} ${asset ?? `of lot ${lot ?? ''}`} on ${date}${price === undefined ? '' : ` at ${price}`}.`,
    ),
    ...elections.map(({ id, value }) => `The choice “${id}” is “${value}”.`),
    ...(tax.discountPerYear === undefined
      ? []
      : [`Tax due later is discounted at ${percentText(rate(tax.discountPerYear))} a year.`]),
    ...(tax.returnPerYear === undefined
      ? []
      : [`Money kept meanwhile earns ${percentText(rate(tax.returnPerYear))} a year.`]),
  ];
}
