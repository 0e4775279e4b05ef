/** What holds of sizes and of orders in a book: all whole steps are tried, and coins are taken one by one. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { regression } from '../../src/main/engine/futures/hedge-ratio/regression.ts';
import { hedgeEffectiveness } from '../../src/main/engine/futures/hedge-ratio/minimum-variance-ratio.ts';
import { entryOrder } from '../../src/main/engine/futures/sizing/entry-order.ts';
import type { EntryLeg } from '../../src/main/engine/futures/sizing/entry-order.ts';
import { sizeMix } from '../../src/main/engine/futures/sizing/size-mix.ts';
import { sizeHedge } from '../../src/main/engine/futures/size-hedge.ts';
import { coins } from '../../src/main/engine/futures/units.ts';
import { percentileRank } from '../../src/main/engine/market/percentile-rank.ts';
import { bestFirst, slippageOf, walkBook } from '../../src/main/engine/market/walk-book.ts';
import { absolute, add, compare, sum } from '../../src/shared/num/arithmetic.ts';
import { toText } from '../../src/shared/num/format.ts';
import { money, price, quantity, rate } from '../../src/shared/num/parse.ts';
import { rateTimes } from '../../src/shared/num/products.ts';
import type { Exact, Quantity } from '../../src/shared/num/types.ts';
import { zeroQuantity } from '../../src/shared/num/types.ts';
import { over, parse, textOf, times } from './fraction.fixture.ts';
import { specOf } from './futures.fixture.ts';

/** Cases of each property. HEDGEROW_LEDGERS=50 while working on it. */
const CASES = Number(process.env['HEDGEROW_LEDGERS'] ?? 2000);
const everything = { numRuns: CASES };
const numberOf = (exact: Exact): number => Number(toText(exact));

const sizing = fc.record({
  payoff: fc.constantFrom<'linear' | 'inverse'>('linear', 'inverse'),
  /** Thousandths of a step. */
  wanted: fc.integer({ min: -200_000, max: 200_000 }),
  step: fc.constantFrom('1', '0.1', '0.001', '5'),
  multiplier: fc.constantFrom('1', '0.1', '100'),
  at: fc.constantFrom('1', '8', '1000', '62500'),
  minimum: fc.option(fc.integer({ min: 1, max: 40 })),
  minNotional: fc.option(fc.integer({ min: 1, max: 40 })),
});

describe('sizing by trying all whole steps', () => {
  test('finds the same orders, minimums included', () => {
    fc.assert(
      fc.property(sizing, ({ payoff, wanted, step, multiplier, at, minimum, minNotional }) => {
        // All of these are whole multiples of simple numbers, so that plain arithmetic is exact enough.
        const each = (Number(step) * Number(multiplier)) / (payoff === 'inverse' ? Number(at) : 1);
        const worth = payoff === 'inverse' ? each * Number(at) : each * Number(at);
        const goal = (Math.abs(wanted) / 1000) * each;
        const terms = {
          ...specOf(payoff),
          quantityUnit: 'contracts' as const,
          multiplier: quantity(multiplier),
          quantityStep: quantity(step),
          // A minimum need not be a whole number of steps.
          minQuantity: minimum === null ? null : quantity((Number(step) * minimum * 0.9).toFixed(6)),
          minNotional: minNotional === null ? null : money((worth * minNotional * 0.9).toFixed(6)),
        };
        const point = { price: price(at), settlePrice: price(payoff === 'inverse' ? at : '1') };
        const isTaken = (steps: number): boolean =>
          steps === 0 || (steps >= (minimum ?? 0) * 0.9 - 1e-9 && steps >= (minNotional ?? 0) * 0.9 - 1e-9);
        const possible = Array.from({ length: 260 }, (_, steps) => steps).filter(isTaken);
        const exactly = goal / each;
        const near = 1e-7;
        const best = {
          floor: possible.filter((steps) => steps <= exactly + near).at(-1),
          ceil: possible.find((steps) => steps >= exactly - near),
          nearest: possible.reduce((least, steps) =>
            Math.abs(steps - exactly) < Math.abs(least - exactly) - near ? steps : least,
          ),
        };
        const whole = times(
          times(parse(String(wanted)), parse('0.001')),
          times(parse(step), parse(multiplier)),
        );
        const signed = coins(quantity(textOf(payoff === 'inverse' ? over(whole, parse(at)) : whole)));
        for (const rounding of ['floor', 'ceil', 'nearest'] as const) {
          const sized = sizeHedge(signed, terms, point, rounding);
          expect([rounding, numberOf(sized.quantity.amount)]).toEqual([
            rounding,
            Number(((best[rounding] ?? NaN) * Number(step)).toFixed(9)),
          ]);
          expect(add(sized.coins, sized.residual)).toBe(signed);
        }
      }),
      everything,
    );
  });

  test('a mix takes whole large ones, and leaves no more than small ones alone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -500_000, max: 500_000 }),
        fc.constantFrom('5', '1', '2.5'),
        (thousandths, large) => {
          const wanted = coins(quantity((thousandths / 1000).toFixed(3)));
          const at = { price: price('60000'), settlePrice: price('1') };
          const contract = (multiplier: string) => ({
            terms: {
              ...specOf('linear'),
              quantityUnit: 'contracts' as const,
              quantityStep: quantity('1'),
              multiplier: quantity(multiplier),
            },
            at,
          });
          const mix = sizeMix(wanted, contract(large), contract('0.1'), 'nearest');
          const alone = sizeHedge(wanted, contract('0.1').terms, at, 'nearest');
          expect(mix.residual).toBe(alone.residual);
          expect(add(mix.coins, mix.residual)).toBe(wanted);
          expect(numberOf(mix.large.quantity.amount)).toBe(
            Math.floor(Math.abs(thousandths) / 1000 / Number(large)),
          );
        },
      ),
      everything,
    );
  });
});

describe('the order of entry', () => {
  const leg = fc
    .record({
      steps: fc.integer({ min: 1, max: 60 }),
      short: fc.boolean(),
      minimum: fc.integer({ min: 0, max: 5 }),
    })
    .map(({ steps, short, minimum }): EntryLeg => ({
      quantity: quantity(String(steps)),
      step: quantity('1'),
      minimum: quantity(String(Math.min(minimum, steps))),
      coins: quantity(String(short ? -steps : steps)),
      notional: money(String(steps * 100)),
    }));

  /** The largest net on the way of whole legs, in the best of all orders. */
  function bestWhole(amounts: readonly number[], net = 0, largest = 0): number {
    if (amounts.length === 0) return largest;
    return Math.min(
      ...amounts.map((amount, place) =>
        bestWhole(amounts.toSpliced(place, 1), net + amount, Math.max(largest, Math.abs(net + amount))),
      ),
    );
  }

  test('keeps the largest net no larger than any order of whole legs', () => {
    fc.assert(
      fc.property(fc.array(leg, { minLength: 1, maxLength: 5 }), (legs) => {
        const order = entryOrder(legs);
        for (const [place, { quantity: all, coins: moved, minimum, step }] of legs.entries()) {
          const own = order.slices.filter((slice) => slice.leg === place);
          expect(
            sum(
              own.map((slice) => slice.quantity),
              zeroQuantity,
            ),
          ).toBe(all);
          expect(
            sum(
              own.map((slice) => slice.coins),
              zeroQuantity,
            ),
          ).toBe(moved);
          for (const slice of own) {
            expect(compare(slice.quantity, minimum)).toBeGreaterThanOrEqual(0);
            expect(numberOf(slice.quantity) % numberOf(step)).toBe(0);
          }
        }
        const nets = order.slices.map(({ netAfter }) => numberOf(absolute(netAfter)));
        expect(numberOf(order.largestNet)).toBe(Math.max(0, ...nets));
        expect(compare(order.largestNet, order.otherwise)).toBeLessThanOrEqual(0);
        const amounts = legs.map(
          ({ coins: moved, notional }) => numberOf(notional) * (numberOf(moved) < 0 ? -1 : 1),
        );
        expect(numberOf(order.largestNet)).toBeLessThanOrEqual(bestWhole(amounts));
      }),
      everything,
    );
  });
});

describe('a book, coin by coin', () => {
  const level = fc.record({ price: fc.integer({ min: 1, max: 200 }), size: fc.integer({ min: 1, max: 30 }) });

  test('fills at the same average and ends where depth ends', () => {
    fc.assert(
      fc.property(
        fc.array(level, { maxLength: 12 }),
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom<'buy' | 'sell'>('buy', 'sell'),
        (drawn, wanted, side) => {
          const queue = drawn
            .flatMap((one) => Array.from({ length: one.size }, () => one.price))
            .toSorted((a, b) => (side === 'buy' ? a - b : b - a));
          const book = drawn.map((one) => ({
            price: price(String(one.price)),
            size: coins(quantity(String(one.size))),
          }));
          const walk = walkBook(bestFirst(book, side), coins(quantity(String(wanted))));
          const taken = queue.slice(0, wanted);
          if (taken.length < wanted) {
            expect(walk.kind === 'cannot-fill' ? numberOf(walk.available) : walk).toBe(taken.length);
            return;
          }
          if (walk.kind !== 'filled') throw new Error('depth is there');
          const average = taken.reduce((total, one) => total + one, 0) / wanted;
          expect(numberOf(walk.averagePrice)).toBeCloseTo(average, 12);
          expect(numberOf(walk.worstPrice)).toBe(taken.at(-1));
          const mid = price('100');
          const over = side === 'buy' ? average / 100 - 1 : 1 - average / 100;
          expect(numberOf(slippageOf(walk.averagePrice, mid, side))).toBeCloseTo(over, 12);
        },
      ),
      everything,
    );
  });

  test('a larger order never fills at a better average', () => {
    fc.assert(
      fc.property(
        fc.array(level, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 2, max: 100 }),
        (drawn, wanted) => {
          const book = bestFirst(
            drawn.map((one) => ({
              price: price(String(one.price)),
              size: coins(quantity(String(one.size))),
            })),
            'buy',
          );
          const [less, more] = [wanted - 1, wanted].map((one) =>
            walkBook(book, coins(quantity(String(one)))),
          );
          if (less?.kind !== 'filled' || more?.kind !== 'filled') return;
          expect(compare(more.averagePrice, less.averagePrice)).toBeGreaterThanOrEqual(0);
        },
      ),
      everything,
    );
  });
});

describe('ranks by counting', () => {
  test('are those below and half of the equal ones', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: -10, max: 10 }),
        (list, value) => {
          const values = list.map((one): Quantity => quantity(String(one)));
          const below = list.filter((one) => one < value).length;
          const same = list.filter((one) => one === value).length;
          expect(numberOf(percentileRank(values, quantity(String(value))))).toBeCloseTo(
            (below + same / 2) / list.length,
            12,
          );
        },
      ),
      everything,
    );
  });
});

describe('a hedged portfolio', () => {
  const pairs = fc.array(
    fc.record({ spot: fc.integer({ min: -900, max: 900 }), futures: fc.integer({ min: -900, max: 900 }) }),
    { minLength: 5, maxLength: 40 },
  );

  test('varies less than an unhedged one for every ratio strictly between nothing and twice h*', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 5, max: 195 }), (drawn, percent) => {
        const list = drawn.map(({ spot, futures }) => ({
          spot: rate(`${spot}e-4`),
          futures: rate(`${futures}e-4`),
        }));
        const fitted = regression(list);
        fc.pre(fitted !== null && Math.abs(numberOf(fitted.slope)) > 1e-6);
        if (fitted === null) return;
        const mean = (of: (one: { spot: number; futures: number }) => number): number =>
          drawn.reduce((total, one) => total + of(one), 0) / drawn.length;
        const [spot, futures] = [mean((one) => one.spot), mean((one) => one.futures)];
        const together = mean((one) => (one.spot - spot) * (one.futures - futures));
        const alone = mean((one) => (one.futures - futures) ** 2);
        expect(numberOf(fitted.slope)).toBeCloseTo(together / alone, 9);
        const better = hedgeEffectiveness(list, rateTimes(fitted.slope, rate(`${percent}e-2`), 'half-even'));
        expect(better === null ? 1 : numberOf(better)).toBeGreaterThan(0);
        const beyond = hedgeEffectiveness(list, rateTimes(fitted.slope, rate('2.05'), 'half-even'));
        expect(beyond === null ? -1 : numberOf(beyond)).toBeLessThan(0);
      }),
      everything,
    );
  });
});
