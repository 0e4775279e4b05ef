import { expect, test } from 'vitest';
import type { EventId, LedgerEvent } from '../../../shared/domain/event.ts';
import { instantFromEpochMs } from '../../../shared/time/instant.ts';
import { withoutReplaced } from './ordered-events.ts';
import { nameAlone, replacedId } from './replaced-id.ts';
import { rowNamesOf, withNamedAlone } from './replaced-rows.ts';

const part = { assembly: 'group', group: 'g', operation: 'trade' } as const;
const row = (id: string, more: Partial<LedgerEvent> = {}): LedgerEvent => ({
  id: id as EventId,
  time: instantFromEpochMs(0),
  sequence: 0,
  kind: 'balance-change',
  legs: [],
  source: { file: '', line: 1, format: 'a' },
  ...more,
});
const correction = (...names: readonly string[]): LedgerEvent =>
  row('c', { kind: 'income', replaces: names as readonly EventId[] });

test('a row that is named alone is put together with nothing, and is the same object each time', () => {
  const rows = [row('x', { part }), row('y', { part }), correction('row:x')];
  const [x, y] = withNamedAlone(rows);
  expect([x?.part, y]).toEqual([undefined, rows[1]]);
  expect(withNamedAlone(rows)[0]).toBe(x);
  expect(withoutReplaced(rows).map(({ id }) => id)).toEqual(['y', 'c']);
});

test('an event that is named as a whole, and a correction that does not stand, change no row', () => {
  for (const names of [['x'], ['row:x', 'row:gone']]) {
    const rows = [row('x', { part }), correction(...names)];
    expect(withNamedAlone(rows)).toBe(rows);
  }
});

test('names', () => {
  expect(replacedId(nameAlone('x' as EventId))).toBe('x');
  expect(rowNamesOf(row('x'))).toEqual(['x']);
  expect(rowNamesOf(row('x', { part }))).toEqual(['row:x']);
  expect(rowNamesOf(row('x', { part, parts: [row('y')] }))).toEqual(['row:x', 'row:y']);
});
