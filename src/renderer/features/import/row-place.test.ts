import { expect, it } from 'vitest';
import { placesWords, placeWords } from './row-place.ts';

it('names a row by its file and line', () => {
  expect(placeWords({ file: 'a.csv', line: 1204 })).toBe('a.csv, line 1,204');
});

it.each([
  [[['a.csv', 3]], 1, 'a.csv, line 3'],
  [
    [
      ['a.csv', 3],
      ['a.csv', 7],
      ['b.csv', 2],
    ],
    8,
    'a.csv, lines 3 and 7; b.csv, line 2; and 5 more',
  ],
  [
    [
      ['a.csv', 3],
      ['a.csv', 3],
    ],
    2,
    'a.csv, line 3',
  ],
] as const)('names the rows of a figure, file by file: %j of %i', (places, count, words) => {
  expect(
    placesWords(
      places.map(([file, line]) => ({ file, line })),
      count,
    ),
  ).toBe(words);
});
