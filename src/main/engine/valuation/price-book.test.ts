import { describe, expect, test } from 'vitest';
import { assetId } from '../../../shared/domain/asset.ts';
import { contractId } from '../../../shared/domain/contract-spec.ts';
import type { PriceMark } from '../../../shared/domain/price-mark.ts';
import { toText } from '../../../shared/num/format.ts';
import { price } from '../../../shared/num/parse.ts';
import { instantFromIso } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { priceBookOf } from './price-book.ts';
import type { KnownPrice } from './price-book.ts';

const usd = assetId('USD');
const btc = assetId('BTC');
const at = (text: string): Instant => instantFromIso(text);
const mark = (of: PriceMark['of'], time: string, amount: string, source = 'test'): PriceMark => ({
  of,
  time: at(time),
  price: price(amount),
  source,
});
const book = priceBookOf(usd, [
  mark(btc, '2025-01-03T00:00:00Z', '300'),
  mark(btc, '2025-01-01T00:00:00Z', '100'),
  mark(btc, '2025-01-02T00:00:00Z', '200'),
]);
const text = (known: KnownPrice | null): string | null => (known === null ? null : toText(known.price));

describe('the latest mark at or before an instant', () => {
  test.each([
    ['2024-12-31T23:59:59Z', null],
    ['2025-01-01T00:00:00Z', '100'],
    ['2025-01-02T23:59:59.999Z', '200'],
    ['2029-01-01T00:00:00Z', '300'],
  ])('%s', (time, expected) => {
    expect(text(book.latest(btc, at(time)))).toBe(expected);
  });
});

describe('the nearest mark, at most a day away', () => {
  test.each([
    ['2024-12-30T23:59:59Z', null],
    ['2024-12-31T00:00:00Z', '100'],
    ['2025-01-01T11:59:59Z', '100'],
    ['2025-01-01T12:00:00Z', '100'],
    ['2025-01-01T12:00:01Z', '200'],
    ['2025-01-04T00:00:00Z', '300'],
    ['2025-01-04T00:00:01Z', null],
  ])('%s', (time, expected) => {
    expect(text(book.nearest(btc, at(time)))).toBe(expected);
  });
});

test('the reporting currency is worth one whatever marks say', () => {
  const odd = priceBookOf(usd, [mark(usd, '2025-01-01T00:00:00Z', '7')]);
  expect(odd.latest(usd, at('2025-01-02T00:00:00Z'))).toMatchObject({ time: null, atPar: false });
  expect(text(odd.nearest(usd, at('2025-01-01T00:00:00Z')))).toBe('1');
});

test('a stablecoin is at par until a price is known; a contract and a coin are nothing', () => {
  const usdt = assetId('USDT');
  const priced = priceBookOf(usd, [mark(usdt, '2025-01-02T00:00:00Z', '0.98')]);
  expect(priced.latest(usdt, at('2025-01-01T00:00:00Z'))).toMatchObject({ atPar: true });
  expect(text(priced.latest(usdt, at('2025-01-02T00:00:00Z')))).toBe('0.98');
  expect(priced.latest(contractId('binance-um', 'USDT'), at('2025-01-02T00:00:00Z'))).toBeNull();
  expect(priced.latest(btc, at('2025-01-02T00:00:00Z'))).toBeNull();
});

test('of two marks for one instant the later in the list wins; what is marked is listed', () => {
  const twice = priceBookOf(usd, [
    mark(btc, '2025-01-01T00:00:00Z', '1', 'file'),
    mark(btc, '2025-01-01T00:00:00Z', '2', 'typed'),
    mark(assetId('ADA'), '2025-01-05T00:00:00Z', '3'),
  ]);
  expect(twice.latest(btc, at('2025-01-01T00:00:00Z'))?.source).toBe('typed');
  expect(twice.marked(at('2025-01-02T00:00:00Z'))).toEqual(['BTC']);
  expect(twice.marked(at('2025-01-06T00:00:00Z'))).toEqual(['ADA', 'BTC']);
});
