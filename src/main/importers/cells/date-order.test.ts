import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DateOrderVote, ordersOf } from './date-order.ts';

function outcome(cells: readonly string[]): string {
  const vote = new DateOrderVote();
  for (const cell of cells) vote.add(cell);
  const found = vote.outcome;
  return 'order' in found ? found.order : `${found.example} ${found.against ?? 'open'}`;
}

describe('ordersOf', () => {
  it.each([
    ['19/06/2023 09:28', 'day-first'],
    ['1/24/2020, 5:48:15 PM', 'month-first'],
    ['5/9/2017 21:14', 'day-first month-first'],
    // no coin is of 2004
    ['04-02-20 16:52:06', 'day-first month-first'],
    ['20-02-04 16:52:06', 'year-first'],
    ['12-11-10 01:02:03', 'year-first day-first month-first'],
    ['21:14 05/09/2017', 'day-first month-first'],
    ['2025-01-02 03:04:05', null],
    ['1.11.2021 6:01', null],
    ['Jan. 28, 2022, 12:13 AM', null],
    ['99/99/2020 00:00', null],
    ['', null],
    ['Date', null],
  ])('%s can be %s', (cell, orders) => expect(ordersOf(cell)?.join(' ') ?? null).toBe(orders));
});

describe('DateOrderVote', () => {
  it.each([
    [[], 'year-first'],
    [['2025-01-02 03:04:05', 'Date', ''], 'year-first'],
    [['5/9/2017 21:14'], '5/9/2017 21:14 open'],
    [['5/9/2017 21:14', '5/13/2017 21:14'], 'month-first'],
    [['5/9/2017 21:14', '13/5/2017 21:14'], 'day-first'],
    [['13/5/2017 21:14', '5/13/2017 21:14'], '13/5/2017 21:14 5/13/2017 21:14'],
  ])('%j: %s', (cells, expected) => expect(outcome(cells)).toBe(expected));

  it('finds the order of a file that has one day after the 12th', () => {
    const day = fc.record({
      year: fc.integer({ min: 2010, max: 2030 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(fc.array(day), fc.boolean(), (days, dayFirst) => {
        const all = [...days, { year: 2020, month: 6, day: 19 }];
        const cells = all.map(
          (d) => `${dayFirst ? `${d.day}/${d.month}` : `${d.month}/${d.day}`}/${d.year} 1:02`,
        );
        expect(outcome(cells)).toBe(dayFirst ? 'day-first' : 'month-first');
      }),
    );
  });
});
