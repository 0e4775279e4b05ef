import { expect, test } from 'vitest';
import { money, quantity, rate } from '../../shared/num/parse.ts';
import { listText, moneyText, percentText, pointsText, quantityText } from './words.ts';

test.each([
  ['0', '0.00 USD'],
  ['1234567.891', '1,234,567.89 USD'],
  ['-999.995', '-1,000.00 USD'],
  ['100', '100.00 USD'],
])('money %s', (text, words) => {
  expect(moneyText(money(text), 'USD')).toBe(words);
});

test.each([
  ['0', '0 %'],
  ['0.15', '15 %'],
  ['0.0825', '8.25 %'],
  ['0.00004', '0 %'],
  ['0.006667', '0.67 %'],
  ['1', '100 %'],
  ['12.5', '1250 %'],
  ['-0.05', '-5 %'],
])('share %s', (text, words) => {
  expect(percentText(rate(text))).toBe(words);
});

test('points, quantities and lists', () => {
  expect(pointsText(rate('-0.15'))).toBe('15 points');
  expect(pointsText(rate('0.01'))).toBe('1 point');
  expect(quantityText(quantity('1234.567890123'), 'BTC')).toBe('1,234.56789012 BTC');
  expect(quantityText(quantity('3'), 'ETH')).toBe('3 ETH');
  expect([listText([]), listText(['a']), listText(['a', 'b']), listText(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});
