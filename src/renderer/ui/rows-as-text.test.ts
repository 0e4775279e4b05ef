import { expect, test } from 'vitest';
import { rowsAsText, type TextColumn } from './rows-as-text.ts';

const columns: readonly TextColumn<readonly [string, string | null]>[] = [
  { header: 'Words', text: ([words]) => words },
  { header: 'Gain', text: ([, gain]) => gain },
];

test('a header, a line a row, nothing where nothing is known', () => {
  expect(
    rowsAsText(
      [
        ['Coinbase', '-12.5'],
        ['Binance', null],
      ],
      columns,
    ),
  ).toBe('Words\tGain\nCoinbase\t-12.5\nBinance\t');
});

test.each([
  ['two\nlines\tand a tab', 'two lines and a tab'],
  ['=HYPERLINK("x")', `'=HYPERLINK("x")`],
  ['-1+2', "'-1+2"],
  ['@sum', "'@sum"],
])('%j cannot change the table', (words, shown) =>
  expect(rowsAsText([[words, '1']], columns)).toBe(`Words\tGain\n${shown}\t1`),
);
