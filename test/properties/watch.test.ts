/** What holds of the watch over a hedge: causes of drift add up and are apart, and an adjusting trade adjusts. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustingTrade } from '../../src/main/engine/futures/watch/adjusting-trade.ts';
import type { AdjustmentInput } from '../../src/main/engine/futures/watch/adjusting-trade.ts';
import { GAP_CAUSES, gapCauses } from '../../src/main/engine/futures/watch/gap-causes.ts';
import type { GapCauseKind, GapChangeAsset } from '../../src/main/engine/futures/watch/gap-causes.ts';
import { coins } from '../../src/main/engine/futures/units.ts';
import { assetId } from '../../src/shared/domain/asset.ts';
import { absolute, add, compare, isZero, subtract, sum } from '../../src/shared/num/arithmetic.ts';
import { toText } from '../../src/shared/num/format.ts';
import { price, quantity, rate } from '../../src/shared/num/parse.ts';
import type { Price, Quantity } from '../../src/shared/num/types.ts';
import { zeroQuantity } from '../../src/shared/num/types.ts';
import { localDate } from '../../src/shared/time/local-date.ts';
import { plainGap } from './plain-futures-watch.fixture.ts';
import type { PlainHolding } from './plain-futures-watch.fixture.ts';
import { termsOf } from './margin-position.fixture.ts';

/** Cases of each property. HEDGEROW_LEDGERS=50 while working on it. */
const CASES = Number(process.env['HEDGEROW_LEDGERS'] ?? 2000);
const everything = { numRuns: CASES };

const amount = (most: number): fc.Arbitrary<Quantity> =>
  fc.integer({ min: -most, max: most }).map((units) => quantity((units / 1000).toFixed(3)));
const held = fc.integer({ min: 0, max: 1_000_000 }).map((units) => quantity((units / 1000).toFixed(3)));
const coinPrice = fc.integer({ min: 1, max: 10_000_000 }).map((cents) => price((cents / 100).toFixed(2)));

/** Targets of two coins and money, in hundredths that add up to one. */
const targets = fc
  .tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 }))
  .map(([a, b]) => [a, b, 100 - a - b].map((part) => rate(`${part}e-2`)));

interface Drawn {
  readonly atPlan: { readonly held: Quantity; readonly price: Price };
  readonly now: { readonly held: Quantity; readonly price: Price };
  readonly funding: Quantity;
  readonly booked: Quantity;
  readonly futures: readonly Quantity[];
}

const drawnAsset: fc.Arbitrary<Drawn> = fc.record({
  atPlan: fc.record({ held, price: coinPrice }),
  now: fc.record({ held, price: coinPrice }),
  funding: amount(10_000),
  booked: amount(10_000),
  futures: fc.array(amount(300_000), { minLength: 5, maxLength: 5 }),
});

const states = fc
  .tuple(targets, targets, drawnAsset, drawnAsset, drawnAsset)
  .map(([earlier, now, ...drawn]) =>
    drawn.map((one, place): GapChangeAsset => {
      const isMoney = place === 2;
      const [planned, entered, marked, openProfit, others] = isMoney ? [] : one.futures;
      const priced = (at: Drawn['now']): Drawn['now'] =>
        isMoney ? { held: at.held, price: price('1') } : at;
      return {
        asset: assetId(['BTC', 'ETH', 'USD'][place] ?? ''),
        isMoney,
        atPlan: { ...priced(one.atPlan), target: earlier[place] ?? rate('0') },
        now: { ...priced(one.now), target: now[place] ?? rate('0') },
        funding: one.funding,
        booked: one.booked,
        planned: planned ?? zeroQuantity,
        entered: entered ?? zeroQuantity,
        marked: marked ?? zeroQuantity,
        openProfit: openProfit ?? zeroQuantity,
        others: others ?? zeroQuantity,
      };
    }),
  );

const BTC = assetId('BTC');
const numberOf = (exact: Parameters<typeof toText>[0]): number => Number(toText(exact));

/** The same assets with nothing changed but what one cause is about. */
function only(cause: GapCauseKind, assets: readonly GapChangeAsset[]): readonly GapChangeAsset[] {
  return assets.map((one) => {
    const { atPlan, now } = one;
    if (atPlan === null || now === null) return one;
    const traded = subtract(subtract(now.held, one.funding), one.booked);
    const is = (other: GapCauseKind): boolean => cause === other;
    const funding = is('funding') ? one.funding : zeroQuantity;
    const booked = is('booked') ? one.booked : zeroQuantity;
    const base = is('spot') ? traded : atPlan.held;
    const entered = is('fills') ? one.entered : one.planned;
    return {
      ...one,
      now: {
        target: is('target') ? now.target : atPlan.target,
        held: add(add(base, funding), booked),
        price: is('price') ? now.price : atPlan.price,
      },
      funding,
      booked,
      entered,
      marked: is('convexity') ? one.marked : entered,
      openProfit: is('open-profit') ? one.openProfit : zeroQuantity,
      others: is('others') ? one.others : zeroQuantity,
    };
  });
}

function plainOf(assets: readonly GapChangeAsset[], when: 'atPlan' | 'now'): readonly PlainHolding[] {
  return assets.flatMap((one) => {
    const state = one[when];
    if (state === null) return [];
    const moved = when === 'atPlan' ? one.planned : add(add(one.marked, one.openProfit), one.others);
    return [
      {
        name: one.asset,
        target: numberOf(state.target),
        held: numberOf(state.held),
        price: numberOf(state.price),
        futures: numberOf(moved),
        isMoney: one.isMoney,
      },
    ];
  });
}

describe('causes of drift', () => {
  test('add up exactly to the gap now less the gap at plan, and both gaps are the plain ones', () => {
    fc.assert(
      fc.property(states, fc.option(amount(1000)), (assets, left) => {
        const change = gapCauses(assets, BTC, left === null ? null : coins(left));
        if (change === null) throw new Error('every state has a price');
        const total = sum(
          change.causes.map((one): Quantity => one.coins),
          zeroQuantity,
        );
        expect(total).toBe(subtract<Quantity>(change.now, change.atPlan));
        expect(change.causes.map(({ cause }) => cause)).toEqual(GAP_CAUSES);
        const now = plainGap(plainOf(assets, 'now'), 'BTC');
        const scale = plainOf(assets, 'now').reduce(
          (all, one) => all + Math.abs(one.held * one.price) + Math.abs(one.futures * one.price),
          0,
        );
        const atPrice = numberOf(assets[0]?.now?.price ?? price('1'));
        expect(Math.abs(numberOf(change.now) - now) * atPrice).toBeLessThanOrEqual(1e-9 * (scale + 1));
        if (left !== null) return;
        const before = plainGap(plainOf(assets, 'atPlan'), 'BTC');
        expect(Math.abs(numberOf(change.atPlan) - before)).toBeLessThanOrEqual(1e-6 * (Math.abs(before) + 1));
      }),
      everything,
    );
  });

  test('where one thing alone has changed, it is the only cause', () => {
    fc.assert(
      fc.property(states, fc.constantFrom(...GAP_CAUSES), (assets, cause) => {
        const change = gapCauses(only(cause, assets), BTC, null);
        if (change === null) throw new Error('every state has a price');
        for (const one of change.causes) {
          if (one.cause === cause) expect(one.coins).toBe(subtract<Quantity>(change.now, change.atPlan));
          else expect(isZero(one.coins)).toBe(true);
        }
      }),
      everything,
    );
  });
});

const inputs: fc.Arbitrary<AdjustmentInput> = fc
  .record({
    payoff: fc.constantFrom<'linear' | 'inverse'>('linear', 'inverse'),
    step: fc.constantFrom('1', '0.1', '0.001'),
    multiplier: fc.constantFrom('1', '0.1', '100'),
    at: coinPrice,
    open: fc.nat({ max: 2000 }),
    moved: amount(50_000),
    wanted: amount(50_000),
    plannedRatio: fc.integer({ min: 0, max: 120 }),
    side: fc.constantFrom<'buy' | 'sell'>('buy', 'sell'),
    odd: fc.boolean(),
  })
  .map(({ payoff, step, multiplier, at, open, moved, wanted, plannedRatio, side, odd }) => ({
    terms: {
      ...termsOf({
        payoff,
        symbol: 'A',
        underlying: 'BTC',
        side: 'long',
        size: '1',
        mark: '1',
        entry: '1',
        multiplier,
        margin: { kind: 'flat', rate: 0.01 },
        model: 'binance',
        isolatedMargin: null,
      }),
      quantityStep: quantity(step),
    },
    at: { price: at, settlePrice: payoff === 'inverse' ? at : price('1') },
    open: {
      unit: 'contracts' as const,
      amount: quantity((open * Number(step) + (odd && open > 0 ? Number(step) / 3 : 0)).toFixed(6)),
    },
    moved: coins(moved),
    wanted: coins(wanted),
    plannedRatio: rate(`${plannedRatio}e-2`),
    side,
    asOf: localDate('2026-01-01'),
    rollActDays: 5,
  }));

describe('the adjusting trade', () => {
  test('never raises what is open off plan, turns it at most by a step, and closes only what is open', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { trade, before, after } = adjustingTrade(input);
        const goal = numberOf(input.wanted) * numberOf(input.plannedRatio);
        expect(Math.abs(numberOf(before) - (goal - numberOf(input.moved)))).toBeLessThan(1e-9);
        if (trade === null) {
          expect(after).toBe(before);
          return;
        }
        expect(compare<Quantity>(absolute(after), absolute(before))).toBeLessThan(0);
        expect(subtract<Quantity>(before, trade.coins)).toBe(after);
        expect(trade.side === 'buy').toBe(compare<Quantity>(trade.coins, zeroQuantity) > 0);
        expect(trade.reduceOnly).toBe(trade.side !== input.side);
        if (trade.reduceOnly) expect(compare(trade.quantity, input.open.amount)).toBeLessThanOrEqual(0);
        const each = numberOf(absolute(trade.coins)) / numberOf(trade.quantity);
        const step = numberOf(input.terms.quantityStep) * each;
        // What is left is half a step at most, unless no more is open to be taken off.
        const isAll = trade.reduceOnly && trade.quantity === input.open.amount;
        const leaves = numberOf(absolute(after));
        const ends = numberOf(input.open.amount) % numberOf(input.terms.quantityStep) === 0 ? 0 : step / 2;
        if (!isAll) expect(leaves).toBeLessThanOrEqual((step / 2 + ends) * (1 + 1e-6));
      }),
      everything,
    );
  });

  test('is the best of all whole steps: none of them leaves less', () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 0, max: 4000 }), (input, steps) => {
        const { before, after, checks } = adjustingTrade(input);
        if (checks.some(({ passed }) => !passed)) return;
        const adds = (input.side === 'sell') === compare<Quantity>(before, zeroQuantity) < 0;
        const step = numberOf(input.terms.quantityStep);
        const tried = steps * step;
        if (!adds && tried > numberOf(input.open.amount)) return;
        const size = tried * numberOf(input.terms.multiplier);
        const moves = input.terms.payoff === 'inverse' ? size / numberOf(input.at.price) : size;
        const miss = numberOf(absolute(before));
        expect(Math.abs(numberOf(after))).toBeLessThanOrEqual(Math.abs(miss - moves) + 1e-9 * (1 + miss));
      }),
      everything,
    );
  });
});
