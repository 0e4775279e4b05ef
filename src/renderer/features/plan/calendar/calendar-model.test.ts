import { describe, expect, test } from 'vitest';
import {
  dayAloud,
  entriesOn,
  kindsPresent,
  periodWords,
  shiftPeriod,
  shownEntries,
  withMove,
  type Entry,
} from './calendar-model.ts';

const entry = (id: string, fields: Partial<Entry> = {}): Entry => ({
  id,
  date: '2027-01-04',
  until: null,
  kind: 'step',
  title: `Step ${id}`,
  text: '',
  why: '',
  law: null,
  asset: null,
  amounts: [],
  of: [],
  planned: true,
  movable: true,
  ...fields,
});

const sell = entry('sell');
const window_ = entry('w', { kind: 'window', date: '2026-12-01', until: '2026-12-31', movable: false });

describe('entries in a view', () => {
  test('whole days; a span to its end', () => {
    expect(shownEntries([sell, window_], [], []).map(({ start, end }) => [start, end])).toEqual([
      ['2027-01-04 00:00:00', '2027-01-04 23:59:59'],
      ['2026-12-01 00:00:00', '2026-12-31 23:59:59'],
    ]);
  });

  test('one’s own steps first: a day has little room', () => {
    expect(shownEntries([window_, sell], [], []).map(({ id }) => id)).toEqual(['sell', 'w']);
  });

  test('of the kinds asked for', () => {
    expect(shownEntries([sell, window_], ['window'], []).map(({ id }) => id)).toEqual(['w']);
    expect(kindsPresent([sell, window_, entry('b')])).toEqual([
      { kind: 'step', count: 2 },
      { kind: 'window', count: 1 },
    ]);
  });

  test('a step that is tried on another day stands there and says so', () => {
    const [shown] = shownEntries([sell], [], [{ entry: 'sell', date: '2027-02-01' }]);
    expect(shown).toMatchObject({
      title: 'What if: Step sell',
      start: '2027-02-01 00:00:00',
      payload: { moved: true },
    });
  });

  test('what is heard on a day', () => {
    const shown = shownEntries([sell, entry('buy'), window_], [], []);
    expect(dayAloud(shown, '2027-01-04')).toBe('4 Jan 2027, 2 entries: Step sell; Step buy');
    expect(dayAloud(shown, '2027-01-05')).toBe('5 Jan 2027');
    expect(entriesOn(shown, '2026-12-31').map(({ id }) => id)).toEqual(['w']);
  });
});

test.each([
  ['month', '2026-12-15', 1, '2027-01-01', 'December 2026'],
  ['month', '2027-01-01', -1, '2026-12-01', 'January 2027'],
  ['year', '2026-11-20', 1, '2027-01-01', '2026'],
  ['agenda', '2026-11-20', -1, '2025-01-01', '2026'],
] as const)('%s of %s, %i further', (view, anchor, by, next, words) => {
  expect(shiftPeriod(view, anchor, by)).toBe(next);
  expect(periodWords(view, anchor)).toBe(words);
});

test('one move a step; its own day takes it back', () => {
  const once = withMove([], sell, '2027-02-01');
  expect(withMove(once, sell, '2027-03-01')).toEqual([{ entry: 'sell', date: '2027-03-01' }]);
  expect(withMove(once, sell, '2027-01-04')).toEqual([]);
});
