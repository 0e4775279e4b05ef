/** Laws of the watch: an adjusting trade only ever brings a hedge nearer to its plan. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import type { Side } from '../../src/shared/domain/event.ts';
import { absolute, compare, isNegative, isZero } from '../../src/shared/num/arithmetic.ts';
import { price, quantity, rate } from '../../src/shared/num/parse.ts';
import type { Quantity } from '../../src/shared/num/types.ts';
import { localDate } from '../../src/shared/time/local-date.ts';
import { adjustingTrade } from '../../src/main/engine/futures/watch/adjusting-trade.ts';
import { alarmsOf, urgencyOf } from '../../src/main/engine/futures/watch/alarms.ts';
import type { Watched } from '../../src/main/engine/futures/watch/alarms.ts';
import { defaultThresholds, leastDistance } from '../../src/main/engine/futures/watch/thresholds.ts';
import { payoffRules } from '../../src/main/engine/futures/payoff/payoff-rules.ts';
import { coins, signedCoins } from '../../src/main/engine/futures/units.ts';
import { terms as catalogued } from '../cases/futures/lots-and-terms.fixture.ts';
import { toText } from '../../src/shared/num/format.ts';

const linear = catalogued('binance-um', 'BTCUSDT');
const contracts: readonly ContractTerms[] = [
  linear,
  {
    ...linear,
    quantityUnit: 'contracts',
    multiplier: quantity('0.1'),
    quantityStep: quantity('1'),
    minQuantity: quantity('1'),
  },
  {
    ...linear,
    payoff: 'inverse',
    quantityUnit: 'contracts',
    multiplier: quantity('100'),
    quantityStep: quantity('1'),
    minQuantity: null,
    minNotional: null,
  },
];

const amounts = fc
  .integer({ min: 0, max: 99_999 })
  .map((n) => quantity(`${Math.floor(n / 1000)}.${String(n % 1000).padStart(3, '0')}`));
const at = { price: price('50000'), settlePrice: price('1') };

test('an adjusting trade makes the miss smaller, turns it by at most a step, and closes only what is open', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...contracts),
      fc.constantFrom<Side>('buy', 'sell'),
      fc.integer({ min: 0, max: 500 }),
      amounts,
      fc.boolean(),
      (terms, side, units, wantedSize, isOther) => {
        const rules = payoffRules(terms.payoff);
        const open = { unit: terms.quantityUnit, amount: quantity(String(units)) };
        const direction = side === 'sell' ? 'short' : 'long';
        const other = direction === 'short' ? 'long' : 'short';
        const moved = signedCoins(direction, rules.delta(rules.sizeOf(terms, open, at.price), at));
        const wanted = signedCoins(isOther ? other : direction, coins(wantedSize));
        const found = adjustingTrade({
          terms,
          at,
          open,
          moved,
          wanted,
          plannedRatio: rate('1'),
          side,
          asOf: localDate('2026-11-22'),
          rollActDays: 5,
        });
        const size = (one: Quantity): Quantity => absolute(one);
        expect(compare(size(found.after), size(found.before))).toBeLessThanOrEqual(0);
        if (found.trade === null) return;
        expect(compare(size(found.after), size(found.before))).toBe(-1);
        expect(found.checks.every(({ passed }) => passed)).toBe(true);
        if (found.trade.reduceOnly) expect(compare(found.trade.quantity, open.amount)).toBeLessThanOrEqual(0);
        const flips = !isZero(found.after) && isNegative(found.after) !== isNegative(found.before);
        const least = { unit: terms.quantityUnit, amount: terms.minQuantity ?? terms.quantityStep };
        const step = rules.delta(rules.sizeOf(terms, least, at.price), at);
        if (flips) expect(compare<Quantity>(size(found.after), step)).toBeLessThanOrEqual(0);
      },
    ),
    { numRuns: 200 },
  );
});

test('nothing is added to a contract that is about to end, and nothing traded in one that has ended', () => {
  const input = (expiry: string, wanted: string): Parameters<typeof adjustingTrade>[0] => ({
    terms: { ...linear, kind: 'dated', expiry: localDate(expiry) },
    at,
    open: { unit: 'base', amount: quantity('0.1') },
    moved: coins(quantity('-0.1')),
    wanted: coins(quantity(wanted)),
    plannedRatio: rate('1'),
    side: 'sell',
    asOf: localDate('2026-11-22'),
    rollActDays: 5,
  });
  expect(adjustingTrade(input('2026-11-27', '-0.2')).trade).toBeNull();
  expect(adjustingTrade(input('2026-11-27', '-0.2')).words).toContain('roll the leg first');
  expect(adjustingTrade(input('2026-11-27', '-0.05')).trade).toMatchObject({ side: 'buy', reduceOnly: true });
  expect(adjustingTrade(input('2026-11-21', '-0.05')).trade).toBeNull();
  expect(adjustingTrade(input('2026-11-28', '-0.2')).trade).toMatchObject({
    side: 'sell',
    reduceOnly: false,
  });
});

test('a hedge that stands on the wrong side is closed, and not turned around', () => {
  const found = adjustingTrade({
    terms: linear,
    at,
    open: { unit: 'base', amount: quantity('0.1') },
    moved: coins(quantity('-0.1')),
    wanted: coins(quantity('0.2')),
    plannedRatio: rate('1'),
    side: 'sell',
    asOf: localDate('2026-11-22'),
    rollActDays: 5,
  });
  expect(found.trade).toMatchObject({ side: 'buy', reduceOnly: true });
  expect(toText(found.trade?.quantity ?? quantity('0'))).toBe('0.1');
});

test('a plan that hedges half stays at half: 0.4 wanted, 0.1 short, 0.1 more', () => {
  const found = adjustingTrade({
    terms: linear,
    at,
    open: { unit: 'base', amount: quantity('0.1') },
    moved: coins(quantity('-0.1')),
    wanted: coins(quantity('-0.4')),
    plannedRatio: rate('0.5'),
    side: 'sell',
    asOf: localDate('2026-11-22'),
    rollActDays: 5,
  });
  expect(toText(found.trade?.quantity ?? quantity('0'))).toBe('0.1');
  expect(toText(found.ratioAfter ?? rate('0'))).toBe('0.5');
});

const calm: Watched = {
  state: 'opened',
  isOpen: true,
  symbol: 'BTCUSDT',
  ratio: { now: rate('1.05'), planned: rate('1') },
  ratioKnown: true,
  liquidation: { kind: 'price', distance: rate('0.5'), least: rate('0.2') },
  bufferShare: rate('0.4'),
  daysToExpiry: null,
  daysToExit: 60,
  priceAgeDays: 1,
  daysSincePlanned: 3,
  unpriced: [],
  offTarget: null,
};

test.each<[string, Partial<Watched>, string[]]>([
  ['calm', {}, []],
  ['ratio off by eleven points', { ratio: { now: rate('0.89'), planned: rate('1') } }, ['watch ratio']],
  ['ratio off by twice the limit', { ratio: { now: rate('1.21'), planned: rate('1') } }, ['act ratio']],
  ['on the wrong side', { ratio: { now: rate('-0.2'), planned: rate('1') } }, ['act ratio']],
  ['not known, so nothing is said', { ratioKnown: false, ratio: { now: null, planned: rate('1') } }, []],
  [
    'nearer than it should be',
    { liquidation: { kind: 'price', distance: rate('0.19'), least: rate('0.2') } },
    ['act liquidation'],
  ],
  [
    'nearer than half of it',
    { liquidation: { kind: 'price', distance: rate('0.09'), least: rate('0.2') } },
    ['danger liquidation'],
  ],
  ['no liquidation price', { liquidation: { kind: 'none' } }, []],
  [
    'nobody knows',
    { liquidation: { kind: 'unknown', why: 'its margin is not known' } },
    ['watch liquidation'],
  ],
  ['margin used up', { bufferShare: rate('0') }, ['danger margin']],
  ['ten days to the end', { daysToExpiry: 10 }, ['watch expiry']],
  ['five days to the end', { daysToExpiry: 5 }, ['act expiry']],
  ['ended', { daysToExpiry: -1 }, ['danger expiry']],
  [
    'ended, so that nobody asks for its margin',
    { daysToExpiry: -1, bufferShare: rate('-0.1'), liquidation: { kind: 'unknown', why: 'no price' } },
    ['danger expiry'],
  ],
  ['an old price', { priceAgeDays: 9 }, ['watch price']],
  ['no price', { priceAgeDays: null }, ['act price']],
  ['a target without a price', { unpriced: ['SOL'] }, ['watch price']],
  [
    'still off its target',
    { offTarget: { asset: 'BTC', drift: rate('0.15'), hedgesTooLittle: true } },
    ['watch target'],
  ],
  ['exit was due', { daysToExit: 0 }, ['act exit']],
  ['planned two days ago', { isOpen: false, state: 'planned', daysSincePlanned: 2 }, ['act leg']],
  ['closed', { state: 'closed', isOpen: false, priceAgeDays: 99 }, []],
])('alarm: %s', (_name, changes, expected) => {
  const alarms = alarmsOf({ ...calm, ...changes }, defaultThresholds);
  expect(alarms.map(({ level, field }) => `${level} ${field}`)).toEqual(expected);
});

test('a hedge that covers more than is wanted is not said to cover only so much', () => {
  const words = (now: string, planned: string): string =>
    alarmsOf({ ...calm, ratio: { now: rate(now), planned: rate(planned) } }, defaultThresholds)[0]?.words ??
    '';
  expect(words('1.26', '1.5')).toContain('covers 126');
  expect(words('0.6', '1')).toContain('covers only 60');
});

test('danger comes before what is to be done, and that before what is to be watched', () => {
  const alarms = alarmsOf(
    {
      ...calm,
      liquidation: { kind: 'price', distance: rate('0.01'), least: rate('0.2') },
      daysToExpiry: 3,
      priceAgeDays: 30,
    },
    defaultThresholds,
  );
  expect(alarms.map(({ level }) => level)).toEqual(['danger', 'act', 'watch']);
  expect(urgencyOf(alarms)).toBe(urgencyOf(alarms.slice(0, 1)));
  expect(urgencyOf([])).toBe(0);
});

// 3 × 4 % × √4 days = 24 %, more than the floor of 20 %; without a history the floor alone.
test('the least distance is the larger of floor and days’ movements', () => {
  const limits = { ...defaultThresholds, checkDays: 4 };
  expect(toText(leastDistance(limits, rate('0.04')))).toBe('0.24');
  expect(toText(leastDistance(limits, rate('0.03')))).toBe('0.2');
  expect(toText(leastDistance(limits, null))).toBe('0.2');
});
