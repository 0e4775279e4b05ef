/**
 * Market trades of Binance's statement: buys, sales and their fees, many rows of one second and the next.
 *
 * rows → seconds → what one second (or two) comes to, where that is one asset for another → what is left, by word → by
 * price → fees with their trade
 */
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { eachInSteps } from '../../steps.ts';
import type { Steps } from '../../steps.ts';
import { isFeeRow, tradeOf } from '../assembled-event.ts';
import type { Joined } from '../assembled-event.ts';
import type { Assembled } from '../assemble-group.ts';
import { bySecond, secondsBetween } from './by-second.ts';
import { PricesSeen, splitByPrice } from './split-by-price.ts';
import { withFees } from './fees-of-trades.ts';
import { areTwoTrades } from './word-family.ts';

/** What the rows of a second, or of two, come to; null while nobody can tell. */
interface Cluster {
  rows: readonly LedgerEvent[];
  trades: readonly Joined[] | null;
  seconds: 1 | 2;
}

/** In: rows of one account, in ledger order. */
export function* assembleTrades(rows: readonly LedgerEvent[]): Steps<Assembled> {
  const prices = new PricesSeen();
  const clusters = yield* clustersOf(rows);
  yield* eachInSteps(clusters, ({ trades }) => {
    for (const trade of trades ?? []) prices.add(trade);
  });
  for (const cluster of clusters) {
    if (cluster.trades !== null) continue;
    cluster.trades = splitByPrice(wholesOf(cluster.rows), prices);
    yield;
  }
  const joined: Joined[] = [];
  const apart: LedgerEvent[] = [];
  yield* eachInSteps(clusters, ({ rows: all, trades }) => {
    if (trades === null) for (const row of wholesOf(all)) apart.push(row);
    else for (const trade of withFees(trades, all.filter(isFeeRow))) joined.push(trade);
  });
  return { joined, apart };
}

function wholesOf(rows: readonly LedgerEvent[]): readonly LedgerEvent[] {
  return rows.filter((row) => !isFeeRow(row));
}

function* clustersOf(rows: readonly LedgerEvent[]): Steps<readonly Cluster[]> {
  const clusters: Cluster[] = [];
  yield* eachInSteps(bySecond(rows), (second) => {
    const last = clusters.at(-1);
    const isNext = last !== undefined && last.seconds === 1 && secondsBetween(last.rows, second) === 1;
    const both = isNext ? [...last.rows, ...second] : null;
    const trades = tradesIn(second);
    const together = both === null ? null : tradesIn(both);
    if (last !== undefined && both !== null && together !== null && isOneOrder(last, trades, together)) {
      last.rows = both;
      last.trades = together;
      last.seconds = 2;
    } else clusters.push({ rows: second, trades, seconds: 1 });
  });
  return clusters;
}

/** Whether two seconds are better read as one: one of them means nothing alone, or both are the same exchange. */
function isOneOrder(last: Cluster, trades: readonly Joined[] | null, together: readonly Joined[]): boolean {
  if (last.trades === null || trades === null) return true;
  return together.length === 1 && last.trades.length === 1 && trades.length === 1;
}

/** The trades of rows that can be told apart by asset and by word alone. Only fees: none. */
function tradesIn(rows: readonly LedgerEvent[]): readonly Joined[] | null {
  const wholes = wholesOf(rows);
  if (wholes.length === 0) return [];
  const whole = areTwoTrades(wholes) ? null : tradeOf(wholes);
  if (whole !== null) return [whole];
  const byWord = Map.groupBy(wholes, directionOf);
  if (byWord.size < 2) return null;
  const found = [...byWord.values()].map(tradeOf);
  return found.every((one) => one !== null) ? found : null;
}

function directionOf({ part }: LedgerEvent): 'bought' | 'sold' | 'either' {
  const word = part?.operation.trim().toLowerCase() ?? '';
  if (word === 'buy' || word === 'transaction buy' || word === 'transaction spend') return 'bought';
  return word === 'sell' || word === 'transaction sold' || word === 'transaction revenue' ? 'sold' : 'either';
}
