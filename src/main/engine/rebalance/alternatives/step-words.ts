/** What a way does, day by day, in whole sentences; and what it leaves as it is. */
import { absolute, isNegative, isPositive, sum } from '../../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { quantityTimes } from '../../../../shared/num/products.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import { compareDates, dateText } from '../../../../shared/time/local-date.ts';
import type { ExitDay } from '../../exit/exit-schedule.ts';
import type { FutureMove } from '../../exit/schedule-flows.ts';
import { listText, moneyText, percentText, pointsText, quantityText } from '../../words.ts';
import type { Alternative } from './alternatives.ts';
import type { AlternativesCase } from './alternatives-case.ts';
import { moneyTied } from './money-needed.ts';
import { offTargets } from './weights-after.ts';

export function stepWords(way: Alternative, given: AlternativesCase): readonly string[] {
  const { priced } = way;
  const days = new Set([
    ...priced.schedule.days.map(({ date }) => date),
    ...priced.flows.moves.map(({ date }) => date),
  ]);
  const done = [...days].toSorted(compareDates).flatMap((date) => {
    const day = priced.schedule.days.find((one) => one.date === date);
    const moves = priced.flows.moves.filter((one) => one.date === date);
    const words = [
      ...moves.filter(isClosing).map(moveWords),
      ...tradeWords(day),
      ...moves.filter((one) => !isClosing(one)).map(moveWords),
    ];
    return words.length === 0 ? [] : [`${dateText(date)}: ${listText(words)}.`];
  });
  return [...done, ...leftWords(way, given)];
}

function isClosing({ move }: FutureMove): boolean {
  return move === 'close' || move === 'reduce';
}

function moveWords({ future, move, steps }: FutureMove): string {
  const count = rateFromFraction(BigInt(steps), 1n, 'half-even');
  const coins = quantityText(quantityTimes(future.coinsPerStep, count, 'half-even'), future.asset);
  const { symbol } = future.terms;
  switch (move) {
    case 'open':
      return `open ${future.side === 'short' ? 'a short' : 'a long'} of ${coins} with ${symbol}`;
    case 'roll':
      return `roll ${coins} of ${symbol} into the next contract`;
    case 'reduce':
      return `close ${coins} of ${symbol}`;
    case 'close':
      return `close ${symbol} (${coins})`;
  }
}

function tradeWords(day: ExitDay | undefined): readonly string[] {
  if (day === undefined) return [];
  const sold = [...Map.groupBy(day.sells, ({ asset }) => asset)].map(
    ([asset, sales]) => `sell ${quantityText(totalOf(sales), asset)} out of ${lotsText(sales.length)}`,
  );
  const bought = day.buys.map(({ asset, quantity }) => `buy ${quantityText(quantity, asset)}`);
  return [...sold, ...bought];
}

function totalOf(parts: readonly { readonly quantity: Quantity }[]): Quantity {
  return sum(
    parts.map(({ quantity }) => quantity),
    zeroQuantity,
  );
}

function lotsText(count: number): string {
  return count === 1 ? 'one lot' : `${count} lots`;
}

/** What stays off target, and for doing nothing what that may come to: it costs nothing, but it is no way back. */
function leftWords(
  { kind, priced, weights, wealth, newMoney }: Alternative,
  { exit }: AlternativesCase,
): readonly string[] {
  const off = offTargets(weights.rows).map(
    ({ asset, weight, target, drift }) =>
      `${asset} at ${percentText(weight)} instead of ${percentText(target)} (${pointsText(drift)} ${isNegative(drift) ? 'under' : 'over'})`,
  );
  const fresh = isPositive(newMoney)
    ? [
        `It takes ${moneyText(newMoney, exit.currency)} of fresh money, fees included; nothing is sold, so no tax is added.`,
      ]
    : [];
  const needed = kind === 'new-money' ? zeroMoney : moneyTied(exit, priced);
  const tied = isPositive(needed)
    ? [
        `It ties up to ${moneyText(needed, exit.currency)} of money from elsewhere on the way, for margin as far as it is known, fees and what is bought before there are proceeds.`,
      ]
    : [];
  if (off.length === 0) return [...fresh, ...tied];
  const leaves = kind === 'nothing' ? `${nothingWords(priced, exit.currency)}, and it leaves` : 'It leaves';
  const left = `${leaves} ${listText(off)}, ${moneyText(weights.driftLeft, exit.currency)} off target.`;
  return [...fresh, ...tied, left, ...(kind === 'nothing' ? rangeWords(wealth, exit.currency) : [])];
}

/** Hedges that are open go on, and what they cost or bring is the cost of doing nothing. */
function nothingWords({ cost, flows }: Alternative['priced'], currency: string): string {
  if (flows.costs.length === 0) return 'Nothing is traded: it costs nothing';
  const amount = moneyText(absolute(cost), currency);
  return `Nothing new is traded; the hedges that are open go on, which ${isNegative(cost) ? 'brings' : 'costs'} ${amount} with their carry, fees and tax`;
}

function rangeWords(wealth: Alternative['wealth'], currency: string): readonly string[] {
  const [up, down] = (['up', 'down'] as const).map((path) => wealth.find((one) => one.path === path));
  if (up === undefined || down === undefined) return [];
  return [
    `Judge it by what it leaves open, not by its cost: wealth after all tax ends between ${moneyText(down.afterLatentTax, currency)} and ${moneyText(up.afterLatentTax, currency)} on the paths down and up.`,
  ];
}
