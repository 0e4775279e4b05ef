import { expect, it } from 'vitest';
import { instantFromIso } from '../../../shared/time/instant.ts';
import { DAY_MS, HOUR_MS, isLastOf } from './last-of.ts';

const minutes = (count: number): number => count * 60_000;

it.each([
  ['2026-07-01T11:00:00Z', HOUR_MS, minutes(5), true],
  ['2026-07-01T10:55:00Z', HOUR_MS, minutes(5), false],
  ['2026-07-01T10:55:03Z', HOUR_MS, minutes(5), true], // the next one is late by as much
  ['2026-07-01T11:05:00Z', HOUR_MS, minutes(5), false],
  ['2026-07-02T00:00:00Z', DAY_MS, HOUR_MS, true],
  ['2026-07-01T23:00:00Z', DAY_MS, HOUR_MS, false],
  ['2026-07-01T04:00:00Z', DAY_MS, DAY_MS, true], // days that begin at another hour
  ['2026-07-06T00:00:00Z', DAY_MS, 7 * DAY_MS, true],
] as const)('%s, of %i ms, every %i ms: %s', (end, unit, step, expected) => {
  expect(isLastOf(unit, instantFromIso(end), step)).toBe(expected);
});
