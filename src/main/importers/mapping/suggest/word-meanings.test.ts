import { expect, it } from 'vitest';
import { meaningOfWord } from './word-meanings.ts';

it.each([
  ['Verkauf', 'trade', 'sell'],
  ['Kauf', 'trade', 'buy'],
  ['venta', 'trade', 'sell'],
  ['Buy', 'trade', 'buy'],
  ['Auszahlung', 'withdrawal', undefined],
  ['Einzahlung', 'deposit', undefined],
  ['Gebühr', 'fee', undefined],
])('%s is a %s', (word, means, side) => {
  expect(meaningOfWord(word, false)).toEqual({ means, ...(side !== undefined && { side }) });
});

it('a trade in a file of futures is one of contracts; a word that nobody knows is nothing', () => {
  expect(meaningOfWord('Sold', true)).toEqual({ means: 'futures-fill', side: 'sell' });
  expect(meaningOfWord('Zorb', false)).toBeNull();
});
