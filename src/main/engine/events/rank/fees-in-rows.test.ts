/** Fees that a worse file states in rows of their own, beside trades and moves of a better one that have them. */
import { expect, test } from 'vitest';
import { compareEvents } from '../../../../shared/domain/event-order.ts';
import type { EventKind, LedgerEvent } from '../../../../shared/domain/event.ts';
import { toText } from '../../../../shared/num/format.ts';
import { epochMs } from '../../../../shared/time/instant.ts';
import { event } from '../event.fixture.ts';
import { countByRank } from './count-by-rank.ts';

const ranks: Readonly<Record<string, number>> = { trades: 1, moves: 1, statement: 3 };

function found(...events: readonly LedgerEvent[]): readonly string[] {
  const { counted, comparisons } = countByRank({
    events: events.toSorted(compareEvents),
    rankOf: (format) => ranks[format] ?? null,
    dayOf: ({ time }) => Math.floor(epochMs(time) / 86_400_000),
  });
  const differences = comparisons.flatMap((one) =>
    one.differences.map(({ asset, counted: has, stated }) => `${asset} ${toText(stated)} not ${toText(has)}`),
  );
  return [counted.map(({ id }) => id).join(' '), ...differences];
}

const row = (
  id: string,
  format: string,
  kind: EventKind,
  time: string,
  legs: string,
  isPart = false,
): LedgerEvent =>
  event(id, kind, `2025-03-01T${time}Z`, legs.split(', '), {
    source: { file: `${format}.csv`, line: 2, format },
    ...(isPart && { part: { assembly: 'binance-statement', group: 'spot', operation: 'Fee' } }),
  });

const trade = (id: string, time: string, fee: string): LedgerEvent =>
  row(id, 'trades', 'buy', time, `binance AAA 1, binance USDT -10, binance BNB -${fee} fee`);
const fee = (id: string, time: string, amount: string, isPart = false): LedgerEvent =>
  row(id, 'statement', 'fee', time, `binance BNB -${amount} fee`, isPart);

test('a fee row repeats the fee of a trade near it, one each', () => {
  const rows = [trade('a', '10:00:00', '0.01'), fee('f', '10:00:04', '0.01')];
  expect(found(...rows)).toEqual(['a']);
  expect(found(...rows, fee('g', '10:00:04', '0.01'))).toEqual(['a g']);
});

test('a fee row of another amount, coin or time counts', () => {
  expect(found(trade('a', '10:00:00', '0.01'), fee('f', '10:00:00', '0.02'))).toEqual(['a f']);
  const ofOther = row('f', 'statement', 'fee', '10:00:00', 'binance ETH -0.01 fee');
  expect(found(trade('a', '10:00:00', '0.01'), ofOther)).toEqual(['a f']);
});

test('several fees in one sum', () => {
  const trades = [trade('a', '10:00:00', '0.01'), trade('b', '10:00:01', '0.02')];
  expect(found(...trades, fee('f', '10:00:00', '0.03'))).toEqual(['a b']);
});

test('the row of a trade that finds no equal is a difference, a fee by itself is not', () => {
  expect(found(trade('a', '10:00:00', '0.01'), fee('f', '10:00:00', '0.02', true))).toEqual([
    'a',
    'BNB -0.02 not -0.01',
  ]);
  expect(found(fee('f', '10:00:00', '0.02', true))).toEqual(['f']);
});

test('a fee that the same file states beside the trade is not stated again', () => {
  const whole = row(
    's',
    'statement',
    'buy',
    '10:00:00',
    'binance AAA 1, binance USDT -10, binance BNB -0.01 fee',
  );
  expect(found(trade('a', '10:00:00', '0.01'), whole, fee('f', '10:00:05', '0.01'))).toEqual(['a f']);
});

test('the fee of a move; of a file that is no worse it counts', () => {
  const sent = row('w', 'moves', 'withdrawal', '12:00:00', 'binance BTC -0.5, binance BTC -0.0004 fee');
  const paid = row('f', 'statement', 'fee', '12:00:00', 'binance BTC -0.0004 fee');
  expect(found(sent, paid)).toEqual(['w']);
  expect(found(sent, { ...paid, source: { ...paid.source, format: 'typed' } })).toEqual(['f w']);
});
