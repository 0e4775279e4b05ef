import { describe, expect, test } from 'vitest';
import {
  formatMoney,
  formatMoneyShort,
  formatPrice,
  formatQuantity,
  formatRate,
  isRounded,
  signOf,
} from './number-format.ts';

test('a quantity with so many decimals', () => {
  expect(formatQuantity('18531.88967', { decimals: 2 })).toBe('18,531.89');
  expect(formatQuantity('-5', { decimals: 2, signed: true })).toBe('−5.00');
});

describe('money', () => {
  test.each([
    ['1234.5', 'USD', '$1,234.50'],
    ['-1234.565', 'USD', '−$1,234.57'],
    ['0', 'USD', '$0.00'],
    ['0.004', 'USD', '<$0.01'],
    ['0.005', 'USD', '$0.01'],
    ['-0.0049', 'USD', '>−$0.01'],
    ['123456789012345678901.235', 'USD', '$123,456,789,012,345,678,901.24'],
    ['12.5', 'EUR', '€12.50'],
    ['12.5', 'USDT', '12.50 USDT'],
    ['0.002285714285', 'BTC', '0.00228571 BTC'],
    ['-0.0042005', 'BTC', '−0.0042005 BTC'],
    ['0', 'BTC', '0 BTC'],
    ['0.0000000012345', 'SOL', '0.0000000012 SOL'],
  ])('%s %s reads %s', (text, currency, shown) => expect(formatMoney(text, currency)).toBe(shown));

  test('a signed amount writes its plus', () => {
    expect(formatMoney('15', 'USD', { signed: true })).toBe('+$15.00');
    expect(formatMoney('0', 'USD', { signed: true })).toBe('$0.00');
  });

  test('a signed coin too', () => expect(formatMoney('0.0001', 'BTC', { signed: true })).toBe('+0.0001 BTC'));

  test.each([
    ['1234.5', 'USD', '$1,235'],
    ['1234.5', 'USDT', '1,235 USDT'],
    ['0.0123', 'BTC', '0.0123 BTC'],
  ])('short, %s %s is whole units, but not of coins: %s', (text, currency, shown) =>
    expect(formatMoneyShort(text, currency)).toBe(shown),
  );
});

describe('quantities', () => {
  test.each([
    ['1.5', '1.5'],
    ['0.123456789', '0.12345679'],
    ['0.000000001234', '0.0000000012'],
    ['12345678901234567890.12345678', '12,345,678,901,234,567,890.12345678'],
    ['-0.15', '−0.15'],
  ])('%s reads %s', (text, shown) => expect(formatQuantity(text)).toBe(shown));
});

describe('prices', () => {
  test.each([
    ['67123.4', '$67,123.40'],
    ['1', '$1.00'],
    ['0.99999', '$1'],
    ['0.0000123456', '$0.00001235'],
  ])('%s reads %s', (text, shown) => expect(formatPrice(text, 'USD')).toBe(shown));

  test('a price in a coin names the coin', () => expect(formatPrice('0.0345', 'BTC')).toBe('0.0345 BTC'));
});

test('rates are percentages without a float between', () => {
  expect(formatRate('0.5')).toBe('50%');
  expect(formatRate('0.12345')).toBe('12.35%');
  expect(formatRate('0.151', { signed: true, decimals: 1 })).toBe('+15.1%');
});

test('signs', () => {
  expect(signOf('0')).toBe('flat');
  expect(signOf('-0.00')).toBe('flat');
  expect(signOf('-0.01')).toBe('down');
  expect(signOf('3')).toBe('up');
});

test.each([
  ['104.5', '$104.50', false],
  ['0.123456789', '0.12345679', true],
  ['0.001', '<$0.01', true],
  ['1234', '$1,234', false],
])('%s shown as %s leaves decimals out: %s', (text, shown, rounded) =>
  expect(isRounded(text, shown)).toBe(rounded),
);
