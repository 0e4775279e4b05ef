import { expect, test } from 'vitest';
import { nextDates, type DateEntry } from './next-dates.ts';

function entry(date: string, kind: DateEntry['kind'], until: string | null = null): DateEntry {
  return {
    id: `${kind} ${date}`,
    date,
    until,
    kind,
    title: kind,
    text: kind,
    why: '',
    law: null,
    asset: null,
    amounts: [],
    of: [],
    planned: false,
    movable: false,
  };
}

const asOf = '2026-11-20';

test('the next of every kind, in order; what is over is left out, a span that still runs is not', () => {
  const entries = [
    entry('2027-01-03', 'long-term'),
    entry('2026-11-19', 'expiry'),
    entry('2026-11-30', 'long-term'),
    entry('2027-02-01', 'long-term'),
    entry('2026-11-01', 'window', '2026-12-01'),
    entry('2026-12-31', 'year-end'),
  ];
  expect(nextDates({ asOf, entries }, { each: 2, most: 9 }).map(({ id }) => id)).toEqual([
    'window 2026-11-01',
    'long-term 2026-11-30',
    'year-end 2026-12-31',
    'long-term 2027-01-03',
  ]);
});

test('no more than asked for', () => {
  const entries = [entry('2026-12-01', 'expiry'), entry('2026-12-02', 'step'), entry('2026-12-03', 'mark')];
  expect(nextDates({ asOf, entries }, { each: 2, most: 2 })).toHaveLength(2);
});
