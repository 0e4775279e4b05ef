import { describe, expect, test } from 'vitest';
import type { Observation } from '../../../shared/domain/observation.ts';
import { toText } from '../../../shared/num/format.ts';
import { money, quantity, rate } from '../../../shared/num/parse.ts';
import { addDuration, instantFromIso } from '../../../shared/time/instant.ts';
import type { FundingPoint } from './funding.ts';
import { fundingOfObservations, mergedFunding } from './funding-history.ts';
import { expectedFunding, fundingStatistics } from './funding-statistics.ts';
import type { FundingStatistics } from './funding-statistics.ts';
import { fundingSums } from './funding-sums.ts';

const HOUR = 3_600_000;
const start = instantFromIso('2026-01-01T00:00:00Z');

/** Settlements one after the other, each at the end of its hours. */
function history(rates: readonly string[], hours: number | ((index: number) => number) = 8): FundingPoint[] {
  let at = 0;
  return rates.map((text, index) => {
    const own = typeof hours === 'number' ? hours : hours(index);
    at += own;
    return { time: addDuration(start, at * HOUR), rate: rate(text), hours: own };
  });
}

function known(points: readonly FundingPoint[], horizon = 24): FundingStatistics {
  const answer = fundingStatistics(points, horizon);
  if (answer.kind !== 'known') throw new Error(answer.why);
  return answer.statistics;
}

describe('statistics of funding', () => {
  test('a constant rate has no spread and no error', () => {
    const found = known(history(Array.from({ length: 30 }, () => '0.0001')));
    // 0.0001 for 8 hours, 1095 times a year.
    expect(toText(found.meanPerYear)).toBe('0.1095');
    expect(toText(found.standardErrorPerYear ?? rate('1'))).toBe('0');
    expect(toText(found.sums?.p10 ?? rate('0'))).toBe('0.0003');
    expect(toText(found.sums?.p90 ?? rate('0'))).toBe('0.0003');
  });

  test('an interval that turns shorter counts by its hours', () => {
    // 21 × 8 h at 0.0008, then 21 × 4 h at 0.0004: always 0.0001 an hour.
    const rates = [
      ...Array.from({ length: 21 }, () => '0.0008'),
      ...Array.from({ length: 21 }, () => '0.0004'),
    ];
    const found = known(history(rates, (index) => (index < 21 ? 8 : 4)));
    expect(toText(found.meanPerHour)).toBe('0.0001');
    expect(toText(found.spreadPerHour)).toBe('0');
  });

  test('the last rate is not carried on', () => {
    const found = known(history([...Array.from({ length: 89 }, () => '0.0001'), '0.01']));
    expect(Number(toText(found.meanPerYear))).toBeLessThan(0.24);
    expect(Number(toText(found.meanPerYear))).toBeGreaterThan(0.1095);
  });

  test('rates that resemble each other count for fewer: the error grows', () => {
    const blocks = Array.from({ length: 60 }, (_, index) =>
      Math.floor(index / 20) % 2 === 0 ? '0.0001' : '0.0003',
    );
    const swings = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? '0.0001' : '0.0003'));
    const alike = known(history(blocks));
    const unlike = known(history(swings));
    expect(Number(toText(alike.effectiveSample))).toBeLessThan(10);
    expect(toText(unlike.effectiveSample)).toBe('60');
    expect(Number(toText(alike.standardErrorPerYear ?? rate('0')))).toBeGreaterThan(
      2 * Number(toText(unlike.standardErrorPerYear ?? rate('0'))),
    );
  });

  test('too little is refused, in words', () => {
    const few = fundingStatistics(history(['0.0001', '0.0002']), 24);
    expect(few).toMatchObject({ kind: 'too-little', settlements: 2 });
    expect(few.kind === 'too-little' && few.why).toContain('Only 2 payments');
    expect(fundingStatistics([], 24)).toMatchObject({ kind: 'too-little', settlements: 0 });
    // Many settlements, but of one day.
    expect(
      fundingStatistics(
        history(
          Array.from({ length: 24 }, () => '0.0001'),
          1,
        ),
        24,
      ).kind,
    ).toBe('too-little');
  });

  test('only the last ninety days make the mean', () => {
    const old = Array.from({ length: 300 }, () => '0.01');
    const recent = Array.from({ length: 270 }, () => '0.0001');
    const found = known(history([...old, ...recent]));
    expect(found.settlements).toBe(270);
    expect(toText(found.meanPerYear)).toBe('0.1095');
  });

  test('a short receives where longs pay, and a long pays as much', () => {
    const found = known(history(Array.from({ length: 30 }, () => '0.0001')));
    // 10 000 × 0.0001 × 3 a day.
    expect(toText(expectedFunding(found, 'short', money('10000'), 24))).toBe('3');
    expect(toText(expectedFunding(found, 'long', money('10000'), 24))).toBe('-3');
  });
});

describe('rolling sums', () => {
  test('percentiles of the sums of every window', () => {
    // Windows of 16 hours over 0, 1, …, 10: sums 1, 3, …, 19; their median is 10.
    const found = fundingSums(history(Array.from({ length: 11 }, (_, index) => String(index))), 16);
    expect(found).toMatchObject({ windows: 10, p10: rate('2.8'), p50: rate('10'), p90: rate('17.2') });
  });

  test('the part of a settlement that the window reaches counts in proportion', () => {
    // 12 hours of 8-hour settlements: one and a half.
    expect(fundingSums(history(['1', '2', '4']), 12)).toMatchObject({ windows: 2, p50: rate('3') });
  });

  test('a window over a hole does not count, and none fits into too short a history', () => {
    const points = history(['1', '1', '1', '1']);
    const holed = points.map((point, index) =>
      index < 2 ? point : { ...point, time: addDuration(point.time, 240 * HOUR) },
    );
    expect(fundingSums(holed, 16)?.windows).toBe(2);
    expect(fundingSums(points, 100)).toBeNull();
    expect(fundingSums([], 8)).toBeNull();
  });
});

test('what a venue states comes before what payments imply', () => {
  const stated = history(['0.0001', '0.0002']);
  const implied = history(['0.0009', '0.0009', '0.0003']);
  expect(mergedFunding(stated, implied).map((point) => toText(point.rate))).toEqual([
    '0.0001',
    '0.0002',
    '0.0003',
  ]);
});

test('a rate that nobody knows the hours of counts for nothing, and is counted', () => {
  const [one, two] = history(['0.0001', '0.0002']);
  const observed = (hours: number | null, { time } = one!): Observation => ({
    measure: 'funding-rate',
    of: 'bybit:BTCUSDT',
    level: '',
    time,
    value: quantity('0.0001'),
    hours,
    source: 'typed',
  });
  const list = [observed(null), observed(1, two)];
  expect(fundingOfObservations(list, null)).toMatchObject({ points: [{ hours: 1 }], withoutInterval: 1 });
  expect(fundingOfObservations(list, 4)).toMatchObject({
    points: [{ hours: 4 }, { hours: 1 }],
    withoutInterval: 0,
  });
});
