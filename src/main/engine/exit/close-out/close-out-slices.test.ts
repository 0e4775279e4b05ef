import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absolute, add, compare, larger, negate, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { quantity, rate } from '../../../../shared/num/parse.ts';
import { quantityTimes } from '../../../../shared/num/products.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { closeOutSlices, exposureOf, nakedOf } from './close-out-slices.ts';
import type { AssetDay } from './close-out-slices.ts';

const q = quantity;
const off = (day: AssetDay, standing: Parameters<typeof exposureOf>[0]): Quantity =>
  absolute(subtract(exposureOf(standing), day.wanted));
const half = (coins: Quantity): Quantity => quantityTimes(absolute(coins), rate('0.5'), 'up');
const times = (coins: Quantity, n: number): Quantity =>
  quantityTimes(coins, rateFromFraction(BigInt(n), 1n, 'half-even'), 'half-even');

describe('a short of three contracts of a tenth, and the coins that it held', () => {
  const day: AssetDay = {
    held: q('1'),
    short: q('0.3'),
    long: q('0'),
    wanted: q('0.7'),
    futures: [{ step: 'close', steps: 3, effect: q('0.1'), side: 'short' }],
    spot: [{ step: 'sell', coins: q('-0.3') }],
  };

  test('goes in turns, half a contract of coins first', () => {
    const { orders, bound } = closeOutSlices(day, 100);
    expect(toText(bound)).toBe('0.05');
    expect(orders.map(({ step, change }) => `${step} ${toText(change)}`)).toEqual([
      'sell -0.05',
      'close 0.1',
      'sell -0.1',
      'close 0.1',
      'sell -0.1',
      'close 0.1',
      'sell -0.05',
    ]);
  });

  test('goes in coarser turns where fewer slices are asked for', () => {
    const { orders, bound } = closeOutSlices(day, 1);
    expect(toText(bound)).toBe('0.15');
    expect(orders.map(({ change }) => toText(change))).toEqual(['-0.15', '0.3', '-0.15']);
  });

  test('coins of two accounts are used up one after the other', () => {
    const spot = [
      { step: 'kraken', coins: q('-0.1') },
      { step: 'coinbase', coins: q('-0.2') },
    ];
    const { orders } = closeOutSlices({ ...day, spot }, 100);
    expect(orders.filter(({ steps }) => steps === null).map(({ step }) => step)).toEqual([
      'kraken',
      'kraken',
      'coinbase',
      'coinbase',
      'coinbase',
    ]);
  });
});

test('a long is closed while coins are bought, the other way round', () => {
  const { orders } = closeOutSlices(
    {
      held: q('2'),
      short: q('0'),
      long: q('2'),
      wanted: q('4'),
      futures: [{ step: 'close', steps: 2, effect: q('-1'), side: 'long' }],
      spot: [{ step: 'buy', coins: q('2') }],
    },
    100,
  );
  expect(orders.map(({ step, change }) => `${step} ${toText(change)}`)).toEqual([
    'buy 0.5',
    'close -1',
    'buy 1',
    'close -1',
    'buy 0.5',
  ]);
});

test('what only reduces what is too much is done at once', () => {
  const { orders } = closeOutSlices(
    {
      held: q('5'),
      short: q('0'),
      long: q('0'),
      wanted: q('3'),
      futures: [],
      spot: [{ step: 'sell', coins: q('-2') }],
    },
    4,
  );
  expect(orders).toHaveLength(1);
});

test('shorts beyond the coins held are reduced first, whatever else it moves', () => {
  const { orders, nakedBound } = closeOutSlices(
    {
      held: q('1'),
      short: q('1.5'),
      long: q('0.8'),
      wanted: q('0.3'),
      futures: [{ step: 'close', steps: 5, effect: q('0.1'), side: 'short' }],
      spot: [{ step: 'sell', coins: q('-0.5') }],
    },
    100,
  );
  expect(toText(nakedBound)).toBe('0.5');
  expect(orders[0]?.step).toBe('close');
  for (const { after } of orders) expect(compare(nakedOf(after), nakedBound)).toBeLessThanOrEqual(0);
});

describe('coins that a short covers to the last unit', () => {
  const day: AssetDay = {
    held: q('1'),
    short: q('1'),
    long: q('0'),
    wanted: q('0'),
    futures: [{ step: 'close', steps: 8, effect: q('0.125'), side: 'short' }],
    spot: [{ step: 'sell', coins: q('-1') }],
  };

  test('are sold once that much of it is bought back: nothing is ever naked', () => {
    const { orders, bound, nakedBound } = closeOutSlices(day, 4);
    expect([toText(bound), toText(nakedBound)]).toEqual(['0.25', '0']);
    expect(orders.map(({ step, change }) => `${step} ${toText(change)}`)).toEqual(
      Array.from({ length: 4 }, () => ['close 0.25', 'sell -0.25']).flat(),
    );
    for (const { after } of orders) expect(toText(nakedOf(after))).toBe('0');
  });

  test('have some room beside them: as much is sold first', () => {
    const { orders, bound } = closeOutSlices({ ...day, held: q('1.05'), wanted: q('0.05') }, 4);
    expect(toText(bound)).toBe('0.2');
    expect(orders.slice(0, 3).map(({ step, change }) => `${step} ${toText(change)}`)).toEqual([
      'sell -0.05',
      'close 0.25',
      'sell -0.25',
    ]);
  });

  test('are rolled by closing the old contract first', () => {
    const futures = [
      { step: 'old', steps: 8, effect: q('0.125'), side: 'short' as const },
      { step: 'new', steps: 8, effect: q('-0.125'), side: 'short' as const },
    ];
    const { orders } = closeOutSlices({ ...day, futures, spot: [] }, 4);
    expect(orders.map(({ step }) => step)).toEqual(Array.from({ length: 4 }, () => ['old', 'new']).flat());
    for (const { after } of orders) expect(toText(nakedOf(after))).toBe('0');
  });
});

test('futures alone are one order', () => {
  const day = { held: q('1'), short: q('0.3'), long: q('0'), wanted: q('1'), spot: [] };
  const futures = [{ step: 'close', steps: 3, effect: q('0.1'), side: 'short' as const }];
  expect(closeOutSlices({ ...day, futures }, 100).orders).toHaveLength(1);
});

/** Tenths of a thousandth of a coin. */
const coins = (min: number, max: number): fc.Arbitrary<Quantity> =>
  fc.integer({ min, max }).map((n) => q((n / 10_000).toFixed(4)));

interface Drawn {
  readonly day: AssetDay;
  readonly slices: number;
  readonly isLaw: boolean;
}

const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    direction: fc.constantFrom('reduce', 'build'),
    held: coins(0, 50_000),
    steps: fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), coins(1, 9000), fc.boolean()), {
      maxLength: 3,
    }),
    spot: fc.array(coins(1, 20_000), { maxLength: 3 }),
    stray: coins(-9000, 9000),
    slices: fc.constantFrom(1, 3, 100),
    mixed: fc.boolean(),
  })
  .map(({ direction, held, steps, spot, stray, slices, mixed }): Drawn => {
    const sells = direction === 'reduce';
    const futures = steps.map(([count, size, otherWay], place) => {
      const turned = mixed && otherWay;
      const adds = sells !== turned;
      const side = sells ? ('short' as const) : ('long' as const);
      return { step: `f${place}`, steps: count, effect: adds ? size : negate(size), side };
    });
    const moved = (isClosed: boolean): Quantity =>
      sum(
        futures
          .filter(
            ({ effect, side }) => (compare(effect, zeroQuantity) > 0 === (side === 'short')) === isClosed,
          )
          .map(({ effect, steps: count }) => times(absolute(effect), count)),
        zeroQuantity,
      );
    const enough = sum(spot, moved(true));
    const standing = {
      held: sells ? add(held, enough) : held,
      short: sells ? moved(true) : zeroQuantity,
      long: sells ? zeroQuantity : moved(true),
    };
    const wanted = add(exposureOf(standing), stray);
    return {
      day: {
        ...standing,
        wanted: compare(wanted, zeroQuantity) < 0 ? zeroQuantity : wanted,
        futures,
        spot: spot.map((size, place) => ({ step: `s${place}`, coins: sells ? negate(size) : size })),
      },
      slices,
      isLaw: !futures.some(({ effect }) => compare(effect, zeroQuantity) > 0 !== sells),
    };
  });

test('no order leaves more naked than before the day or after it, nor more off than those or half a slice', () => {
  fc.assert(
    fc.property(drawn, ({ day, slices, isLaw }) => {
      const { orders, bound, nakedBound } = closeOutSlices(day, slices);
      const last = orders.at(-1)?.after ?? day;
      const slice = day.futures.reduce<Quantity>(
        (most, { effect, steps }) =>
          larger(most, times(absolute(effect), Math.max(1, Math.ceil(steps / slices)))),
        zeroQuantity,
      );
      // The bound is no wider than the law has it.
      expect(nakedBound).toBe(larger(nakedOf(day), nakedOf(last)));
      const closing = day.futures
        .filter(({ side, effect }) => side === 'short' && compare(effect, zeroQuantity) > 0)
        .map(({ effect, steps }) => times(effect, Math.max(1, Math.ceil(steps / slices))));
      const sells = day.spot.some((one) => compare(one.coins, zeroQuantity) < 0);
      const free = subtract(add(day.wanted, nakedBound), day.long);
      const covered = sells
        ? closing.reduce((most, one) => larger(most, subtract(one, free)), zeroQuantity)
        : zeroQuantity;
      expect(bound).toBe(larger(larger(off(day, day), off(day, last)), larger(half(slice), covered)));
      for (const { after } of orders) {
        expect(compare(nakedOf(after), nakedBound)).toBeLessThanOrEqual(0);
        const most = isLaw ? bound : add(bound, slice);
        expect(compare(off(day, after), most)).toBeLessThanOrEqual(0);
      }
    }),
    { numRuns: 600 },
  );
});

test('everything is done, nothing twice, each order from where the last one left it', () => {
  fc.assert(
    fc.property(drawn, ({ day, slices }) => {
      const { orders } = closeOutSlices(day, slices);
      for (const { step, steps } of day.futures) {
        const mine = orders.filter((one) => one.step === step);
        expect(mine.reduce((total, one) => total + (one.steps ?? 0), 0)).toBe(steps);
        expect(mine.length).toBeLessThanOrEqual(slices);
      }
      for (const { step, coins: wanted } of day.spot)
        expect(
          sum(
            orders.filter((one) => one.step === step).map(({ change }) => change),
            zeroQuantity,
          ),
        ).toBe(wanted);
      let before: unknown = { held: day.held, short: day.short, long: day.long };
      for (const order of orders) {
        expect(order.before).toEqual(before);
        expect(subtract(exposureOf(order.after), exposureOf(order.before))).toBe(order.change);
        before = order.after;
      }
    }),
    { numRuns: 300 },
  );
});
