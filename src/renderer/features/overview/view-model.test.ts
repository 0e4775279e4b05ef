import { describe, expect, test } from 'vitest';
import { exposureRows } from './exposure-rows.ts';
import { holding, holdingsAnswer, position } from './overview.fixture.ts';
import {
  driftSentence,
  exposureSentence,
  isEmpty,
  openPositions,
  unpricedWords,
  worthWords,
} from './view-model.ts';

const btc = holding('BTC', { futuresValue: '-15000', effectiveValue: '50000', effectiveWeight: '0.5' });
const eth = holding('ETH', {
  value: '35000',
  futuresValue: '15000',
  effectiveValue: '50000',
  effectiveWeight: '0.5',
});

const rowsOf = (...holdings: ReturnType<typeof holding>[]): ReturnType<typeof exposureRows> =>
  exposureRows(holdingsAnswer({ holdings }));

describe('exposure', () => {
  test('in one sentence', () => {
    const all = { total: '100000', currency: 'USD', holdings: [] };
    expect(exposureSentence(rowsOf(btc, eth), all)).toBe(
      'You hold $100,000.00 in coins and cash. Futures take $15,000.00 off BTC (effective share 50%) and add $15,000.00 to ETH (effective share 50%).',
    );
    expect(exposureSentence(rowsOf(holding('BTC')), all)).toBe(
      'You hold $100,000.00 in coins and cash. No futures are open, so that is also your exposure.',
    );
    const owed = holding('USDT', { assetClass: 'stablecoin', quantity: '-668841', value: '-668841' });
    expect(exposureSentence(rowsOf(btc, eth), { ...all, holdings: [btc, eth, owed] })).toContain(
      'Money is below zero, so deposits are missing: shares of all are left out',
    );
    expect(exposureSentence([], all)).toBe('Nothing with a price yet.');
  });
});

describe('drift in one sentence', () => {
  const row = {
    asset: 'BTC',
    target: '0.5',
    spotWeight: '0.65',
    effectiveWeight: '0.65',
    drift: '0.15',
    driftValue: '15000',
    bandLow: '0.45',
    bandHigh: '0.55',
    outside: true,
  };
  test.each([
    [[row], 'BTC is 15 points over target, outside the band.'],
    [
      [row, { ...row, asset: 'ETH', drift: '-0.15' }],
      'BTC is 15 points over target and ETH is 15 points under target, outside the band.',
    ],
    [[{ ...row, outside: false }], 'Every asset is within its band: nothing needs to be done.'],
    [[], 'How far you are from your targets is not known: prices are missing.'],
  ])('%#', (rows, sentence) => expect(driftSentence(rows)).toBe(sentence));
});

test('flat positions are no hedge; a ledger with neither coins nor positions is empty', () => {
  const flat = holdingsAnswer({ positions: [position('BTCUSDT', { side: 'flat' })] });
  expect(openPositions(flat)).toEqual([]);
  expect(isEmpty(flat)).toBe(false);
  expect(isEmpty(holdingsAnswer())).toBe(true);
});

test('what the total leaves out', () => {
  expect(unpricedWords([holding('BTC')])).toBeNull();
  expect(
    unpricedWords([holding('BNB', { value: null }), holding('OLD', { value: null, quantity: '0' })]),
  ).toBe('Without BNB, which has no price');
  expect(unpricedWords([holding('BNB', { value: null }), holding('ETH', { value: null })])).toBe(
    'Without BNB and ETH, which have no price',
  );
});

test('worth and cost are of the same coins: what is in only one of them is said', () => {
  const doge = holding('DOGE', { value: null, costBasis: '7' });
  expect(worthWords(holdingsAnswer({ holdings: [btc] }))).toEqual({
    total: '100000',
    totalNote: null,
    cost: '60000',
    costNote: 'What you paid, fees included',
  });
  const apart = { holdings: [btc, doge], costWithoutPrice: '7', worthWithoutLot: '-3000' };
  expect(worthWords(holdingsAnswer(apart))).toEqual({
    total: '100000',
    totalNote: 'Without DOGE, which has no price; −$3,000.00 of it is of units that no lot shows',
    cost: '59993',
    costNote: 'What you paid, fees included; $7.00 more for what has no price',
  });
  const nothing = { holdings: [doge], total: '0', costBasis: '7', costWithoutPrice: '7' };
  expect(worthWords(holdingsAnswer(nothing))).toMatchObject({ total: null, cost: '7' });
});
