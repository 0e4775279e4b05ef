import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { InvariantError } from '../invariant.ts';
import { epochMs, instantFromEpochMs, instantFromIso, toIso } from './instant.ts';
import { dateText, localDate } from './local-date.ts';
import {
  endOfDay,
  instantOfLocal,
  localDateOf,
  parseTimeZone,
  startOfDay,
  timeZone,
  timeZoneText,
  utc,
} from './time-zone.ts';
import type { LocalDateTime } from './time-zone.ts';

const zoneNames = [
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Dublin',
  'Europe/Lisbon',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Asia/Tehran',
  'Asia/Gaza',
  'Asia/Pyongyang',
  'Africa/Casablanca',
  'Africa/Cairo',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Caracas',
  'America/Havana',
  'America/Santiago',
  'Antarctica/Troll',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
  '+14:00',
  '-14:00',
  '+05:45',
  '-00:30',
];

const from = Date.UTC(2009, 0, 1);
const to = Date.UTC(2101, 0, 1);
const anyZoneName = fc.constantFrom(...zoneNames);
const anyInstantMs = fc.oneof(
  fc.integer({ min: from, max: to }),
  fc.integer({ min: from, max: Date.UTC(2030, 0, 1) }),
);

/** Milliseconds around a change of the clock, where the mistakes are; any where the zone never changes. */
const nearChange = fc
  .tuple(anyZoneName, anyInstantMs, fc.integer({ min: -90_000_000, max: 90_000_000 }))
  .map(([zone, ms, distance]) => {
    const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
    const change = at.getTimeZoneTransition('next') ?? at;
    return { zone, ms: change.epochMilliseconds + distance };
  });
const anywhere = fc.tuple(anyZoneName, anyInstantMs).map(([zone, ms]) => ({ zone, ms }));
const anyMoment = fc.oneof(nearChange, anywhere);

function zoned(ms: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
}

describe('names of zones', () => {
  test.each([
    ['UTC', 'UTC'],
    ['utc', 'UTC'],
    ['europe/berlin', 'Europe/Berlin'],
    ['Asia/Kathmandu', 'Asia/Kathmandu'],
    ['+02:00', '+02:00'],
    ['-1400', '-14:00'],
    ['+05', '+05:00'],
  ])('%s is %s', (text, expected) => expect(timeZoneText(timeZone(text))).toBe(expected));

  test.each([
    '',
    'Z',
    'Mars/Olympus',
    '+25:00',
    '02:00',
    '+2',
    '+02:00:00',
    ' UTC',
    '2025-01-01[UTC]',
    'Europe/Berlin\n',
  ])('%j is none', (text) => {
    expect(parseTimeZone(text)).toBeUndefined();
    expect(() => timeZone(text)).toThrow(InvariantError);
  });
});

describe('the date at an instant', () => {
  test.each([
    ['2024-12-31T23:59:59.999Z', 'UTC', '2024-12-31'],
    ['2025-01-01T00:00:00Z', 'UTC', '2025-01-01'],
    ['2025-01-01T04:59:59.999Z', 'America/New_York', '2024-12-31'],
    ['2025-01-01T05:00:00Z', 'America/New_York', '2025-01-01'],
    ['2024-12-31T23:00:00Z', 'Europe/Berlin', '2025-01-01'],
    ['2024-12-31T18:14:59.999Z', 'Asia/Kathmandu', '2024-12-31'],
    ['2024-12-31T18:15:00Z', 'Asia/Kathmandu', '2025-01-01'],
    ['2024-12-31T10:00:00Z', '+14:00', '2025-01-01'],
    ['2025-01-01T13:59:59.999Z', '-14:00', '2024-12-31'],
    ['2011-12-30T09:59:59.999Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
    ['1969-12-31T23:59:59.999Z', 'UTC', '1969-12-31'],
  ])('%s in %s is %s', (iso, zone, expected) => {
    expect(dateText(localDateOf(instantFromIso(iso), timeZone(zone)))).toBe(expected);
  });

  test('is Temporal’s', () => {
    fc.assert(
      fc.property(anyMoment, ({ zone, ms }) => {
        const expected = zoned(ms, zone).toPlainDate().toString();
        expect(dateText(localDateOf(instantFromEpochMs(ms), timeZone(zone)))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the instant of a local time', () => {
  test.each([
    ['2025-03-09T02:30:00.000', 'America/New_York', '2025-03-09T07:30:00Z', 'skipped'],
    ['2025-11-02T01:30:00.000', 'America/New_York', '2025-11-02T05:30:00Z', 'ambiguous'],
    ['2025-11-02T02:00:00.000', 'America/New_York', '2025-11-02T07:00:00Z', 'once'],
    ['2025-03-30T02:00:00.000', 'Europe/Berlin', '2025-03-30T01:00:00Z', 'skipped'],
    ['2025-03-30T03:00:00.000', 'Europe/Berlin', '2025-03-30T01:00:00Z', 'once'],
    ['2025-10-26T02:59:59.999', 'Europe/Berlin', '2025-10-26T00:59:59.999Z', 'ambiguous'],
    ['2025-10-05T02:15:00.000', 'Australia/Lord_Howe', '2025-10-04T15:45:00Z', 'skipped'],
    ['2025-04-06T01:45:00.000', 'Australia/Lord_Howe', '2025-04-05T14:45:00Z', 'ambiguous'],
    ['2025-01-01T00:00:00.000', 'Asia/Kathmandu', '2024-12-31T18:15:00Z', 'once'],
    ['2011-12-30T12:00:00.000', 'Pacific/Apia', '2011-12-30T22:00:00Z', 'skipped'],
  ])('%s in %s is %s, %s', (local, zone, iso, how) => {
    const located = instantOfLocal(fields(Temporal.PlainDateTime.from(local)), timeZone(zone));
    expect(toIso(located.instant)).toBe(iso);
    expect({ ambiguous: located.ambiguous, skipped: located.skipped }).toEqual({
      ambiguous: how === 'ambiguous',
      skipped: how === 'skipped',
    });
  });

  test('is Temporal’s, and says when it is not the only one', () => {
    fc.assert(
      fc.property(anyMoment, ({ zone, ms }) => {
        const local = Temporal.PlainDateTime.from(zoned(ms, 'UTC').toPlainDateTime());
        const candidates = (['earlier', 'later'] as const).map((disambiguation) =>
          local.toZonedDateTime(zone, { disambiguation }),
        );
        const shown = candidates.map((candidate) => candidate.toPlainDateTime().equals(local));
        const differ = candidates[0]?.epochMilliseconds !== candidates[1]?.epochMilliseconds;
        expect(instantOfLocal(fields(local), timeZone(zone))).toEqual({
          instant: local.toZonedDateTime(zone).epochMilliseconds,
          ambiguous: differ && shown.every(Boolean),
          skipped: !shown.some(Boolean),
        });
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    { month: 13 },
    { day: 30, month: 2 },
    { hour: 24 },
    { minute: 60 },
    { second: 60 },
    { ms: 1000 },
    { ms: 0.5 },
    { hour: -1 },
  ])('without such a time (%j) is a bug', (field) => {
    const noon: LocalDateTime = { year: 2025, month: 1, day: 1, hour: 12, minute: 0, second: 0, ms: 0 };
    expect(() => instantOfLocal({ ...noon, ...field }, utc)).toThrow(InvariantError);
  });
});

function fields(t: Temporal.PlainDateTime): LocalDateTime {
  const { year, month, day, hour, minute, second, millisecond: ms } = t;
  return { year, month, day, hour, minute, second, ms };
}

describe('a day in a zone', () => {
  test.each([
    ['2025-01-01', 'UTC', '2025-01-01T00:00:00Z', '2025-01-01T23:59:59.999Z'],
    ['2025-03-09', 'America/New_York', '2025-03-09T05:00:00Z', '2025-03-10T03:59:59.999Z'],
    ['2025-11-02', 'America/New_York', '2025-11-02T04:00:00Z', '2025-11-03T04:59:59.999Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z', '2018-11-05T01:59:59.999Z'],
    ['2025-10-05', 'Australia/Lord_Howe', '2025-10-04T13:30:00Z', '2025-10-05T12:59:59.999Z'],
    ['2025-06-01', '-14:00', '2025-06-01T14:00:00Z', '2025-06-02T13:59:59.999Z'],
  ])('%s in %s runs from %s to %s', (date, zone, start, end) => {
    expect(toIso(startOfDay(localDate(date), timeZone(zone)))).toBe(start);
    expect(toIso(endOfDay(localDate(date), timeZone(zone)))).toBe(end);
  });

  test('holds the instants whose date it is', () => {
    // St John's set its clock back at 00:01 until 2011: for a minute it was tomorrow already.
    const zones = fc.constantFrom(...zoneNames.filter((name) => name !== 'America/St_Johns'));
    fc.assert(
      fc.property(zones, anyInstantMs, (name, ms) => {
        const zone = timeZone(name);
        const date = localDateOf(instantFromEpochMs(ms), zone);
        expect(epochMs(startOfDay(date, zone))).toBeLessThanOrEqual(ms);
        expect(epochMs(endOfDay(date, zone))).toBeGreaterThanOrEqual(ms);
      }),
      { numRuns: 1000 },
    );
  });
});
