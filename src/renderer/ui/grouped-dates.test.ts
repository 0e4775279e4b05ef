import { expect, test } from 'vitest';
import { datesAhead, nextOfEachKind, type DateKind } from './grouped-dates.ts';

function on(date: string, kind: DateKind, text: string): { date: string; kind: DateKind; text: string } {
  return { date, kind, text };
}

const answer = {
  asOf: '2026-11-22',
  dates: [
    on('2026-12-02', 'long-term', 'c'),
    on('2026-11-21', 'long-term', 'past'),
    on('2026-11-25', 'long-term', 'a'),
    on('2026-11-25', 'long-term', 'b'),
    on('2026-12-31', 'year-end', 'y'),
    on('2026-11-25', 'step', 's'),
    on('2026-12-09', 'long-term', 'd'),
  ],
};

test('from today on, in order, one entry a day and reason', () => {
  expect(datesAhead(answer).map(({ date, texts }) => [date, ...texts])).toEqual([
    ['2026-11-25', 'a', 'b'],
    ['2026-11-25', 's'],
    ['2026-12-02', 'c'],
    ['2026-12-09', 'd'],
    ['2026-12-31', 'y'],
  ]);
});

test('the next two of every kind', () => {
  expect(nextOfEachKind(datesAhead(answer), 2).map(({ texts }) => texts.join())).toEqual([
    'a,b',
    's',
    'c',
    'y',
  ]);
});
