/** What holds of statistics and of what futures add to what is held: counted, summed and differentiated plainly. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { futuresExposure } from '../../src/main/engine/futures/exposure.ts';
import type { FundingPoint } from '../../src/main/engine/futures/funding.ts';
import { fundingStatistics } from '../../src/main/engine/futures/funding-statistics.ts';
import { fundingSums } from '../../src/main/engine/futures/funding-sums.ts';
import { positionsOf } from '../../src/main/engine/futures/positions.ts';
import { dailySigma } from '../../src/main/engine/market/daily-sigma.ts';
import { assetId } from '../../src/shared/domain/asset.ts';
import type { Payoff } from '../../src/shared/domain/contract-spec.ts';
import { toText } from '../../src/shared/num/format.ts';
import { price, quantity, rate } from '../../src/shared/num/parse.ts';
import type { Exact } from '../../src/shared/num/types.ts';
import { instantFromEpochMs } from '../../src/shared/time/instant.ts';
import { fillEvents, specOf } from './futures.fixture.ts';

/** Cases of each property. HEDGEROW_LEDGERS=50 while working on it. */
const CASES = Number(process.env['HEDGEROW_LEDGERS'] ?? 1000);
const everything = { numRuns: CASES };
const numberOf = (exact: Exact): number => Number(toText(exact));
const START = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;

const isNear = (a: number, b: number, part = 1e-9): boolean =>
  Math.abs(a - b) <= part * Math.max(Math.abs(a), Math.abs(b), 1e-9);

/** Settlements without a gap, at intervals that change. */
const settlements = fc
  .array(fc.record({ rate: fc.integer({ min: -300, max: 300 }), hours: fc.constantFrom(8, 8, 8, 4, 1) }), {
    minLength: 1,
    maxLength: 120,
  })
  .map((list) => {
    let hour = 0;
    return list.map(({ rate: points, hours }) => {
      hour += hours;
      return { value: points / 1e6, hours, hour };
    });
  });

function pointsOf(list: readonly { value: number; hours: number; hour: number }[]): FundingPoint[] {
  return list.map(({ value, hours, hour }) => ({
    time: instantFromEpochMs(START + hour * HOUR),
    rate: rate(value.toFixed(6)),
    hours,
  }));
}

/** Every sum over the horizon, hour by hour. */
function plainSums(list: readonly { value: number; hours: number }[], horizon: number): number[] {
  return list.flatMap((_, begin) => {
    const hourly = list
      .slice(begin)
      .flatMap(({ value, hours }) => Array.from({ length: hours }, () => value / hours));
    return hourly.length < horizon ? [] : [hourly.slice(0, horizon).reduce((sum, one) => sum + one, 0)];
  });
}

function plainPercentile(sorted: readonly number[], per: number): number {
  const place = ((sorted.length - 1) * per) / 100;
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
}

describe('funding', () => {
  test('sums over a horizon are those of each hour added up, and percentiles lie where counting puts them', () => {
    fc.assert(
      fc.property(settlements, fc.integer({ min: 1, max: 200 }), (list, horizon) => {
        const sums = plainSums(list, horizon).toSorted((a, b) => a - b);
        const found = fundingSums(pointsOf(list), horizon);
        expect(found?.windows ?? 0).toBe(sums.length);
        if (found === null) return;
        for (const [per, value] of [
          [10, found.p10],
          [50, found.p50],
          [90, found.p90],
        ] as const)
          expect(Math.abs(numberOf(value) - plainPercentile(sums, per))).toBeLessThan(1e-12);
      }),
      everything,
    );
  });

  test('mean, spread, likeness of neighbours and error are the plain ones', () => {
    fc.assert(
      fc.property(settlements, (list) => {
        const found = fundingStatistics(pointsOf(list), 24);
        const last = list.at(-1)?.hour ?? 0;
        const recent = list.filter(({ hour }) => last - hour < 90 * 24);
        const hours = recent.reduce((sum, one) => sum + one.hours, 0);
        expect(found.kind === 'known').toBe(recent.length >= 21 && hours >= 168);
        if (found.kind !== 'known') return;
        const { meanPerHour, spreadPerHour, autocorrelation, standardErrorPerYear } = found.statistics;
        const mean = recent.reduce((sum, one) => sum + one.value, 0) / hours;
        const off = recent.map((one) => one.value / one.hours - mean);
        const squares = off.reduce((sum, one) => sum + one * one, 0);
        const phi = off.slice(1).reduce((sum, one, place) => sum + one * (off[place] ?? 0), 0) / squares;
        const variance = squares / (off.length - 1);
        const sample = phi > 0 ? (off.length * (1 - phi)) / (1 + phi) : off.length;
        expect(Math.abs(numberOf(meanPerHour) - mean)).toBeLessThan(1e-15);
        expect(isNear(numberOf(spreadPerHour), Math.sqrt(variance), 1e-6)).toBe(true);
        expect(Math.abs(numberOf(autocorrelation) - phi)).toBeLessThan(1e-6);
        expect(
          isNear(numberOf(standardErrorPerYear ?? rate('0')), Math.sqrt(variance / sample) * 8760, 1e-5),
        ).toBe(true);
      }),
      everything,
    );
  });
});

describe('the standard deviation of a day', () => {
  test('is that of logarithms of neighbouring days', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            at: fc.integer({ min: 1000, max: 100_000 }),
            missing: fc.boolean(),
            early: fc.boolean(),
          }),
          {
            minLength: 2,
            maxLength: 90,
          },
        ),
        (days) => {
          const closes = days.flatMap(({ at, missing, early }, day) => {
            if (missing && day % 5 === 0) return [];
            const close = {
              time: instantFromEpochMs(START + day * 24 * HOUR + 20 * HOUR),
              price: price(String(at)),
            };
            const before = {
              time: instantFromEpochMs(START + day * 24 * HOUR + 3 * HOUR),
              price: price('7'),
            };
            return early ? [close, before] : [close];
          });
          const held = days.map(({ at, missing }, day) => (missing && day % 5 === 0 ? null : at));
          const returns = held.flatMap((at, day) => {
            const next = held[day + 1] ?? null;
            return at === null || next === null ? [] : [Math.log(next / at)];
          });
          const mean = returns.reduce((sum, one) => sum + one, 0) / returns.length;
          const variance = returns.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (returns.length - 1);
          const found = dailySigma(closes);
          if (returns.length < 20) expect(found).toBeNull();
          else expect(isNear(numberOf(found ?? rate('0')), Math.sqrt(variance), 1e-9)).toBe(true);
        },
      ),
      everything,
    );
  });
});

describe('what futures add to what is held', () => {
  const position = fc.record({
    payoff: fc.constantFrom<Payoff>('linear', 'inverse', 'quanto'),
    side: fc.constantFrom<'buy' | 'sell'>('buy', 'sell'),
    units: fc.integer({ min: 1, max: 1_000_000 }),
    entry: fc.integer({ min: 10, max: 100_000 }),
    mark: fc.integer({ min: 10, max: 100_000 }),
    settle: fc.integer({ min: 10, max: 100_000 }),
    collateral: fc.integer({ min: 0, max: 1000 }),
  });

  test('with the collateral is how wealth changes with each price', () => {
    fc.assert(
      fc.property(position, ({ payoff, side, units, entry, mark, settle, collateral }) => {
        const spec = { ...specOf(payoff), underlying: assetId(payoff === 'quanto' ? 'ETH' : 'BTC') };
        const amount = units / 1000;
        const { positions } = positionsOf({
          events: fillEvents(spec, [
            { side, quantity: quantity(amount.toFixed(3)), price: price(String(entry)) },
          ]),
          specOf: () => spec,
        });
        const sign = side === 'buy' ? 1 : -1;
        const size = payoff === 'quanto' ? amount * 1e-6 : amount;
        /** In quote money: coins are the collateral of all but linear contracts. */
        const wealth = (own: number, coin: number): number => {
          if (payoff === 'linear') return collateral * own + sign * size * (own - entry);
          if (payoff === 'inverse') return (collateral + sign * size * (1 / entry - 1 / own)) * own;
          return (collateral + sign * size * (own - entry)) * coin;
        };
        const point = {
          price: price(String(mark)),
          settlePrice: price(String(payoff === 'quanto' ? settle : payoff === 'inverse' ? mark : 1)),
        };
        const added = futuresExposure(positions, () => point, assetId('USD')).byAsset;
        const of = (asset: string): number => numberOf(added.get(assetId(asset)) ?? quantity('0'));
        const step = 1e-3;
        const byOwn = (wealth(mark + step, settle) - wealth(mark - step, settle)) / (2 * step);
        const byCoin = (wealth(mark, settle + step) - wealth(mark, settle - step)) / (2 * step);
        const scale = 1e-6 * (1 + collateral + size + size / entry + size * Math.max(mark, settle, entry));
        if (payoff === 'quanto') {
          expect(Math.abs(of('ETH') - byOwn)).toBeLessThan(scale);
          expect(Math.abs(collateral + of('BTC') - byCoin)).toBeLessThan(scale);
        } else
          expect(Math.abs(collateral + of('BTC') - byOwn)).toBeLessThan(
            payoff === 'linear' ? scale : 1e-6 * (1 + collateral + size / Math.min(entry, mark)),
          );
      }),
      everything,
    );
  });
});
