import { expect, test } from 'vitest';
import { compareEvents } from '../../../shared/domain/event-order.ts';
import type { EventId, LedgerEvent } from '../../../shared/domain/event.ts';
import { instantFromEpochMs } from '../../../shared/time/instant.ts';
import { decidedRows, rowIdOf, type RowDecision } from './decided-rows.ts';

const event = (id: string): LedgerEvent => ({
  id: id as EventId,
  time: instantFromEpochMs(0),
  sequence: 0,
  kind: 'buy',
  legs: [],
  source: { file: '', line: 1, format: 'a' },
});
const rows = ['a-0', 'a-1', 'b-0'].map(event);
const decide = (...all: [string, RowDecision['choice'], number][]): ReadonlyMap<EventId, RowDecision> =>
  new Map(all.map(([id, choice, copies]) => [id as EventId, { choice, copies, why: '', decidedAt: 0 }]));

test('a row that is out is gone; one that is in several times is there as often, in order', () => {
  const decided = decidedRows(rows, decide(['a-0', 'out', 1], ['a-1', 'in', 3], ['c-0', 'out', 1]));
  expect(decided.map(({ id }) => id)).toEqual(['a-1', 'a-1+001', 'a-1+002', 'b-0']);
  expect(decided.toSorted(compareEvents)).toEqual(decided);
});

test('the correction of a row that happened several times corrects each of them', () => {
  const correction = { ...event('c-0'), replaces: ['a-1' as EventId] };
  const both = { ...event('d-0'), replaces: ['a-0', 'a-1'] as EventId[] };
  const decided = decidedRows([...rows, correction, both], decide(['a-1', 'in', 2]));
  expect(decided.map(({ id, replaces }) => [id, replaces])).toEqual([
    ['a-0', undefined],
    ['a-1', undefined],
    ['a-1+001', undefined],
    ['b-0', undefined],
    ['c-0', ['a-1']],
    ['c-0+001', ['a-1+001']],
    ['d-0', ['a-0', 'a-1']],
  ]);
  expect(['a-1', 'a-1+001'].map((id) => rowIdOf(id as EventId))).toEqual(['a-1', 'a-1']);
});

test('without decisions everything is as it was', () => {
  expect(decidedRows(rows, decide())).toBe(rows);
  expect(decidedRows(rows, decide(['b-0', 'in', 1]))[2]).toBe(rows[2]);
});
