import { expect, test } from 'vitest';
import { howWords, rowWords } from './trace-notes.ts';

test('arithmetic is said where the parts do not show it', () => {
  expect(howWords({ how: 'the first part less the others' })).toBe('the first part less the others');
  expect(howWords({ how: 'as given' })).toBeNull();
});

test('a figure without parts names the rows it is from, a few of many', () => {
  const places = new Map(['a', 'b', 'c', 'd'].map((event, n) => [event, `x.csv, line ${n + 1}`]));
  expect(rowWords({ events: ['b', 'unknown'], parts: [] }, places)).toBe('x.csv, line 2');
  expect(rowWords({ events: ['a', 'b', 'c', 'd'], parts: [] }, places)).toBe(
    'x.csv, line 1; x.csv, line 2; x.csv, line 3 and 1 more',
  );
  expect(rowWords({ events: [], parts: [] }, places)).toBeNull();
});
