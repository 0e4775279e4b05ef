import { expect, it } from 'vitest';
import { paragraph } from './paragraph.ts';
import { plain, plainLines, table } from './table.ts';

const rows = [
  { asset: 'BTC', quantity: '1.3' },
  { asset: 'a long name', quantity: '12,000.25' },
];

it('aligns words to the left and numbers to the right', () => {
  const text = table(
    rows,
    [
      { title: 'Asset', cell: (row) => row.asset },
      { title: 'Quantity', cell: (row) => row.quantity, right: true },
    ],
    'None.',
  );
  expect(text.split('\n')).toEqual([
    'Asset         Quantity',
    '-----------  ---------',
    'BTC                1.3',
    'a long name  12,000.25',
  ]);
});

it('says so where there is nothing', () => {
  expect(table([], [{ title: 'Asset', cell: () => '' }], 'None.')).toBe('None.');
});

it('lets no text from a file steer the terminal', () => {
  expect(plain('BTC\u001b[2J\u202e\r\nx\u0007')).toBe('BTC [2J   x ');
});

it('breaks prose into lines of at most 100 columns, between words', () => {
  const text = paragraph('word '.repeat(60).trim(), 2);
  expect(text.split('\n').every((line) => line.length <= 100)).toBe(true);
  expect(text.split('\n')[1]).toMatch(/^ {4}word/u);
  expect(text.match(/word/gu)).toHaveLength(60);
});

it('an answer keeps its lines and nothing else that moves the cursor', () => {
  expect(plainLines('a\u001b[2Jb\r\nc\td\u0007\n')).toBe('a [2Jb\r\nc\td \n');
});
