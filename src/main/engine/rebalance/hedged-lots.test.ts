import { expect, test } from 'vitest';
import { assetId } from '../../../shared/domain/asset.ts';
import type { LotId } from '../../../shared/domain/lot.ts';
import { toText } from '../../../shared/num/format.ts';
import { quantity } from '../../../shared/num/parse.ts';
import { localDate } from '../../../shared/time/local-date.ts';
import { lot } from '../../../../test/cases/futures/lots-and-terms.fixture.ts';
import { hedgedLots, lotsByShort } from './hedged-lots.ts';
import type { HedgedLot } from './hedged-lots.ts';

const asOf = localDate('2026-11-22');
const dear = lot('dear-short-term', 'BTC', '1', '90000', '2026-06-01', '2027-06-02');
const old = lot('old-cheap', 'BTC', '1', '10000', '2020-01-01', '2021-01-02');
const mid = lot('old-dear', 'BTC', '1', '40000', '2024-01-01', '2025-01-02');
const ether = lot('ether', 'ETH', '10', '20000', '2024-01-01', '2025-01-02');

const parts = (lots: readonly HedgedLot[]): unknown[] =>
  lots.map(({ lot: { id }, quantity: amount, clockRestarts }) => [id, toText(amount), clockRestarts]);
const short = (
  amount: string,
): { asset: ReturnType<typeof assetId>; quantity: ReturnType<typeof quantity> }[] => [
  { asset: assetId('BTC'), quantity: quantity(amount) },
];

test('long-term lots first, of them the dearest; lots in their first year last, and they say so', () => {
  expect(parts(hedgedLots(short('2.5'), [dear, old, mid, ether], new Map(), asOf))).toEqual([
    ['old-dear', '1', false],
    ['old-cheap', '1', false],
    ['dear-short-term', '0.5', true],
  ]);
});

test('what another plan hedges is not hedged twice, even where a lot lies in two accounts', () => {
  const elsewhere = { ...mid, quantity: quantity('0.5') };
  const here = { ...mid, quantity: quantity('0.5') };
  const busy = new Map([[mid.id, quantity('0.6')]]) as ReadonlyMap<LotId, ReturnType<typeof quantity>>;
  expect(parts(hedgedLots(short('1'), [here, elsewhere, old], busy, asOf))).toEqual([
    ['old-dear', '0.4', false],
    ['old-cheap', '0.6', false],
  ]);
});

test('a short larger than the lots hedges what there is', () => {
  expect(parts(hedgedLots(short('3'), [old], new Map(), asOf))).toEqual([['old-cheap', '1', false]]);
});

test('two shorts of one coin share its lots in their order, and hedge none of them twice', () => {
  const shorts = [...short('1.2'), ...short('1.5'), ...short('1')];
  expect(lotsByShort(shorts, [dear, old, mid, ether], new Map(), asOf).map(parts)).toEqual([
    [
      ['old-dear', '1', false],
      ['old-cheap', '0.2', false],
    ],
    [
      ['old-cheap', '0.8', false],
      ['dear-short-term', '0.7', true],
    ],
    [['dear-short-term', '0.3', true]],
  ]);
});
