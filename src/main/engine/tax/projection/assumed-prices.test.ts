import { expect, test } from 'vitest';
import type { PriceMark } from '../../../../shared/domain/price-mark.ts';
import { toText } from '../../../../shared/num/format.ts';
import { price } from '../../../../shared/num/parse.ts';
import type { Price } from '../../../../shared/num/types.ts';
import { instantFromIso } from '../../../../shared/time/instant.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import { priceBookOf } from '../../valuation/price-book.ts';
import { btc, perpetual, usd } from '../jurisdictions/us/actions/us-facts.fixture.ts';
import { assumedPrices } from './assumed-prices.ts';
import type { PriceChange } from './assumed-prices.ts';

const at = instantFromIso('2026-11-22T20:00:00Z');
const asOf = localDate('2026-11-22');
const mark = (of: PriceMark['of'], amount: string): PriceMark => ({
  of,
  time: at,
  price: price(amount),
  source: 'test',
});
const book = priceBookOf(usd, [mark(btc, '50000'), mark(perpetual.id, '51000')]);
const on = (date: string, change: PriceChange | null, known = book): readonly (string | null)[] => {
  const prices = assumedPrices({ prices: known, at, asOf }, change === null ? [] : [change]);
  const text = (found: Price | null): string | null => (found === null ? null : toText(found));
  return [
    text(prices.priceOn(btc, localDate(date))),
    text(prices.contractPriceOn(perpetual, localDate(date))),
  ];
};
const to = (amount: string, by: string | null): PriceChange => ({
  asset: btc,
  to: price(amount),
  by: by === null ? null : localDate(by),
});

test.each([
  ['today’s prices stay', '2030-01-01', null, ['50000', '51000']],
  ['a change without a date leaves today alone', '2026-11-22', to('60000', null), ['50000', '51000']],
  [
    'and holds from tomorrow on; the contract moves by the same share',
    '2026-11-23',
    to('60000', null),
    ['60000', '61200'],
  ],
  ['half way', '2026-12-02', to('60000', '2026-12-12'), ['55000', '56100']],
  ['there', '2026-12-12', to('60000', '2026-12-12'), ['60000', '61200']],
  ['and on', '2027-12-12', to('60000', '2026-12-12'), ['60000', '61200']],
  ['to nothing', '2027-12-12', to('0', null), ['0', '0']],
] as const)('%s', (_, date, change, expected) => {
  expect(on(date, change)).toEqual(expected);
});

test('where nobody knows a price, only one that is given is known', () => {
  const empty = priceBookOf(usd, []);
  expect(on('2027-01-01', null, empty)).toEqual([null, null]);
  expect(on('2027-01-01', to('60000', '2027-06-01'), empty)).toEqual(['60000', '60000']);
});
