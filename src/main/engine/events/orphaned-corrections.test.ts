import { expect, test } from 'vitest';
import type { EventId, LedgerEvent } from '../../../shared/domain/event.ts';
import { instantFromEpochMs } from '../../../shared/time/instant.ts';
import { orphanIssues, withoutOrphans } from './orphaned-corrections.ts';

const event = (id: string, replaces?: readonly string[], parts?: readonly string[]): LedgerEvent => ({
  id: id as EventId,
  time: instantFromEpochMs(0),
  sequence: 0,
  kind: 'buy',
  legs: [],
  source: { file: 'f.csv', line: 7, format: 'a' },
  ...(replaces !== undefined && { replaces: replaces as readonly EventId[] }),
  ...(parts !== undefined && { parts: parts.map((one) => event(one)) }),
});
const left = (...events: readonly LedgerEvent[]): string =>
  withoutOrphans(events)
    .map(({ id }) => id)
    .join(' ');

/** Source: review of issue 7, session 8 (code 10). */
test.each([
  ['its row is there', [event('row'), event('c', ['row'])], 'row c'],
  ['its row is a part of an event', [event('m', undefined, ['m', 'row']), event('c', ['row'])], 'm c'],
  ['its row is gone', [event('other'), event('c', ['row'])], 'other'],
  ['one of its rows is gone', [event('a'), event('c', ['a', 'b'])], 'a'],
  ['a correction of a correction', [event('row'), event('c', ['row']), event('d', ['c'])], 'row c d'],
  ['… whose row is gone', [event('d', ['c']), event('c', ['row']), event('x')], 'x'],
  ['order does not matter', [event('c', ['row']), event('row')], 'c row'],
] as const)('a correction where %s', (_, events, expected) => {
  expect(left(...events)).toBe(expected);
});

test('nothing is copied where nothing is wrong; what is wrong is said once', () => {
  const events = [event('row'), event('c', ['row'])];
  expect(withoutOrphans(events)).toBe(events);
  expect(orphanIssues(events)).toEqual([]);
  expect(orphanIssues([event('c', ['x']), event('d', ['y'])])).toMatchObject([
    { code: 'events/correction-without-row', severity: 'warning', event: 'c' },
  ]);
});

test('a long chain costs what it holds', () => {
  const chain = Array.from({ length: 20_000 }, (_, at) => event(`${at}`, [`${at + 1}`]));
  expect(left(...chain)).toBe('');
});
