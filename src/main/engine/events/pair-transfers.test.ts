import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import { toText } from '../../../shared/num/format.ts';
import { money } from '../../../shared/num/parse.ts';
import { instantFromIso } from '../../../shared/time/instant.ts';
import { event } from './event.fixture.ts';
import { orderedEvents } from './ordered-events.ts';
import { pairTransfers } from './pair-transfers.ts';

function pairs(...events: readonly LedgerEvent[]): readonly string[] {
  const { movements, issues } = pairTransfers(orderedEvents(events));
  return [
    ...movements.map(
      (one) => `${one.from.event}→${one.to.event} ${toText(one.sent)} ${toText(one.received)}`,
    ),
    ...issues.map(({ code, event: at }) => `${code} ${at ?? ''}`),
  ].toSorted();
}

const out = (id: string, time: string, ...legs: string[]): LedgerEvent => event(id, 'withdrawal', time, legs);
const into = (id: string, time: string, ...legs: string[]): LedgerEvent => event(id, 'deposit', time, legs);

describe('what fits', () => {
  test.each([
    ['the same amount', 'b BTC 1', ['w→d 1 1']],
    ['four per cent less', 'b BTC 0.96', ['w→d 1 0.96']],
    ['five per cent less', 'b BTC 0.95', ['w→d 1 0.95']],
    ['six per cent less', 'b BTC 0.94', []],
    ['more than was sent', 'b BTC 1.0001', []],
    ['another coin', 'b ETH 1', []],
    ['the same account', 'a BTC 1', []],
  ])('%s', (_, arrived, expected) => {
    expect(pairs(out('w', '2025-01-01', 'a BTC -1'), into('d', '2025-01-01T13:00:00Z', arrived))).toEqual(
      expected,
    );
  });

  test.each([
    ['48 hours later', '2025-01-03T12:00:00Z', ['w→d 1 1']],
    ['a second more', '2025-01-03T12:00:01Z', []],
    ['an hour before, clocks being what they are', '2025-01-01T11:00:00Z', ['w→d 1 1']],
    ['more than an hour before', '2025-01-01T10:59:59Z', []],
  ])('%s', (_, time, expected) => {
    expect(pairs(out('w', '2025-01-01', 'a BTC -1'), into('d', time, 'b BTC 1'))).toEqual(expected);
  });

  test('a stated fee may be more than five per cent', () => {
    expect(
      pairs(out('w', '2025-01-01', 'a BTC -0.01', 'a BTC -0.001 fee'), into('d', '2025-01-02', 'b BTC 0.01')),
    ).toEqual(['w→d 0.011 0.01']);
  });

  test.each([
    ['0.0008 of 0.001 BTC, a flat fee', 'a BTC -0.001', 'b BTC 0.0008', ['w→d 0.001 0.0008']],
    ['all that a flat fee may be', 'a BTC -0.001', 'b BTC 0.0005', ['w→d 0.001 0.0005']],
    ['more than a flat fee may be', 'a BTC -0.002', 'b BTC 0.00149', []],
    ['less than half', 'a BTC -0.0008', 'b BTC 0.00039', []],
    ['a coin whose fees nobody listed', 'a PEPE -10', 'b PEPE 9', []],
  ])('no stated fee, %s', (_, sent, arrived, expected) => {
    expect(pairs(out('w', '2025-01-01', sent), into('d', '2025-01-01T13:00:00Z', arrived))).toEqual(expected);
  });

  test('a flat fee is guessed neither beside a stated one nor where anything else fits', () => {
    const stated = out('w', '2025-01-01', 'a BTC -0.001', 'a BTC -0.0001 fee');
    const small = into('d', '2025-01-01T13:00:00Z', 'b BTC 0.0008');
    expect(pairs(stated, small)).toEqual([]);
    const w = out('w', '2025-01-01', 'a BTC -0.001');
    expect(pairs(w, small, into('e', '2025-01-01T14:00:00Z', 'c BTC 0.0007'))).toEqual([]);
    expect(pairs(w, small, into('e', '2025-01-01T14:00:00Z', 'c BTC 0.001'))).toEqual(['w→e 0.001 0.001']);
    const other = out('v', '2025-01-01', 'c BTC -0.0008');
    expect(pairs(w, other, small)).toEqual(['v→d 0.0008 0.0008']);
  });

  test('money pairs too', () => {
    expect(pairs(out('w', '2025-01-01', 'a USDT -50'), into('d', '2025-01-01', 'f USDT 50'))).toEqual([
      'w→d 50 50',
    ]);
  });

  test("a deposit whose history the user typed is no one's other side", () => {
    const carriedBasis = { costBasis: money('1'), acquired: instantFromIso('2020-01-01T00:00:00Z') };
    expect(
      pairs(out('w', '2025-01-01', 'a BTC -1'), { ...into('d', '2025-01-01', 'b BTC 1'), carriedBasis }),
    ).toEqual([]);
  });
});

describe('which one', () => {
  test('the amount that fits best, then the nearest in time', () => {
    const w = out('w', '2025-01-01', 'a BTC -1', 'a BTC -0.01 fee');
    expect(
      pairs(w, into('near', '2025-01-01T12:10:00Z', 'b BTC 0.99'), into('exact', '2025-01-02', 'b BTC 1')),
    ).toEqual(['w→exact 1.01 1']);
    expect(
      pairs(w, into('late', '2025-01-02', 'b BTC 1'), into('soon', '2025-01-01T12:10:00Z', 'b BTC 1')),
    ).toEqual(['w→soon 1.01 1']);
  });

  test('an arrival before the departure only where there is none after it', () => {
    const w = out('w', '2025-01-01', 'a BTC -1');
    const before = into('before', '2025-01-01T11:55:00Z', 'b BTC 1');
    expect(pairs(w, before, into('after', '2025-01-01T20:00:00Z', 'b BTC 1'))).toEqual(['w→after 1 1']);
    expect(pairs(w, before)).toEqual(['w→before 1 1']);
  });

  test('equal amounts in a row pair in order', () => {
    expect(
      pairs(
        out('w1', '2025-01-01T12:00:00Z', 'a BTC -1'),
        out('w2', '2025-01-01T12:10:00Z', 'a BTC -1'),
        into('d1', '2025-01-01T12:05:00Z', 'b BTC 1'),
        into('d2', '2025-01-01T12:15:00Z', 'b BTC 1'),
      ),
    ).toEqual(['w1→d1 1 1', 'w2→d2 1 1']);
  });

  test('two accounts that fit equally well: nothing is guessed', () => {
    expect(
      pairs(
        out('w', '2025-01-01', 'a BTC -1'),
        into('d', '2025-01-01T13:00:00Z', 'b BTC 1'),
        into('e', '2025-01-01T13:00:00Z', 'c BTC 1'),
      ),
    ).toEqual(['transfers/ambiguous w']);
  });

  test('two accounts that sent the same at the same time: nothing is guessed either', () => {
    expect(
      pairs(
        out('w', '2025-01-01', 'a BTC -1'),
        out('v', '2025-01-01', 'c BTC -1'),
        into('d', '2025-01-01T13:00:00Z', 'b BTC 1'),
      ),
    ).toHaveLength(1);
    expect(
      pairs(
        out('w', '2025-01-01', 'a BTC -1'),
        out('v', '2025-01-01', 'c BTC -1'),
        into('d', '2025-01-01T13:00:00Z', 'b BTC 1'),
      )[0],
    ).toMatch(/^transfers\/ambiguous/u);
  });

  test('twins in one account are as good as each other', () => {
    expect(
      pairs(
        out('w', '2025-01-01', 'a BTC -1'),
        out('v', '2025-01-01', 'a BTC -1'),
        into('d', '2025-01-01T13:00:00Z', 'b BTC 1'),
        into('e', '2025-01-01T13:00:00Z', 'b BTC 1'),
      ),
    ).toHaveLength(2);
  });
});
