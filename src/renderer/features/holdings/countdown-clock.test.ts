import { expect, test } from 'vitest';
import { countdownMonths, waitingWords } from './countdown.ts';
import { openLot } from './holdings.fixture.ts';
import { countdownWords } from './view-model.ts';

const stands = { term: 'short', longTermFrom: null, daysToLongTerm: null } as const;

test('a lot whose clock stands still says so, in a month of its own', () => {
  const lot = openLot('still', stands);
  expect(countdownWords(lot)).toBe('stands still while hedged');
  expect(waitingWords(lot).later).toMatch(/^A year after the hedge is closed: long-term/u);
  expect(countdownMonths([openLot('soon', {}), lot]).map(({ words, lots }) => [words, lots])).toEqual([
    [expect.any(String), 1],
    ['Stands still', 1],
  ]);
});
