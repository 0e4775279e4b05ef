import { expect, test } from 'vitest';
import { assetId } from '../../../shared/domain/asset.ts';
import type { PriceMark } from '../../../shared/domain/price-mark.ts';
import { toText } from '../../../shared/num/format.ts';
import { price } from '../../../shared/num/parse.ts';
import { instantFromIso } from '../../../shared/time/instant.ts';
import { terms } from '../../../../test/cases/futures/lots-and-terms.fixture.ts';
import { contractPoint, ownContractPoint } from './contract-point.ts';
import type { ContractPoint } from './contract-point.ts';
import { priceBookOf } from './price-book.ts';

const btc = assetId('BTC');
const micro = terms('cme', 'MBT-202612');
const at = instantFromIso('2026-11-20T23:59:59Z');

const mark = (of: PriceMark['of'], time: string, amount: string): PriceMark => ({
  of,
  time: instantFromIso(time),
  price: price(amount),
  source: 'test',
});
const point = (own: string | null, coin: string | null): ContractPoint | null =>
  contractPoint(
    micro,
    priceBookOf(assetId('USD'), [
      ...(own === null ? [] : [mark(micro.id, own, '51000')]),
      ...(coin === null ? [] : [mark(btc, coin, '50000')]),
    ]),
    at,
  );
const used = (found: ContractPoint | null): unknown =>
  found === null ? null : [toText(found.price), found.fromUnderlying, found.apart !== null];

test.each([
  [
    'within 24 hours after the coin’s price',
    '2026-11-20T12:00:00Z',
    '2026-11-19T12:00:00Z',
    ['51000', false, false],
  ],
  ['older than that', '2026-11-18T12:00:00Z', '2026-11-20T12:00:00Z', ['50000', true, true]],
  ['newer than that', '2026-11-20T12:00:00.001Z', '2026-11-19T12:00:00Z', ['50000', true, true]],
  ['where the coin has no price', '2026-11-18T12:00:00Z', null, ['51000', false, false]],
  ['missing', null, '2026-11-20T12:00:00Z', ['50000', true, false]],
  ['missing, and the coin’s too', null, null, null],
] as const)('a contract’s own mark %s', (_, own, coin, expected) => {
  expect(used(point(own, coin))).toEqual(expected);
});

test('where a settlement price is asked for, the own mark counts whatever the coin’s price is of', () => {
  const book = priceBookOf(assetId('USD'), [
    mark(micro.id, '2026-11-20T12:00:00Z', '51000'),
    mark(btc, '2026-01-01T12:00:00Z', '50000'),
  ]);
  expect(used(ownContractPoint(micro, book, at))).toEqual(['51000', false, false]);
});
