/** The mistakes that cost most, each as an order that makes it. Source of each: risks.md, by section. */
import { describe, expect, test } from 'vitest';
import { accountId } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import type { ContractTerms } from '../../../src/shared/domain/contract-terms.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { money, price, quantity, rate } from '../../../src/shared/num/parse.ts';
import { roundTo } from '../../../src/shared/num/rounding.ts';
import { zeroQuantity } from '../../../src/shared/num/types.ts';
import { localDate } from '../../../src/shared/time/local-date.ts';
import { coins, settleAmount } from '../../../src/main/engine/futures/units.ts';
import type {
  CheckedOrder,
  OpenPosition,
} from '../../../src/main/engine/futures/watch/checks/checked-order.ts';
import { marginForMove } from '../../../src/main/engine/futures/watch/checks/margin-checks.ts';
import { planChecks } from '../../../src/main/engine/futures/watch/checks/plan-checks.ts';
import { typedQuantity } from '../../../src/main/engine/futures/watch/checks/unit-checks.ts';
import { terms as catalogued } from './lots-and-terms.fixture.ts';

const perpetual = plain(catalogued('binance-um', 'BTCUSDT'));
const micro: ContractTerms = {
  ...perpetual,
  id: 'test:MICRO' as ContractTerms['id'],
  symbol: 'MICRO',
  quantityUnit: 'contracts',
  multiplier: quantity('0.1'),
  quantityStep: quantity('1'),
  minQuantity: quantity('1'),
  minNotional: null,
  priceTick: price('5'),
  liquidation: 'broker',
};
const december: ContractTerms = {
  ...perpetual,
  id: 'test:DEC' as ContractTerms['id'],
  symbol: 'DEC',
  kind: 'dated',
  expiry: localDate('2026-12-25'),
};

/** Steps and minimums that do not get in the way. */
function plain(terms: ContractTerms): ContractTerms {
  return {
    ...terms,
    quantityStep: quantity('0.001'),
    minQuantity: quantity('0.001'),
    minNotional: money('100'),
    maxQuantity: quantity('1000'),
    priceTick: price('0.1'),
    usPersons: null,
    settlement: 'cash',
    liquidation: 'binance',
    margin: { kind: 'flat', initial: rate('0.01'), maintenance: rate('0.005') },
  };
}

/** Sell 0.3 BTC at 100 000 where 0.3 are to be sold: nothing is wrong with it. */
const right: CheckedOrder = {
  asset: assetId('BTC'),
  terms: perpetual,
  side: 'sell',
  quantity: quantity('0.3'),
  unit: 'base',
  price: null,
  at: { price: price('100000'), settlePrice: price('1') },
  intendedCoins: quantity('0.3'),
  intendedMoney: null,
  reduceOnly: false,
  positionSide: 'one-way',
  mode: 'cross',
  account: null,
  position: null,
  leverage: null,
  rateText: null,
  typed: true,
  gap: coins(quantity('-0.3')),
  positions: [],
  wallets: quantity('2'),
  collateral: zeroQuantity,
  cash: null,
  asOf: localDate('2026-11-22'),
  exit: localDate('2027-01-15'),
  rollsPlanned: false,
};

const short = (terms: ContractTerms, amount: string): OpenPosition => ({
  id: `position:${terms.id}@venue`,
  contract: terms.id,
  symbol: terms.symbol,
  account: accountId('venue'),
  positionSide: 'one-way',
  direction: 'short',
  quantity: { unit: terms.quantityUnit, amount: quantity(amount) },
  mode: 'cross',
});

const close: Partial<CheckedOrder> = {
  side: 'buy',
  reduceOnly: true,
  gap: null,
  intendedCoins: null,
  positions: [short(december, '0.3')],
};

const found = (changes: Partial<CheckedOrder>): string[] =>
  planChecks([{ ...right, ...changes }]).map(({ code, severity }) => `${severity} ${code}`);

test('an order that is right passes', () => {
  expect(found({})).toEqual([]);
});

describe('each mistake is found, and only it', () => {
  test.each<[string, string, Partial<CheckedOrder>, string[]]>([
    // 2.1 units
    [
      '2.1',
      'coins typed as contracts of 0.1: a tenth of what is meant',
      {
        terms: micro,
        unit: 'contracts',
        quantity: quantity('3'),
        intendedCoins: quantity('3'),
        gap: coins(quantity('-3')),
      },
      ['error hedge/unit-slip'],
    ],
    [
      '2.1',
      'ten times too much',
      { quantity: quantity('3'), gap: coins(quantity('-3')) },
      ['error hedge/unit-slip'],
    ],
    [
      '2.1',
      'a thousandth',
      { quantity: quantity('0.003'), intendedCoins: quantity('3'), gap: coins(quantity('-3')) },
      ['error hedge/unit-slip'],
    ],
    [
      '2.1',
      'four times too much is no slip of units, and too much',
      { quantity: quantity('1.2'), gap: coins(quantity('-1.2')) },
      ['error hedge/size-off'],
    ],
    [
      '2.1',
      'twice is at the edge of what passes',
      { quantity: quantity('0.6'), gap: coins(quantity('-0.6')) },
      [],
    ],
    ['2.4', 'no step', { quantity: quantity('0.3005') }, ['error hedge/off-step']],
    [
      '2.4',
      'less than the least order',
      { quantity: quantity('0.0009'), intendedCoins: quantity('0.0009') },
      ['error hedge/off-step', 'error hedge/below-minimum'],
    ],
    [
      'formulas 3',
      'less than the least money, which closing may be',
      {
        quantity: quantity('0.001'),
        intendedCoins: quantity('0.001'),
        terms: { ...perpetual, minNotional: money('101') },
      },
      ['error hedge/below-minimum'],
    ],
    [
      'formulas 3',
      'more than the largest order',
      { terms: { ...perpetual, maxQuantity: quantity('0.2') } },
      ['error hedge/above-maximum'],
    ],
    // 2.2 side
    ['2.2', 'the wrong side', { side: 'buy' }, ['error hedge/wrong-side']],
    ['2.2', 'past the target', { quantity: quantity('0.45') }, ['error hedge/over-hedged']],
    ['2.2', 'past it by less than a step of the venue', { quantity: quantity('0.301') }, []],
    // 2.3 closing
    ['2.3', 'closes another expiry than is open', { ...close }, ['error hedge/wrong-leg']],
    ['2.3', 'closes what is open', { ...close, terms: december, exit: null }, []],
    [
      '2.3',
      'closes more than is open',
      { ...close, terms: december, exit: null, quantity: quantity('0.4') },
      ['error hedge/closes-more'],
    ],
    [
      '2.3',
      'an order against the position that is not reduce-only',
      { ...close, reduceOnly: false, terms: december, exit: null },
      ['warning hedge/not-reduce-only'],
    ],
    [
      '2.3',
      'and one that would turn it around',
      { ...close, reduceOnly: false, terms: december, exit: null, quantity: quantity('0.4') },
      ['error hedge/closes-more'],
    ],
    [
      '2.3',
      'an overlay that turns it around, which is what restores the target',
      {
        ...close,
        typed: false,
        reduceOnly: false,
        terms: december,
        exit: null,
        quantity: quantity('0.4'),
      },
      ['warning hedge/through-zero'],
    ],
    [
      '2.3',
      'sells to close a short',
      { ...close, side: 'sell', terms: december, exit: null },
      ['error hedge/wrong-leg'],
    ],
    [
      '2.3',
      'names a position of another account',
      { ...close, terms: december, exit: null, position: 'position:test:DEC@other' },
      ['error hedge/wrong-leg'],
    ],
    [
      '2.3',
      'says another margin mode than the position has',
      { ...close, terms: december, exit: null, mode: 'isolated' },
      ['error hedge/other-margin-mode'],
    ],
    [
      '2.3',
      'does not say which side of a hedge-mode account',
      { positions: [{ ...short(perpetual, '1'), positionSide: 'short' }] },
      ['error hedge/position-side-missing'],
    ],
    ['2.5', 'does not say cross or isolated', { mode: null }, ['warning hedge/margin-mode-missing']],
    // 2.4 contract
    ['2.4', 'off tick', { price: price('100000.05') }, ['error hedge/off-tick']],
    ['2.4', 'a price in another unit (1 000 SHIB)', { price: price('100') }, ['error hedge/price-unit']],
    [
      '2.4',
      'expired',
      { terms: { ...december, expiry: localDate('2026-11-21') } },
      ['error hedge/contract-expired'],
    ],
    ['2.4', 'another coin', { asset: assetId('ETH'), gap: null }, ['error hedge/other-coin']],
    ['1', 'across an expiry without a roll', { terms: december }, ['error hedge/crosses-expiry']],
    [
      '1',
      'across an expiry with rolls that are planned',
      { terms: december, rollsPlanned: true },
      ['warning hedge/rolls'],
    ],
    [
      '1',
      'ten days before its end',
      { terms: december, asOf: localDate('2026-12-15'), exit: null },
      ['warning hedge/expiry-near'],
    ],
    ['1', 'eleven days are enough', { terms: december, asOf: localDate('2026-12-14'), exit: null }, []],
    [
      '1',
      'delivered in coins',
      { terms: { ...december, settlement: 'coins' }, exit: null },
      ['warning hedge/delivered'],
    ],
    [
      '4',
      'not open to United States persons',
      { terms: { ...perpetual, usPersons: false } },
      ['warning hedge/us-persons'],
    ],
    // margin
    ['1', 'four times leverage, liquidated by 30 %', { leverage: rate('4') }, ['error hedge/leverage']],
    ['1', 'three times survives it', { leverage: rate('3') }, []],
    [
      '1',
      'too little cash at the venue',
      { cash: settleAmount(quantity('9000')) },
      ['warning hedge/reserve-short'],
    ],
    ['1', 'enough: 30 000 × (0.3 + 0.005 × 1.3) = 9 195', { cash: settleAmount(quantity('9195')) }, []],
    [
      '2.5',
      'collateral forgotten: 0.3 in wallets, 0.1 as collateral, 0.3 hedged',
      { wallets: quantity('0.3'), collateral: quantity('0.1') },
      ['warning hedge/double-collateral'],
    ],
    [
      '2.5',
      'collateral counted: 0.4 hedged',
      {
        wallets: quantity('0.3'),
        collateral: quantity('0.1'),
        quantity: quantity('0.4'),
        intendedCoins: quantity('0.4'),
        gap: coins(quantity('-0.4')),
      },
      [],
    ],
    // 2.6 rates
    ['2.6', 'a rate without its unit', { rateText: '0.01' }, ['error hedge/rate-suffix']],
    ['2.6', 'a fee of fifty per cent', { rateText: '0.5 fraction' }, ['warning hedge/rate-implausible']],
    ['2.6', 'a fee of five hundredths of a per cent', { rateText: '0.05%' }, []],
  ])('%s: %s', (_source, _name, changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });
});

test('the likely slip is named, with what would be right', () => {
  const [issue] = planChecks([
    {
      ...right,
      terms: micro,
      unit: 'contracts',
      quantity: quantity('3'),
      intendedCoins: quantity('3'),
      gap: null,
    },
  ]);
  expect(issue?.message).toBe(
    '3 contracts of MICRO are worth 30,000.00 USDT, and 300,000.00 USDT are meant: about 1 : 10. This looks like BTC entered as contracts.',
  );
  expect(issue?.fix).toContain('For what is meant, type 30.');
});

test.each([
  ['less than half a step is meant', '5', '0.02', 'take a smaller contract'],
  ['less than one step is typed', '0.3', '0.03', 'Type 1.'],
])('a quantity of nothing is never advised: %s', (_name, typed, meant, advice) => {
  const order = {
    ...right,
    terms: micro,
    quantity: quantity(typed),
    intendedCoins: quantity(meant),
    gap: null,
  };
  const fixes = planChecks([order]).map(({ fix }) => fix);
  expect(fixes.join(' ')).toContain(advice);
  expect(fixes.join(' ')).not.toMatch(/type 0\b/iu);
});

test.each([
  ['0.06', '0.06'],
  ['-0.06', null],
  ['0', null],
  ['twelve', null],
])('a quantity is digits above zero: %s', (text, expected) => {
  const parsed = typedQuantity(text);
  expect(parsed === null ? null : toText(parsed)).toBe(expected);
});

// formulas.md 7: linear short x + mmr·(1 + x), long x + mmr·(1 − x); inverse by the coins of the moved price.
test.each([
  ['sell', 'linear', '0.3065'],
  ['buy', 'linear', '0.3035'],
  ['sell', 'inverse', '0.234615384615384615'],
  ['buy', 'inverse', '0.435714285714285714'],
] as const)('margin for a move of 30 %%: %s, %s', (side, payoff, expected) => {
  const terms =
    payoff === 'linear'
      ? perpetual
      : {
          ...perpetual,
          payoff,
          settleAsset: assetId('BTC'),
          quantityUnit: 'quote' as const,
          liquidation: 'inverse' as const,
        };
  const order = { ...right, side, terms, quantity: quantity(payoff === 'linear' ? '0.3' : '30000') };
  const found = marginForMove(order);
  expect(found === null ? null : toText(roundTo(found.share, 15, 'half-even'))).toBe(
    toText(roundTo(rate(expected), 15, 'half-even')),
  );
  expect(found?.withMaintenance).toBe(true);
});

test('without a maintenance margin the loss alone is told, and said to be less than is needed', () => {
  const found = marginForMove({ ...right, terms: { ...perpetual, margin: null } });
  expect(found === null ? null : [toText(found.amount), found.withMaintenance]).toEqual(['9000', false]);
});
