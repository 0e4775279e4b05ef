import { expect, test } from 'vitest';
import { chanceWords, methodsSentence, orderable, rowsInOrder } from './method-rows.ts';
import { methodRow } from './methods.fixture.ts';

const recorded = methodRow('recorded', { words: 'On record', possible: 'recorded', gain: '60' });
const highest = methodRow('hifo', { words: 'Highest cost first', gain: '-20', difference: '-80' });
const lowest = methodRow('lofo', { words: 'Lowest cost first', gain: '100', difference: '40' });
const average = methodRow('average', { words: 'Average cost', possible: 'no', gain: '60' });

test('what is on record first, then the least gain', () => {
  expect(rowsInOrder([lowest, average, recorded, highest]).map(({ method }) => method)).toEqual([
    'recorded',
    'hifo',
    'average',
    'lofo',
  ]);
});

test('only what is possible from now on can be ordered', () => {
  expect([recorded, highest, average, methodRow('unheard-of')].map(orderable)).toEqual([
    null,
    'hifo',
    null,
    null,
  ]);
});

test('only the record is said to count', () => {
  const inForce = methodRow('fifo', { possible: 'recorded' });
  expect([recorded, inForce, highest, average].map((row) => chanceWords(row).words)).toEqual([
    'On record: this counts',
    'In force: the same',
    'For sales from now on',
    'Not possible',
  ]);
  expect(rowsInOrder([inForce, recorded])[0]).toBe(recorded);
  expect(orderable(inForce)).toBeNull();
});

test('the comparison in one sentence', () => {
  const year = { year: 2025, currency: 'USD' };
  expect(methodsSentence({ ...year, rows: [recorded, highest, lowest] })).toBe(
    'Highest cost first would have given the least gain in 2025: $80.00 less than what is on record.',
  );
  expect(methodsSentence({ ...year, rows: [recorded, lowest] })).toBe(
    'No other method would have given less gain in 2025 than what is on record.',
  );
  expect(methodsSentence({ ...year, rows: [recorded] })).toBe('');
});
