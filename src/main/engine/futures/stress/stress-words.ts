/** What a scenario comes to, judged and in one sentence. */
import {
  absolute,
  add,
  compare,
  isNegative,
  isPositive,
  isZero,
  negate,
  subtract,
} from '../../../../shared/num/arithmetic.ts';
import { ratio } from '../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import { listText, moneyText, percentText, quantityText } from '../../words.ts';
import type { LegOutcome, PoolOutcome, StressOutcome } from './stress-outcome.ts';

export type StressState = 'fine' | 'watch' | 'danger' | 'unknown';

/**
 * How the hedge stands in a scenario; that coins themselves fall is no fault of it. danger: a forced close, or a venue
 * lost. watch: a call for money, or futures closed against one's will. unknown: a margin, or a price of futures, is not known.
 */
export function stressState({ pools, legs, parts, legsLeftOut }: StressOutcome): StressState {
  if (pools.some(({ closed }) => closed !== null) || !isZero(parts.lost)) return 'danger';
  if (legsLeftOut > 0 || pools.some(({ state }) => state === 'unknown')) return 'unknown';
  if (pools.some(({ state }) => state === 'called') || legs.some(({ state }) => state === 'closed'))
    return 'watch';
  return 'fine';
}

/** The change as a share of the wealth before; null where that is not above zero. */
export function changeRate({ wealthBefore, wealthAfter }: StressOutcome): Rate | null {
  if (!isPositive(wealthBefore)) return null;
  return ratio(subtract(wealthAfter, wealthBefore), wealthBefore, 'half-even');
}

/** What decided, in one sentence. */
export function stressSentence(outcome: StressOutcome): string {
  const { pools, legs, parts } = outcome;
  const closed = pools.filter((pool) => pool.closed !== null);
  if (closed.length > 0) return forcedWords(outcome, closed);
  if (!isZero(parts.lost)) return lostWords(outcome);
  if (legs.some(({ state }) => state === 'closed')) return takenWords(outcome);
  const called = pools.filter(({ state }) => state === 'called');
  if (called.length > 0) return calledWords(outcome, called);
  return `${changeWords(outcome)}; ${cashWords(outcome)}.`;
}

function forcedWords(outcome: StressOutcome, closed: readonly PoolOutcome[]): string {
  const [first] = closed.toSorted(sooner);
  if (first === undefined || first.closed === null) return '';
  const { step, share } = first.closed;
  const label = outcome.scenario.steps[step]?.label ?? '';
  const gone = outcome.legs.filter(({ state }) => state === 'liquidated');
  const others = closed.length > 1 ? ` and ${closed.length - 1} more` : '';
  const where = closed.length > 1 ? 'at the right venues' : 'there';
  const saved = savedBy(outcome, closed);
  const kept =
    saved === null || isZero(saved)
      ? ''
      : `; ${moneyText(saved, outcome.currency)} more ${where} would have kept ${closed.length > 1 ? 'all' : 'it'} open`;
  return `${first.pool.accountName} (${first.pool.settleAsset})${others} is closed by force ${whenWords(share)} "${label}": ${goneWords(gone)}, and ${totalWords(outcome)}${kept}.`;
}

/** The most that the venues of what was closed would have needed; null where that is not known. */
function savedBy({ needs }: StressOutcome, closed: readonly PoolOutcome[]): Money | null {
  let saved: Money | null = zeroMoney;
  for (const { venue, toMaintenance } of needs) {
    if (!closed.some(({ pool }) => pool.venue === venue)) continue;
    saved = saved === null || toMaintenance === null ? null : add(saved, toMaintenance);
  }
  return saved;
}

function sooner({ closed: a }: PoolOutcome, { closed: b }: PoolOutcome): number {
  if (a === null || b === null) return 0;
  return a.step - b.step || compare(a.share, b.share);
}

function whenWords(share: Rate): string {
  return isZero(share) ? 'at the beginning of' : `${percentText(share)} of the way to`;
}

/** "shorts of 1.2 BTC go". */
function goneWords(legs: readonly LegOutcome[]): string {
  const shorts = coinsOf(legs.filter(({ leg }) => leg.side === 'short'));
  const longs = coinsOf(legs.filter(({ leg }) => leg.side === 'long'));
  const parts = [
    ...(shorts === '' ? [] : [`shorts of ${shorts}`]),
    ...(longs === '' ? [] : [`longs of ${longs}`]),
  ];
  return parts.length === 0 ? 'positions are gone' : `${parts.join(' and ')} are gone`;
}

function coinsOf(legs: readonly LegOutcome[]): string {
  const byAsset = Map.groupBy(legs, ({ leg }) => leg.terms.underlying);
  return listText(
    [...byAsset].map(([asset, of]) => {
      const [first, ...rest] = of.map(({ deltaBefore }) => absolute(deltaBefore));
      if (first === undefined) return '';
      return quantityText(
        rest.reduce((sum, one) => add(sum, one), first),
        asset,
      );
    }),
  );
}

function lostWords(outcome: StressOutcome): string {
  const venues = outcome.scenario.steps.flatMap(({ lost }) => lost);
  const gone = outcome.legs.filter(({ state }) => state === 'lost');
  const hedges = gone.length === 0 ? '' : `; ${goneWords(gone)} with it`;
  const where = venues.includes('*') ? 'every venue' : listText([...new Set(venues)]);
  return `${moneyText(negate(outcome.parts.lost), outcome.currency)} at ${where} are lost${hedges}: ${totalWords(outcome)}.`;
}

function takenWords(outcome: StressOutcome): string {
  const taken = outcome.legs.filter(({ state }) => state === 'closed');
  return `The exchange closes positions early: ${goneWords(taken)} from then on, and ${totalWords(outcome)}.`;
}

function calledWords(outcome: StressOutcome, called: readonly PoolOutcome[]): string {
  const names = listText([...new Set(called.map(({ pool }) => pool.accountName))]);
  const asked = outcome.needs.filter(({ venue }) => called.some(({ pool }) => pool.venue === venue));
  const most = asked.reduce<Money | null>(
    (total, { toInitial }) => (total === null || toInitial === null ? null : add(total, toInitial)),
    zeroMoney,
  );
  const amount = most === null ? 'money' : moneyText(most, outcome.currency);
  return `${names} asks for ${amount} to be paid in; ${changeWords(outcome)}.`;
}

/** "Shorts lose 18,000 USD in cash at Binance while unsold coins gain 18,300 USD". */
function changeWords(outcome: StressOutcome): string {
  const { parts, currency, legs } = outcome;
  const { coins, funding } = parts;
  const futures = add(parts.futures, add(funding, parts.fees));
  if (legs.length === 0) return `There are no futures: coins ${movedWords(coins, currency)}`;
  if (isZero(coins) && !isZero(funding)) {
    const verb = isNegative(funding) ? 'costs' : 'brings';
    return `Funding ${verb} ${moneyText(absolute(funding), currency)}`;
  }
  if (isNegative(futures) && isPositive(coins)) {
    const at = listText(venuesThatLose(outcome));
    return `Futures lose ${moneyText(absolute(futures), currency)} in cash${at === '' ? '' : ` at ${at}`} while unsold coins gain ${moneyText(coins, currency)}`;
  }
  return `Coins ${movedWords(coins, currency)}, futures ${movedWords(futures, currency)}: ${totalWords(outcome)}`;
}

function venuesThatLose({ pools }: StressOutcome): string[] {
  const losing = pools.filter(({ parts }) => isNegative(parts.futures));
  return [...new Set(losing.map(({ pool }) => pool.venue))];
}

function movedWords(amount: Money, currency: string): string {
  if (isZero(amount)) return 'stay as they are';
  return `${isNegative(amount) ? 'lose' : 'gain'} ${moneyText(absolute(amount), currency)}`;
}

/** "in all you lose 1,200.00 USD (1.2 %)". */
function totalWords(outcome: StressOutcome): string {
  const change = subtract(outcome.wealthAfter, outcome.wealthBefore);
  const share = changeRate(outcome);
  if (isZero(change)) return 'in all nothing changes';
  const percent = share === null ? '' : ` (${percentText(absolute(share))})`;
  return `in all you ${movedWords(change, outcome.currency)}${percent}`;
}

function cashWords({ cashNeeded, needs, currency, pools }: StressOutcome): string {
  if (pools.every(({ pool }) => pool.legs.length === 0)) return 'nothing can be closed by force';
  if (cashNeeded === null) return 'how much cash that needs is not known, as a margin is not';
  const toInitial = needs.flatMap((need) => (need.toInitial === null ? [] : [need.toInitial]));
  const most = toInitial.reduce((sum, one) => add(sum, one), zeroMoney);
  return isZero(most)
    ? 'nothing has to be paid in'
    : `nothing is closed, but ${moneyText(most, currency)} are missing to open as much again`;
}
