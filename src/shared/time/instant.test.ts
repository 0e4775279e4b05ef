import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { InvariantError } from '../invariant.ts';
import {
  addDuration,
  compareInstants,
  epochMs,
  instantFromEpochMs,
  instantFromIso,
  isEpochMs,
  msBetween,
  parseIsoInstant,
  toIso,
} from './instant.ts';

const anyMs = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(10_000, 0, 1) - 1 });

describe('ISO text that is an instant', () => {
  test.each([
    ['2025-01-02T03:04:05.678Z', '2025-01-02T03:04:05.678Z'],
    ['2025-01-02T03:04:05Z', '2025-01-02T03:04:05Z'],
    ['2025-01-02T03:04Z', '2025-01-02T03:04:00Z'],
    ['2025-01-02T03:04:05.6Z', '2025-01-02T03:04:05.600Z'],
    ['2025-01-02T03:04:05.678999999Z', '2025-01-02T03:04:05.678Z'],
    ['2025-01-01T00:30:00+02:00', '2024-12-31T22:30:00Z'],
    ['2024-12-31T20:30:00.5-0430', '2025-01-01T01:00:00.500Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
  ])('%s is %s', (text, expected) => expect(toIso(instantFromIso(text))).toBe(expected));
});

describe('text that is not', () => {
  test.each([
    '',
    '2025-01-02',
    '2025-01-02T03:04:05',
    '2025-01-02 03:04:05Z',
    '2025-01-02t03:04:05Z',
    '2025-01-02T03:04:05z',
    '2025-1-2T03:04:05Z',
    '2025-02-29T00:00:00Z',
    '2025-04-31T00:00:00Z',
    '2025-13-01T00:00:00Z',
    '2025-00-01T00:00:00Z',
    '2025-01-00T00:00:00Z',
    '2025-01-02T24:00:00Z',
    '2025-01-02T03:60:00Z',
    '2016-12-31T23:59:60Z',
    '2025-01-02T03:04:05.Z',
    '2025-01-02T03:04:05.1234567890Z',
    '2025-01-02T03:04:05+24:00',
    '2025-01-02T03:04:05+02:60',
    '2025-01-02T03:04:05+02',
    '2025-01-02T03:04:05Z ',
    '+002025-01-02T03:04:05Z',
    '0999-12-31T23:59:59Z',
    '0025-01-01T00:00:00Z',
    '9999-12-31T23:59:59-01:00',
    'now',
  ])('%j', (text) => {
    expect(parseIsoInstant(text)).toBeUndefined();
    expect(() => instantFromIso(text)).toThrow(InvariantError);
  });
});

test('ISO text and instants are two ways to say one thing', () => {
  fc.assert(
    fc.property(anyMs, (ms) => {
      const instant = instantFromEpochMs(ms);
      expect(Temporal.Instant.from(toIso(instant)).epochMilliseconds).toBe(ms);
      expect(instantFromIso(toIso(instant))).toBe(instant);
    }),
    { numRuns: 1000 },
  );
});

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, Date.UTC(10_000, 0, 1), Date.UTC(1000, 0, 1) - 1])(
  '%d is no instant',
  (ms) => {
    expect(isEpochMs(ms)).toBe(false);
    expect(() => instantFromEpochMs(ms)).toThrow(InvariantError);
  },
);

test('order and distance', () => {
  const early = instantFromIso('2025-01-01T00:00:00Z');
  const late = addDuration(early, 1500);
  expect(toIso(late)).toBe('2025-01-01T00:00:01.500Z');
  expect([late, early].sort(compareInstants)).toEqual([early, late]);
  expect(compareInstants(late, late)).toBe(0);
  expect(early < late).toBe(true);
  expect(msBetween(early, late)).toBe(1500);
  expect(epochMs(addDuration(late, -1500))).toBe(epochMs(early));
});

test('arithmetic and plain numbers do not compile', () => {
  const instant = instantFromEpochMs(0);
  const wrong = (): unknown[] => [
    // @ts-expect-error arithmetic is named
    instant + 1,
    // @ts-expect-error arithmetic is named
    instant - instant,
    // @ts-expect-error a number is not an instant
    toIso(0),
    // @ts-expect-error an instant is not a number
    Math.abs(instant),
  ];
  expect(wrong).toBeTypeOf('function');
});
