import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toFloat } from '../../../shared/num/approximate.ts';
import { compare } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { price, quantity, rate } from '../../../shared/num/parse.ts';
import { coins } from '../futures/units.ts';
import type { Coins } from '../futures/units.ts';
import { depthBands } from './depth-bands.ts';
import { byDepth } from './by-depth.ts';
import { orderCost } from './order-cost.ts';
import type { MarketSide } from './order-cost.ts';
import { bestFirst, depthOf, slippageOf, walkBook } from './walk-book.ts';
import type { BookLevel } from './walk-book.ts';

const amount = (text: string): Coins => coins(quantity(text));
const level = (at: number, size: number): BookLevel => ({
  price: price(String(at)),
  size: amount(String(size)),
});
const asks = fc
  .uniqueArray(fc.integer({ min: 101, max: 200 }), { minLength: 1, maxLength: 12 })
  .chain((prices) =>
    fc.tuple(
      fc.constant(prices.toSorted((a, b) => a - b)),
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: prices.length, maxLength: prices.length }),
    ),
  )
  .map(([prices, sizes]) => prices.map((at, n) => level(at, sizes[n] ?? 1)));

describe('walking a book', () => {
  test('an order within the depth is filled between the best and the worst price', () => {
    fc.assert(
      fc.property(asks, fc.integer({ min: 1, max: 700 }), (levels, size) => {
        const wanted = amount(String(size));
        const walk = walkBook(levels, wanted);
        const depth = depthOf(levels);
        if (compare(wanted, depth) > 0) {
          expect(walk).toEqual({ kind: 'cannot-fill', available: depth });
          return;
        }
        expect(walk.kind).toBe('filled');
        if (walk.kind !== 'filled') return;
        expect(walk.averagePrice >= (levels[0]?.price ?? walk.averagePrice)).toBe(true);
        expect(walk.averagePrice <= walk.worstPrice).toBe(true);
      }),
    );
  });

  test('a larger order never costs less', () => {
    fc.assert(
      fc.property(asks, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), (levels, a, b) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)].map((n) =>
          walkBook(levels, amount(String(n))),
        );
        if (small?.kind !== 'filled' || large?.kind !== 'filled') return;
        expect(small.averagePrice <= large.averagePrice).toBe(true);
      }),
    );
  });

  test('the order of levels is the order in which they are met', () => {
    const levels = [level(101, 1), level(103, 1), level(102, 1)];
    expect(bestFirst(levels, 'buy').map(({ price: at }) => toText(at))).toEqual(['101', '102', '103']);
    expect(bestFirst(levels, 'sell').map(({ price: at }) => toText(at))).toEqual(['103', '102', '101']);
  });

  test('slippage is a cost on both sides', () => {
    expect(toText(slippageOf(price('101'), price('100'), 'buy'))).toBe('0.01');
    expect(toText(slippageOf(price('99'), price('100'), 'sell'))).toBe('0.01');
    expect(toText(slippageOf(price('99'), price('100'), 'buy'))).toBe('-0.01');
  });
});

describe('sums by distance', () => {
  const points = [
    { distance: rate('0.02'), cumulative: amount('150') },
    { distance: rate('0.01'), cumulative: amount('100') },
    { distance: rate('0.03'), cumulative: amount('150') },
  ];

  test('are levels at both ends of their bands; a band without anything is none', () => {
    const { worst, best } = depthBands(points, price('1000'), 'buy');
    const shown = (levels: readonly BookLevel[]): string[] =>
      levels.map(({ price: at, size }) => `${toText(size)} at ${toText(at)}`);
    expect(shown(worst)).toEqual(['100 at 1010', '50 at 1020']);
    expect(shown(best)).toEqual(['100 at 1000', '50 at 1010']);
    expect(shown(depthBands(points, price('1000'), 'sell').worst)).toEqual(['100 at 990', '50 at 980']);
  });
});

describe('the cost of an order', () => {
  const market: MarketSide = {
    side: 'buy',
    mid: price('100'),
    levels: null,
    bestLevels: null,
    halfSpread: null,
    dailySigma: null,
    averageDailyVolume: null,
    depth: null,
  };
  const cost = (more: Partial<MarketSide>): readonly [string | null, string | null] => {
    const { cost: found, from } = orderCost(amount('1'), { ...market, ...more });
    return [found === null ? null : toText(found), from];
  };
  const estimate = { dailySigma: rate('0.03'), averageDailyVolume: amount('100') };

  test.each<[string, Partial<MarketSide>, readonly [string | null, string | null]]>([
    ['nothing known is no zero', {}, [null, null]],
    ['half the spread alone', { halfSpread: rate('0.001') }, ['0.001', 'half-spread']],
    ['the estimate', estimate, ['0.003', 'estimate']],
    ['a volume of zero is no volume', { ...estimate, averageDailyVolume: amount('0') }, [null, null]],
    ['the book where it is worse', { ...estimate, levels: [level(101, 1)] }, ['0.01', 'book']],
    [
      'the estimate where it is worse',
      { ...estimate, levels: [{ price: price('100.1'), size: amount('1') }] },
      ['0.003', 'estimate'],
    ],
    ['a book that ends, whatever the estimate', { ...estimate, levels: [level(101, 0.5)] }, [null, null]],
    [
      'a bound counts with its better end',
      { ...estimate, levels: [level(101, 1)], bestLevels: [level(100, 1)] },
      ['0.003', 'estimate'],
    ],
    [
      'a bound alone counts with its worse end',
      { levels: [level(101, 1)], bestLevels: [level(100, 1)] },
      ['0.01', 'book'],
    ],
    ['half the spread as a floor', { ...estimate, halfSpread: rate('0.005') }, ['0.005', 'half-spread']],
  ])('%s', (_, more, expected) => expect(cost(more)).toEqual(expected));

  test('a rush leaves three and two tenths of the depth', () => {
    const { stressed } = orderCost(amount('1'), { ...market, levels: [level(101, 4)] });
    expect(stressed?.mild.walk.kind).toBe('filled');
    expect(stressed?.severe.walk).toEqual({ kind: 'cannot-fill', available: amount('0.8') });
  });

  test('the estimate grows with the order and stays within its band', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (n) => {
        const { impact } = orderCost(amount(String(n)), { ...market, ...estimate });
        const { impact: more } = orderCost(amount(String(n + 1)), { ...market, ...estimate });
        if (impact === null || more === null) throw new Error('an estimate is known');
        expect(impact.low < impact.middle && impact.middle < impact.high).toBe(true);
        expect(impact.middle < more.middle && impact.low < more.low).toBe(true);
        expect(toFloat(impact.middle)).toBeCloseTo(0.03 * Math.sqrt(n / 100), 9);
      }),
    );
  });
});

describe('the deepest market', () => {
  const venue = (id: string, depth: string | null, volume: string | null) => ({
    id,
    depth: depth === null ? null : amount(depth),
    volume: volume === null ? null : amount(volume),
  });

  test('depth decides, then volume; what nobody knows comes last', () => {
    const venues = [
      venue('nothing', null, null),
      venue('volume', null, '900'),
      venue('shallow', '5', '9999'),
      venue('deep', '50', null),
      venue('deep and busy', '50', '10'),
    ];
    expect(byDepth(venues).map(({ id }) => id)).toEqual([
      'deep and busy',
      'deep',
      'shallow',
      'volume',
      'nothing',
    ]);
  });
});
