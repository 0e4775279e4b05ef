import { expect, test } from 'vitest';
import { countdownMonths, waitingWords } from './countdown.ts';
import { openLot } from './holdings.fixture.ts';

test('what waiting changes', () => {
  expect(waitingWords({ gain: '5', longTermFrom: '2027-02-06' })).toEqual({
    today: 'Sold today: short-term gain',
    later: 'From 6 Feb 2027: long-term gain',
  });
  expect(waitingWords({ gain: '-5', longTermFrom: '2027-02-06' }).later).toBe(
    'From 6 Feb 2027: long-term loss',
  );
  expect(waitingWords({ gain: null, longTermFrom: '2027-02-06' }).today).toBe('Sold today: short-term gain');
});

test('by month, in the order of the dates; a lot without a price adds no gain', () => {
  expect(
    countdownMonths([
      openLot('a', { longTermFrom: '2026-12-01', gain: '10' }),
      openLot('b', { longTermFrom: '2026-12-31', gain: '-0.5' }),
      openLot('c', { longTermFrom: '2027-01-01', gain: null }),
    ]),
  ).toEqual([
    { month: '2026-12', words: 'Dec 2026', lots: 2, gain: '9.5' },
    { month: '2027-01', words: 'Jan 2027', lots: 1, gain: '0' },
  ]);
});
