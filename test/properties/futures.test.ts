/** What holds for every contract, price and quantity: signs, conservation, rounding. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { payoffRules } from '../../src/main/engine/futures/payoff/payoff-rules.ts';
import { positionsOf } from '../../src/main/engine/futures/positions.ts';
import type { Positions } from '../../src/main/engine/futures/positions.ts';
import { sizeHedge } from '../../src/main/engine/futures/size-hedge.ts';
import { coins } from '../../src/main/engine/futures/units.ts';
import type { PositionDirection, SettleAmount, Size } from '../../src/main/engine/futures/units.ts';
import { effectiveValues } from '../../src/main/engine/rebalance/drift.ts';
import type { TargetedExposure } from '../../src/main/engine/rebalance/drift.ts';
import { overlayOf } from '../../src/main/engine/rebalance/overlay.ts';
import { weightsOf } from '../../src/main/engine/rebalance/weights.ts';
import { futuresExposure } from '../../src/main/engine/futures/exposure.ts';
import { assetId } from '../../src/shared/domain/asset.ts';
import type { ContractSpec } from '../../src/shared/domain/contract-spec.ts';
import {
  absolute,
  add,
  compare,
  isPositive,
  negate,
  subtract,
  sum,
} from '../../src/shared/num/arithmetic.ts';
import { toText } from '../../src/shared/num/format.ts';
import { money, price, quantity, rate } from '../../src/shared/num/parse.ts';
import { quantityTimes, valueOf } from '../../src/shared/num/products.ts';
import type { Price, Quantity } from '../../src/shared/num/types.ts';
import { oneRate, zeroMoney, zeroQuantity, zeroRate } from '../../src/shared/num/types.ts';
import { fillEvents, fills, payoffs, prices, quantities, specOf } from './futures.fixture.ts';
import type { TestFill } from './futures.fixture.ts';

const one = price('1');
const point = (at: Price): { price: Price; settlePrice: Price } => ({ price: at, settlePrice: one });

function walk(spec: ContractSpec, list: readonly TestFill[]): Positions {
  return positionsOf({ events: fillEvents(spec, list), specOf: () => spec });
}

function sizeIn(spec: ContractSpec, amount: Quantity, at: Price): Size {
  return payoffRules(spec.payoff).sizeOf(spec, { unit: spec.quantityUnit, amount }, at);
}

function profitOf(
  spec: ContractSpec,
  direction: PositionDirection,
  size: Size,
  entry: Price,
  exit: Price,
): SettleAmount {
  const rules = payoffRules(spec.payoff);
  return rules.profit(direction, rules.valueAt(size, entry), rules.valueAt(size, exit));
}

/** Realised profit of all positions. */
function realised({ positions }: Positions): Quantity {
  return positions.reduce((total, position) => add(total, position.realisedProfit), zeroQuantity);
}

describe('payoffs', () => {
  test('price up: a long gains, a short loses, as much', () => {
    fc.assert(
      fc.property(payoffs, quantities, prices, prices, (payoff, amount, a, b) => {
        fc.pre(a !== b);
        const [low, high] = a < b ? [a, b] : [b, a];
        const spec = specOf(payoff);
        const size = sizeIn(spec, amount, low);
        const long = profitOf(spec, 'long', size, low, high);
        // At 18 decimals a move can vanish in the rounding of an inverse value; it never changes sign.
        expect(compare(long, zeroQuantity as SettleAmount)).toBeGreaterThanOrEqual(
          payoff === 'inverse' ? 0 : 1,
        );
        expect(profitOf(spec, 'short', size, low, high)).toBe(negate(long));
      }),
    );
  });

  test('delta and size are each other’s inverse, and an order becomes its size and back', () => {
    fc.assert(
      fc.property(payoffs, quantities, prices, (payoff, amount, at) => {
        const spec = specOf(payoff);
        const rules = payoffRules(payoff);
        const size = sizeIn(spec, amount, at);
        expect(rules.orderOf(spec, size, at).amount).toBe(amount);
        const back = rules.sizeForDelta(rules.delta(size, point(at)), point(at));
        expect(isClose(back, size, at)).toBe(true);
      }),
    );
  });

  test('what one side pays in funding the other receives, and longs pay a positive rate', () => {
    fc.assert(
      fc.property(
        payoffs,
        quantities,
        prices,
        fc.integer({ min: -300, max: 300 }),
        (payoff, amount, at, bp) => {
          const spec = specOf(payoff);
          const size = sizeIn(spec, amount, at);
          const { fundingPayment } = payoffRules(payoff);
          const paid = fundingPayment('long', size, at, rate(`${bp}e-4`));
          expect(fundingPayment('short', size, at, rate(`${bp}e-4`))).toBe(negate(paid));
          if (bp > 0) expect(isPositive(paid)).toBe(false);
        },
      ),
    );
  });
});

describe('positions', () => {
  test('a fill split in two gives the same position and profit', () => {
    fc.assert(
      fc.property(payoffs, fc.array(fills, { minLength: 1, maxLength: 12 }), fc.nat(), (payoff, list, at) => {
        const index = at % list.length;
        const whole = list[index];
        if (whole === undefined) return;
        const half = quantityTimes(whole.quantity, rate('0.5'), 'half-even');
        const rest = subtract(whole.quantity, half);
        const split = [
          ...list.slice(0, index),
          { ...whole, quantity: half },
          { ...whole, quantity: rest },
          ...list.slice(index + 1),
        ];
        const spec = specOf(payoff);
        const before = walk(spec, list);
        const after = walk(spec, split);
        expect(after.positions[0]?.side).toBe(before.positions[0]?.side);
        expect(after.positions[0]?.size).toBe(before.positions[0]?.size);
        expect(isNear(realised(after), realised(before))).toBe(true);
      }),
    );
  });

  test('a position and its mirror are flat to the last unit', () => {
    fc.assert(
      fc.property(payoffs, fc.array(fills, { minLength: 1, maxLength: 12 }), prices, (payoff, list, exit) => {
        const spec = specOf(payoff);
        const open = walk(spec, list).positions[0];
        if (open === undefined || open.side === 'flat') return;
        const closing: TestFill = {
          side: open.side === 'long' ? 'sell' : 'buy',
          quantity: open.quantity.amount,
          price: exit,
        };
        const closed = walk(spec, [...list, closing]).positions[0];
        expect(closed?.side).toBe('flat');
        expect(closed?.size).toBe(zeroQuantity);
        expect(closed?.entryValue).toBe(zeroQuantity);
      }),
    );
  });

  test('mirrored fills cancel: the realised profits of both add up to nothing', () => {
    fc.assert(
      fc.property(payoffs, fc.array(fills, { minLength: 1, maxLength: 12 }), (payoff, list) => {
        const spec = specOf(payoff);
        const mirror = list.map((fill): TestFill => ({
          ...fill,
          side: fill.side === 'buy' ? 'sell' : 'buy',
        }));
        expect(realised(walk(spec, mirror))).toBe(negate(realised(walk(spec, list))));
      }),
    );
  });

  test('when flat, linear profit is what was sold less what was bought', () => {
    fc.assert(
      fc.property(fc.array(fills, { minLength: 1, maxLength: 12 }), prices, (list, exit) => {
        const spec = specOf('linear');
        const open = walk(spec, list).positions[0];
        if (open === undefined) return;
        const all: TestFill[] =
          open.side === 'flat'
            ? list
            : [
                ...list,
                { side: open.side === 'long' ? 'sell' : 'buy', quantity: open.quantity.amount, price: exit },
              ];
        const cash = all.reduce((total, fill) => {
          const value = valueOf(fill.quantity, fill.price, 'half-even');
          return fill.side === 'sell' ? add(total, value) : subtract(total, value);
        }, zeroMoney);
        expect(toText(realised(walk(spec, all)))).toBe(toText(cash));
      }),
    );
  });

  test('an inverse short of all the collateral is worth the same at every price', () => {
    fc.assert(
      fc.property(quantities, prices, prices, (amount, entry, now) => {
        const spec = specOf('inverse');
        const { positions } = walk(spec, [{ side: 'sell', quantity: amount, price: entry }]);
        const collateral = payoffRules('inverse').valueAt(sizeIn(spec, amount, entry), entry);
        const added = futuresExposure(positions, () => point(now), assetId('USD')).byAsset.get(
          assetId('BTC'),
        );
        expect(isNear(add(collateral as Quantity, added ?? zeroQuantity), zeroQuantity)).toBe(true);
      }),
    );
  });
});

describe('sizing', () => {
  const steps = fc.constantFrom('0.001', '0.01', '0.1', '1');

  test('the residual is below a step, at most half of one when nearest, and on the side the rounding promises', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<'linear' | 'inverse'>('linear', 'inverse'),
        quantities,
        fc.boolean(),
        prices,
        steps,
        (payoff, amount, isShort, at, step) => {
          const spec = specOf(payoff, { quantityStep: quantity(step) });
          const wanted = coins(isShort ? negate(amount) : amount);
          const stepCoins = payoffRules(payoff).delta(sizeIn(spec, quantity(step), at), point(at));
          const floor = sizeHedge(wanted, spec, point(at), 'floor');
          const nearest = sizeHedge(wanted, spec, point(at), 'nearest');
          const ceil = sizeHedge(wanted, spec, point(at), 'ceil');
          const slack = quantity('0.000000000001');
          expect(absolute(floor.residual) < add(stepCoins as Quantity, slack)).toBe(true);
          expect(
            add(absolute(nearest.residual) as Quantity, absolute(nearest.residual)) <=
              add(stepCoins as Quantity, slack),
          ).toBe(true);
          expect(absolute(floor.coins) <= add(absolute(wanted) as Quantity, slack)).toBe(true);
          expect(add(absolute(ceil.coins) as Quantity, slack) >= absolute(wanted)).toBe(true);
          for (const { coins: reached, residual } of [floor, nearest, ceil]) {
            expect(add(reached, residual)).toBe(wanted);
          }
        },
      ),
    );
  });
});

describe('weights', () => {
  const values = fc.array(
    fc.integer({ min: 0, max: 1_000_000_000 }).map((cents) => money(`${cents}e-2`)),
    { minLength: 1, maxLength: 8 },
  );

  test('add up to one exactly', () => {
    fc.assert(
      fc.property(values, (list) => {
        const weights = weightsOf(list);
        if (weights === null) expect(sum(list, zeroMoney)).toBe(zeroMoney);
        else expect(sum(weights, zeroRate)).toBe(oneRate);
      }),
    );
  });

  test('an overlay keeps the total and brings every weight within a step of its target', () => {
    const spec = { ...specOf('linear'), quantityStep: quantity('0.000001') };
    fc.assert(
      fc.property(
        fc.array(fc.record({ held: fc.integer({ min: 1, max: 1_000_000 }), at: prices }), {
          minLength: 2,
          maxLength: 4,
        }),
        (held) => {
          const share = rate(held.length === 3 ? '0.25' : held.length === 2 ? '0.5' : '0.25');
          const exposures = held.map(({ held: value, at }, index): TargetedExposure => ({
            asset: assetId(`A${index}`),
            target: held.length === 3 && index === 0 ? rate('0.5') : share,
            price: at,
            spotValue: money(String(value)),
            futuresValue: zeroMoney,
            isMoney: false,
          }));
          const contracts = new Map(
            exposures.map(({ asset, price: at }) => [asset, { terms: spec, at: point(at) }]),
          );
          const overlay = overlayOf(exposures, contracts, 'nearest');
          if (overlay === null) return;
          expect(
            sum(
              overlay.after.map(({ weight }) => weight),
              zeroRate,
            ),
          ).toBe(oneRate);
          expect(overlay.value).toBe(sum(effectiveValues(exposures), zeroMoney));
          for (const { wanted, sized } of overlay.legs) expect(add(sized.coins, sized.residual)).toBe(wanted);
        },
      ),
    );
  });
});

/** Equal up to the rounding of inverse values to 18 decimals, summed over a few fills. */
function isNear(a: Quantity, b: Quantity): boolean {
  return absolute(subtract(a, b)) <= quantity('0.000000000000000100');
}

/** A size that went through coins and back: off by no more than the price times the last decimal. */
function isClose(a: Size, b: Size, at: Price): boolean {
  const slack = quantityTimes(quantity('0.000000000000000002'), rate(toText(add(at, one))), 'ceiling');
  return absolute(subtract(a, b)) <= slack;
}
