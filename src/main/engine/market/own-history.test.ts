import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Measure, Observation } from '../../../shared/domain/observation.ts';
import { toFloat } from '../../../shared/num/approximate.ts';
import { toText } from '../../../shared/num/format.ts';
import { price, quantity } from '../../../shared/num/parse.ts';
import { instantFromEpochMs, instantFromIso } from '../../../shared/time/instant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { dailySigma } from './daily-sigma.ts';
import { downSample } from './down-sample.ts';
import { isStale } from './freshness.ts';
import { openInterestRise } from './open-interest-rise.ts';
import { ownHistory } from './own-history.ts';
import { percentileRank } from './percentile-rank.ts';
import { seriesGaps } from './series-gaps.ts';
import { thresholdOf } from './thresholds.ts';

const DAY_MS = 86_400_000;
const start = Date.parse('2026-01-01T00:00:00Z');
const day = (n: number): Instant => instantFromEpochMs(start + n * DAY_MS);

function observation(
  time: Instant,
  value: string,
  measure: Measure = 'open-interest',
  hours: number | null = null,
): Observation {
  return {
    measure,
    of: 'binance-um:BTCUSDT',
    level: '',
    time,
    value: quantity(value),
    hours,
    source: 'test',
  };
}
/** One a day. */
function series(values: readonly number[]): readonly Observation[] {
  return values.map((value, at) => observation(day(at), String(value)));
}
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

describe('percentile rank', () => {
  test.each([
    [[1, 2, 3, 4], 3, '0.625'],
    [[1, 2, 3, 4], 0, '0'],
    [[1, 2, 3, 4], 5, '1'],
    [[2, 2], 2, '0.5'],
  ])('%j, %d: %s', (values, value, expected) => {
    expect(
      toText(
        percentileRank(
          values.map((one) => quantity(String(one))),
          quantity(String(value)),
        ),
      ),
    ).toBe(expected);
  });
});

describe('own history', () => {
  test('179 values are too few, 180 are enough', () => {
    expect(ownHistory(series(upTo(180)), day(400))).toEqual({
      percentile: null,
      sample: 179,
      mark: null,
      end: null,
    });
    expect(ownHistory(series(upTo(181)), day(400))).toMatchObject({
      sample: 180,
      mark: 'extreme',
      end: 'high',
    });
  });

  test.each([
    [0, 'extreme', 'low'],
    [10, 'elevated', 'low'],
    [20, 'normal', null],
    [180, 'normal', null],
    [191, 'elevated', 'high'],
    [199, 'extreme', 'high'],
  ])('a value above %d of 200: %s', (rank, mark, end) => {
    const found = ownHistory(series([...upTo(200), rank + 0.5]), day(400));
    expect(found).toMatchObject({ sample: 200, mark, end });
  });

  test('what comes later, or is older than a year, does not count', () => {
    const values = series(upTo(600));
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), (n) => {
        const known = ownHistory(values, day(n));
        expect(known).toEqual(ownHistory(values.slice(0, n + 1), day(n)));
        expect(known?.sample).toBe(Math.min(n, 365));
      }),
    );
  });

  test('hourly values are one a day', () => {
    const hourly = Array.from({ length: 24 * 30 }, (_, at) =>
      observation(instantFromEpochMs(start + at * 3_600_000), '1'),
    );
    expect(ownHistory(hourly, day(400))?.sample).toBe(30);
  });

  test('hourly funding is one value in eight hours', () => {
    const hourly = Array.from({ length: 24 * 30 }, (_, at) =>
      observation(instantFromEpochMs(start + (at + 1) * 3_600_000), '0.00001', 'funding-rate', 1),
    );
    expect(ownHistory(hourly, day(400))?.sample).toBe(89);
  });

  test('funding counts each payment, as of eight hours', () => {
    const payments = Array.from({ length: 200 }, (_, at) =>
      observation(instantFromEpochMs(start + at * 8 * 3_600_000), '0.0001', 'funding-rate', 8),
    );
    const last = instantFromEpochMs(start + 200 * 8 * 3_600_000);
    const at = (rate: string, hours: number): ReturnType<typeof ownHistory> =>
      ownHistory([...payments, observation(last, rate, 'funding-rate', hours)], last);
    // A quarter of the rate in a quarter of the time is the same funding.
    expect(toFloat(at('0.000025', 2)?.percentile ?? quantity('0'))).toBe(0.5);
    expect(at('0.0001', 4)).toMatchObject({ sample: 200, mark: 'extreme', end: 'high' });
  });
});

describe('fixed thresholds', () => {
  test.each([
    ['funding-rate', '0.0001', 'neutral'],
    ['funding-rate', '0', 'neutral'],
    ['funding-rate', '-0.00001', 'caution'],
    ['funding-rate', '0.0003', 'caution'],
    ['funding-rate', '0.0005', 'extreme'],
    ['funding-rate', '-0.0005', 'extreme'],
    ['basis', '0.12', 'neutral'],
    ['basis', '0.2', 'caution'],
    ['basis', '0.26', 'extreme'],
    ['basis', '-0.01', 'extreme'],
    ['account-ratio', '1.2', 'neutral'],
    ['account-ratio', '0.5', 'caution'],
    ['account-ratio', '3.2', 'extreme'],
    ['fear-greed', '50', 'neutral'],
    ['fear-greed', '30', 'caution'],
    ['fear-greed', '13', 'extreme'],
    ['fear-greed', '75', 'extreme'],
  ] as const)('%s of %s: %s', (measure, value, level) => {
    expect(thresholdOf(measure, quantity(value))?.level).toBe(level);
  });

  test('none is made up', () => expect(thresholdOf('market-cap', quantity('1'))).toBeNull());
});

describe('open interest', () => {
  const flat = Array.from({ length: 90 }, (_, at) => 100 + (at % 2));

  test.each([
    [100.5, 'neutral'],
    [101.4, 'caution'],
    [102, 'extreme'],
  ])('%d after 90 days around 100.5: %s', (value, level) => {
    expect(openInterestRise(series([...flat, value]), day(400))?.level).toBe(level);
  });

  test('thirty per cent in a week is extreme; without history nothing is said', () => {
    const rise = openInterestRise(series([100, 100, 100, 100, 100, 100, 100, 131]), day(400));
    expect(rise).toMatchObject({ deviations: null, level: 'extreme' });
    expect(openInterestRise(series([100]), day(400))).toEqual({
      deviations: null,
      week: null,
      level: 'neutral',
    });
    expect(openInterestRise([], day(400))).toBeNull();
  });
});

describe('daily sigma', () => {
  const closes = (values: readonly number[]) =>
    values.map((value, at) => ({ time: day(at), price: price(value.toFixed(6)) }));

  test('of 1 % up and down by turns', () => {
    const values = Array.from({ length: 41 }, (_, at) => (at % 2 === 0 ? 100 : 101));
    const returns = values.slice(1).map((value, at) => Math.log(value / (values[at] ?? 1)));
    const mean = returns.reduce((sum, one) => sum + one, 0) / returns.length;
    const variance = returns.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (returns.length - 1);
    expect(toFloat(dailySigma(closes(values)) ?? quantity('0'))).toBeCloseTo(Math.sqrt(variance), 12);
  });

  test('below twenty returns there is none, and a gap is no return', () => {
    expect(dailySigma(closes(upTo(20)))).toBeNull();
    expect(dailySigma(closes(upTo(21)))).not.toBeNull();
    expect(dailySigma(closes(upTo(22)).filter((_, at) => at !== 10))).toBeNull();
  });

  test('midnight ends the day before it; of a day the last price counts, in any order', () => {
    const daily = closes(upTo(30));
    const noons = daily.map(({ time }) => ({
      time: instantFromEpochMs(Number(time as never) - DAY_MS / 2),
      price: price('1'),
    }));
    expect(dailySigma([...noons, ...daily].toReversed())).toBe(dailySigma(daily));
  });
});

test('holes in a series are counted, not filled', () => {
  const times = [0, 1, 2, 4, 5, 9].map((n) => ({ time: day(n), hours: null }));
  expect(seriesGaps(times)).toEqual({ stepMs: DAY_MS, gaps: 2, missing: 4 });
  const daysThenHours = [1, 2, 3].map((n) => ({ time: day(n), hours: 24 }));
  const hours = [1, 2, 3, 4, 6].map((n) => ({ time: day(3 + n / 24), hours: 1 }));
  expect(seriesGaps([...daysThenHours, ...hours])).toEqual({ stepMs: DAY_MS / 24, gaps: 1, missing: 1 });
  expect(seriesGaps(times.slice(0, 2))).toEqual({ stepMs: null, gaps: 0, missing: 0 });
});

test('a chart gets the first, the last and nothing made up', () => {
  const items = upTo(1234);
  const some = downSample(items, 500);
  expect([some.length, some[0], some.at(-1)]).toEqual([500, 1, 1234]);
  expect(new Set(some).size).toBe(500);
  expect(downSample(items.slice(0, 5), 500)).toEqual([1, 2, 3, 4, 5]);
});

test('funding is old after a day, sentiment after a week', () => {
  const at = instantFromIso('2026-01-01T00:00:00Z');
  expect(isStale('funding-rate', at, instantFromIso('2026-01-02T00:00:00Z'))).toBe(false);
  expect(isStale('funding-rate', at, instantFromIso('2026-01-02T00:00:01Z'))).toBe(true);
  expect(isStale('fear-greed', at, instantFromIso('2026-01-08T00:00:00Z'))).toBe(false);
  expect(isStale('fear-greed', at, instantFromIso('2026-01-08T00:00:01Z'))).toBe(true);
});
