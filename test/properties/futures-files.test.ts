/** What holds where several files tell of the same futures trades: nothing counts twice, whatever comes first. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countOnce } from '../../src/main/engine/events/count-once.ts';
import { positionsOf } from '../../src/main/engine/futures/positions.ts';
import { compareEvents } from '../../src/shared/domain/event-order.ts';
import type { EventId, EventKind, LedgerEvent, Leg } from '../../src/shared/domain/event.ts';
import { toText } from '../../src/shared/num/format.ts';
import { addDuration } from '../../src/shared/time/instant.ts';
import { cmp, minus, parse, plus, textOf, zero } from './fraction.fixture.ts';
import type { Fraction } from './fraction.fixture.ts';
import { SPECS, ledgerOf, rows } from './futures-ledger.fixture.ts';

/** Cases of each property. HEDGEROW_LEDGERS=50 while working on it. */
const CASES = Number(process.env['HEDGEROW_LEDGERS'] ?? 2000);
const everything = { numRuns: CASES };

const specOf = (id: string) => SPECS.find((spec) => spec.id === id);

/** Profit, fees and funding by account, contract and asset: a row of a statement does not say the side. */
function totals(events: readonly LedgerEvent[]): ReadonlyMap<string, Fraction> {
  const { results } = positionsOf({ events: countOnce(events.toSorted(compareEvents)).counted, specOf });
  const sums = new Map<string, Fraction>();
  for (const one of results) {
    const key = [one.account, one.contract, one.kind, one.asset].join(' ');
    sums.set(key, plus(sums.get(key) ?? zero, parse(toText(one.quantity))));
  }
  return sums;
}

/** Totals that differ by more than what a file leaves off behind the twelfth decimal. */
function differences(a: ReadonlyMap<string, Fraction>, b: ReadonlyMap<string, Fraction>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) => {
    const [left, right] = [a.get(key) ?? zero, b.get(key) ?? zero];
    const gap = minus(left, right);
    const bound = parse('0.00000000001');
    const isNear = cmp(gap, bound) <= 0 && cmp(minus(zero, gap), bound) <= 0;
    return isNear ? [] : [`${key}: ${textOf(left)}, not ${textOf(right)}`];
  });
}

const KIND_OF: Partial<Record<Leg['role'], EventKind>> = { profit: 'realised-profit', fee: 'futures-fee' };

/** The statement of the same account: a row for each profit and fee, a second later or just then. */
function statementOf(events: readonly LedgerEvent[], late: number): LedgerEvent[] {
  return events.flatMap((event) =>
    event.fill === undefined
      ? []
      : event.legs.flatMap((leg, place): LedgerEvent[] => {
          const kind = KIND_OF[leg.role];
          if (kind === undefined || event.fill === undefined) return [];
          const row = { time: addDuration(event.time, late), sequence: event.sequence, kind, legs: [leg] };
          const source = { file: 'statement', line: event.sequence * 2 + place + 1, format: 'statement' };
          return [{ ...row, id: `s${event.id}${place}` as EventId, contract: event.fill.contract, source }];
        }),
  );
}

const late = fc.constantFrom(0, 0, 1000);

describe('a file of trades and a statement of the same account', () => {
  test('together come to what the trades alone do', () => {
    fc.assert(
      fc.property(rows, late, (list, after) => {
        const { events } = ledgerOf(list);
        expect(differences(totals([...events, ...statementOf(events, after)]), totals(events))).toEqual([]);
      }),
      everything,
    );
  });

  test('come to the same where only the statement tells of profits and fees', () => {
    fc.assert(
      fc.property(rows, late, (list, after) => {
        // Deliveries are days later than their place: here rows are put in order by time.
        const kept = list.filter(({ what }) => what !== 'delivery');
        const stated = kept.map((row) => ({ ...row, stated: true, orphan: false }));
        const { events } = ledgerOf(stated);
        const bare = events.map((event) => (event.fill === undefined ? event : { ...event, legs: [] }));
        // A zero is no row of a statement.
        const statement = statementOf(events, after).filter(({ legs }) =>
          legs.some((leg) => toText(leg.quantity) !== '0'),
        );
        expect(differences(totals([...bare, ...statement]), totals(events))).toEqual([]);
      }),
      everything,
    );
  });
});
