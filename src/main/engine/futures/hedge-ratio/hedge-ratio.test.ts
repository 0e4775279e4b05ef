import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { price, quantity, rate } from '../../../../shared/num/parse.ts';
import { rateTimes } from '../../../../shared/num/products.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import { addDuration, instantFromIso } from '../../../../shared/time/instant.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import { afterTaxRatio, spotRateAtExit } from './after-tax-ratio.ts';
import { dailyChanges } from './daily-changes.ts';
import { hedgeEffectiveness, minimumVarianceRatio } from './minimum-variance-ratio.ts';
import type { ChangePair } from './regression.ts';
import { regression, variance } from './regression.ts';

const number = (x: Rate | null | undefined): number => Number(toText(x ?? rate('0')));

/** spot = slope × futures + noise, in per mille, without chance. */
function pairs(count: number, slope: number, noise: number): ChangePair[] {
  return Array.from({ length: count }, (_, index) => {
    const futures = ((index * 37) % 41) - 20;
    const off = noise * (((index * 53) % 29) - 14);
    return {
      spot: rate(((slope * futures + off) / 1000).toFixed(9)),
      futures: rate((futures / 1000).toFixed(9)),
    };
  });
}

describe('minimum variance', () => {
  test('a coin that moves half again as much is hedged by half again as much, without error', () => {
    const found = minimumVarianceRatio(pairs(100, 1.5, 0));
    if (found.kind !== 'known') throw new Error(found.why);
    expect(number(found.value.ratio)).toBeCloseTo(1.5, 12);
    expect(number(found.value.standardError)).toBeCloseTo(0, 8);
    expect(number(found.value.rSquared)).toBeCloseTo(1, 12);
    expect(number(found.value.effectiveness)).toBeCloseTo(1, 12);
    expect(number(found.value.shrunk)).toBeCloseTo(1.5, 9);
  });

  test('noise makes the error larger, the ratio drawn toward one, the hedge worse', () => {
    const found = minimumVarianceRatio(pairs(100, 1.5, 3));
    if (found.kind !== 'known') throw new Error(found.why);
    const { ratio, shrunk, standardError, effectiveness, low, high } = found.value;
    expect(number(standardError)).toBeGreaterThan(0.1);
    expect(Math.abs(number(shrunk) - 1)).toBeLessThan(Math.abs(number(ratio) - 1));
    expect(number(effectiveness)).toBeLessThan(0.6);
    expect(number(high) - number(low)).toBeCloseTo(4 * number(standardError), 9);
  });

  test('the error is that of least squares', () => {
    const data = pairs(100, 0.8, 1);
    const found = regression(data);
    const expected =
      Math.sqrt((1 - number(found?.rSquared)) / 98) *
      (number(found?.spotDeviation) / number(found?.futuresDeviation));
    expect(number(found?.slopeError)).toBeCloseTo(expected, 9);
  });

  test('89 days are too few, and said so', () => {
    const found = minimumVarianceRatio(pairs(89, 1, 1));
    expect(found).toMatchObject({ kind: 'too-little', count: 89 });
    expect(found.kind === 'too-little' && found.why).toContain('Only 89 days');
    expect(minimumVarianceRatio(pairs(90, 1, 1)).kind).toBe('known');
  });

  test('a contract that does not move hedges nothing', () => {
    const still = pairs(100, 1, 1).map(({ spot }) => ({ spot, futures: rate('0') }));
    expect(regression(still)).toBeNull();
    expect(minimumVarianceRatio(still).kind).toBe('too-little');
  });

  test('a hedged portfolio varies less than an unhedged one for ratios between 0 and 2 h*, and more beyond', () => {
    const changes = fc.array(
      fc.record({ spot: fc.integer({ min: -200, max: 200 }), futures: fc.integer({ min: -200, max: 200 }) }),
      { minLength: 5, maxLength: 40 },
    );
    fc.assert(
      fc.property(changes, fc.integer({ min: 1, max: 199 }), (list, percent) => {
        const data = list.map(({ spot, futures }) => ({
          spot: rate((spot / 1000).toFixed(3)),
          futures: rate((futures / 1000).toFixed(3)),
        }));
        const found = regression(data);
        if (found === null || Math.abs(number(found.slope)) < 0.01) return;
        const share = (of: number): Rate => rateTimes(found.slope, rate((of / 100).toFixed(2)), 'half-even');
        expect(number(hedgeEffectiveness(data, share(percent)))).toBeGreaterThan(0);
        expect(number(hedgeEffectiveness(data, share(percent + 200)))).toBeLessThan(0);
        // h* itself leaves the least.
        expect(number(hedgeEffectiveness(data, found.slope))).toBeGreaterThanOrEqual(
          number(hedgeEffectiveness(data, share(percent))) - 1e-12,
        );
      }),
    );
  });

  test('variance divides by n − 1', () => {
    expect(toText(variance(['1', '2', '3', '4'].map((text) => rate(text))))).toBe('1.666666666666666667');
  });
});

describe('after tax', () => {
  const share = fc.integer({ min: 0, max: 900 }).map((n) => rate((n / 1000).toFixed(3)));

  test('wealth after tax is the same whatever the price does', () => {
    fc.assert(
      fc.property(share, share, fc.integer({ min: -99_000, max: 500_000 }), (spot, futures, change) => {
        const found = afterTaxRatio({ spot, futures });
        if (found === null) throw new Error('no ratio');
        const moved = rate((change / 1000).toFixed(3));
        const kept = (tax: Rate, gain: Rate): Rate => rateTimes(gain, subtract(oneRate, tax), 'half-even');
        const coins = kept(spot, moved);
        const short = kept(futures, rateTimes(found.ratio, moved, 'half-even'));
        // One unit of the eighteenth decimal of the ratio, times the move.
        expect(Math.abs(number(subtract(coins, short)))).toBeLessThan(1e-14);
      }),
    );
  });

  test('long-term coins at 20 % against 60/40 at 26.8 %', () => {
    const found = afterTaxRatio({ spot: rate('0.2'), futures: rate('0.268') });
    expect(toText(found?.ratio ?? rate('0'))).toBe('1.092896174863387978');
    expect(toText(found?.ifFuturesLossWaits ?? rate('0'))).toBe('0.8');
    expect(toText(found?.ifSpotLossWaits ?? rate('0'))).toBe('1.366120218579234973');
  });

  test('alike taxes leave one for one; futures taxed away whole have no ratio', () => {
    expect(afterTaxRatio({ spot: rate('0.3'), futures: rate('0.3') })?.ratio).toBe(oneRate);
    expect(afterTaxRatio({ spot: rate('0'), futures: rate('1') })).toBeNull();
  });

  test('the ratio lies between its ends', () => {
    fc.assert(
      fc.property(share, share, (spot, futures) => {
        const found = afterTaxRatio({ spot, futures });
        expect(
          found !== null && compare(found.low, found.ratio) <= 0 && compare(found.ratio, found.high) <= 0,
        ).toBe(true);
      }),
    );
  });

  test('the rate of the lots: each at its own term on the exit day, a clock that restarts is short', () => {
    const rates = { shortTerm: rate('0.35'), longTerm: rate('0.15') };
    const part = (amount: string, from: string, clockRestarts = false) => ({
      quantity: quantity(amount),
      longTermFrom: localDate(from),
      clockRestarts,
    });
    const exit = localDate('2027-01-15');
    const rateOf = (...parts: ReturnType<typeof part>[]): string =>
      toText(spotRateAtExit(parts, rates, exit) ?? rate('9'));
    expect(rateOf(part('1', '2026-01-01'))).toBe('0.15');
    expect(rateOf(part('1', '2027-01-15'))).toBe('0.15');
    expect(rateOf(part('1', '2027-01-16'))).toBe('0.35');
    expect(rateOf(part('1', '2027-01-01', true))).toBe('0.35');
    expect(rateOf(part('3', '2026-01-01'), part('1', '2027-06-01'))).toBe('0.2');
    expect(spotRateAtExit([], rates, exit)).toBeNull();
  });
});

describe('daily changes', () => {
  const at = (hour: number, text: string) => ({
    time: addDuration(instantFromIso('2026-01-01T00:00:00Z'), hour * 3_600_000),
    price: price(text),
  });

  test('only moments that both have, a day apart', () => {
    const spot = [at(0, '100'), at(24, '110'), at(48, '121'), at(96, '100'), at(120, '50')];
    const futures = [at(0, '10'), at(24, '11'), at(48, '11'), at(72, '12'), at(96, '12'), at(120, '6')];
    expect(dailyChanges(spot, futures)).toEqual([
      { spot: rate('0.1'), futures: rate('0.1') },
      { spot: rate('0.1'), futures: rate('0') },
      { spot: rate('-0.5'), futures: rate('-0.5') },
    ]);
  });

  test('closes of different hours are no pair; five minutes are', () => {
    const spot = [at(0, '100'), at(24, '110')];
    expect(dailyChanges(spot, [at(8, '10'), at(32, '11')])).toEqual([]);
    expect(dailyChanges(spot, [at(0.05, '10'), at(24.05, '11')])).toHaveLength(1);
  });

  test('of hourly prices the last of each day', () => {
    const hourly = Array.from({ length: 72 }, (_, hour) => at(hour + 1, String(100 + hour)));
    expect(dailyChanges(hourly, hourly)).toHaveLength(2);
  });
});
