import { describe, expect, test } from 'vitest';
import { row } from './monitor.fixture.ts';
import {
  contractWithoutMargin,
  countWords,
  driftCauses,
  expiryWords,
  noLiquidationWords,
  priceAge,
  rowKey,
  rowOf,
  sideWord,
  sigmaWords,
  unclaimedRows,
  unitOf,
} from './view-model.ts';

describe('rows', () => {
  const loose = row({ leg: null, plan: null, position: 'position:x@y' });

  test('are known by their leg, or by their position where they belong to none', () => {
    expect(rowKey(row())).toBe('plan-1-leg-1');
    expect(rowKey(loose)).toBe('position:x@y');
    expect(rowOf([row(), loose], 'position:x@y')).toBe(loose);
    expect(rowOf([row()], 'gone')).toBeNull();
  });

  test('that belong to no leg can be adopted', () => {
    expect(unclaimedRows([row(), loose])).toEqual([loose]);
  });

  test('name the contract whose margin is missing: their own, or one of the same account', () => {
    const unknown = { ...row().liquidation, kind: 'unknown' as const };
    const known = row({ contract: 'eth', liquidation: unknown });
    const missing = row({
      contract: 'btc',
      liquidation: unknown,
      margin: { ...row().margin, maintenance: null },
    });
    const elsewhere = { ...missing, contract: 'other', accountName: 'Elsewhere' };
    expect(contractWithoutMargin([known, elsewhere, missing], known)).toBe('btc');
    expect(contractWithoutMargin([known, elsewhere], known)).toBeNull();
    expect(contractWithoutMargin([missing], row())).toBeNull();
  });

  test('say their side and what their quantity counts', () => {
    expect(sideWord(row())).toBe('Short');
    expect(sideWord(row({ side: 'buy' }))).toBe('Long');
    expect(unitOf(row())).toBe('BTC');
    expect(unitOf(row({ unit: 'quote', quote: 'USD' }))).toBe('USD');
    expect(unitOf(row({ unit: 'contracts' }))).toBe('contracts');
  });
});

describe('words', () => {
  test.each([
    ['0.4', 'today'],
    ['1.9', 'yesterday'],
    ['9', '9 days ago'],
    [null, null],
  ])('a price of %s days is %s', (ageDays, words) => {
    expect(priceAge({ ageDays })).toBe(words);
  });

  test('distance in usual daily moves, one decimal', () => {
    expect(sigmaWords('16.42')).toBe('16.4 usual daily moves');
    expect(sigmaWords(null)).toBeNull();
  });

  test('no distance is never a zero', () => {
    expect(noLiquidationWords('none')).toBe('cannot be closed by force');
    expect(noLiquidationWords('unknown')).toBe('not known');
    expect(noLiquidationWords('nothing-open')).toBe('nothing open');
  });

  test('counts leave out what there is none of', () => {
    expect(countWords({ danger: 1, act: 0, watch: 0, calm: 2, stale: 3 })).toBe('1 in danger, 2 fine');
  });

  test.each([
    [-1, 'has ended'],
    [0, 'ends today'],
    [1, 'ends tomorrow'],
    [34, '34 days left'],
  ])('%i days to the end', (days, words) => {
    expect(expiryWords(days)).toBe(words);
  });
});

test('causes that did nothing are left out; the others keep the order of the core', () => {
  const causes = driftCauses({
    gapAtPlan: '0',
    gapNow: '0.3',
    words: '',
    causes: [
      { cause: 'price', coins: '0.5', value: '5', words: 'a' },
      { cause: 'funding', coins: '0', value: '0', words: 'b' },
      { cause: 'spot', coins: '-0.2', value: '-2', words: 'c' },
    ],
  });
  expect(causes.map(({ name, amount }) => [name, amount])).toEqual([
    ['Price moves', '0.5'],
    ['Coins bought or sold', '-0.2'],
  ]);
});
