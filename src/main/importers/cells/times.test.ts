import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantFromEpochMs, toIso } from '../../../shared/time/instant.ts';
import { timeZone, utc } from '../../../shared/time/time-zone.ts';
import type { DateOrder } from './date-order.ts';
import { createTimeReader } from './times.ts';

function read(cell: string, zone = utc, order?: DateOrder): string | null {
  const time = createTimeReader(zone, order)(cell);
  return time === null ? null : toIso(time.instant);
}

describe('createTimeReader', () => {
  it.each([
    ['2025-01-02 03:04:05', '2025-01-02T03:04:05Z'],
    ['2025-01-02T03:04:05', '2025-01-02T03:04:05Z'],
    ['2025-01-02 03:04:05.6', '2025-01-02T03:04:05.600Z'],
    ['2025-01-02 03:04:05.123456', '2025-01-02T03:04:05.123Z'],
    ['25-01-02 03:04:05', '2025-01-02T03:04:05Z'],
    [' 2025-01-02 03:04:05 ', '2025-01-02T03:04:05Z'],
    ['2025-01-02 03:04', '2025-01-02T03:04:00Z'],
    ['2024-12-19 17:59:59 UTC', '2024-12-19T17:59:59Z'],
    ['2024-12-19T17:59:59Z', '2024-12-19T17:59:59Z'],
    ['2024-12-19T17:59:59.250+02:00', '2024-12-19T15:59:59.250Z'],
    ['2024-12-19 17:59:59 +0000', '2024-12-19T17:59:59Z'],
    ['1.11.2021 6:01', '2021-11-01T06:01:00Z'],
    ['31.12.2021 23:59:58', '2021-12-31T23:59:58Z'],
    ['1720000000123', '2024-07-03T09:46:40.123Z'],
    ['1720000000', '2024-07-03T09:46:40Z'],
    ['1720000000.25', '2024-07-03T09:46:40.250Z'],
    ['1720000000123456', '2024-07-03T09:46:40.123Z'],
    // Bybit, Bitstamp, Interactive Brokers, dali, Koinly
    ['09:28 2023-06-19', '2023-06-19T09:28:00Z'],
    ['09:28:15 2023-06-19', '2023-06-19T09:28:15Z'],
    ['Jan. 28, 2022, 12:13 AM', '2022-01-28T00:13:00Z'],
    ['Sept. 8, 2022, 12:13 p.m.', '2022-09-08T12:13:00Z'],
    ['May 28, 2022, 01:13 PM', '2022-05-28T13:13:00Z'],
    ['28 Jan 2022 23:59:59', '2022-01-28T23:59:59Z'],
    ['28-Jan-2022 23:59:59', '2022-01-28T23:59:59Z'],
    ['20260501;101500', '2026-05-01T10:15:00Z'],
    ['2026-08-04, 07:01:59', '2026-08-04T07:01:59Z'],
    ['2026-08-04;07:01:59', '2026-08-04T07:01:59Z'],
    ['2026/08/04 07:01:59', '2026-08-04T07:01:59Z'],
    ['2026-8-4 7:01:59', '2026-08-04T07:01:59Z'],
    ['2018-01-01 14:25 UTC', '2018-01-01T14:25:00Z'],
    ['2018-12-01 22:00:00 +0000', '2018-12-01T22:00:00Z'],
    ['2018-12-01 22:00:00 +0000 UTC', '2018-12-01T22:00:00Z'],
    ['2022-01-25 02:58:40-0800', '2022-01-25T10:58:40Z'],
    ['2022-01-25 02:58:40-08', '2022-01-25T10:58:40Z'],
    ['2021-04-08T10:37:30.513000', '2021-04-08T10:37:30.513Z'],
    ['1.11.21 6:01', '2021-11-01T06:01:00Z'],
    ['2024-02-29 00:00:00', '2024-02-29T00:00:00Z'],
  ])('%s is %s', (cell, expected) => expect(read(cell)).toBe(expected));

  it.each([
    '',
    'yesterday',
    '2025-02-29 00:00:00',
    '2025-13-01 00:00:00',
    '2025-01-01 24:00:00',
    '2025-01-01 00:60:00',
    '2025-01-01 00:00:60',
    '2025-01-01',
    '13:00 PM 2025-01-01',
    '0:30 AM 2025-01-01',
    'Foo 28, 2022, 12:13 AM',
    '2025-01/02 00:00:00',
    '04/02/20 16:52:06',
    '20261301;101500',
    '19/06/2023 09:28',
    '1/2/2025 3:04:05 PM',
    '2025-01-01 00:00:00x',
    '2025-01-01  00:00:00',
    '12345',
    '31.2.2025 00:00',
  ])('%s is no time that can be told for certain', (cell) => expect(read(cell)).toBeNull());

  it.each([
    ['19/06/2023 09:28', 'day-first', '2023-06-19T09:28:00Z'],
    ['5/9/2017 21:14', 'day-first', '2017-09-05T21:14:00Z'],
    ['5/9/2017 21:14', 'month-first', '2017-05-09T21:14:00Z'],
    ['1/24/2020, 5:48:15 PM', 'month-first', '2020-01-24T17:48:15Z'],
    ['12/25/2019, 7:00:00 AM', 'month-first', '2019-12-25T07:00:00Z'],
    ['12/25/2019, 12:00:00 AM', 'month-first', '2019-12-25T00:00:00Z'],
    ['04-02-20 16:52:06', 'day-first', '2020-02-04T16:52:06Z'],
    ['04-02-20 16:52:06', 'month-first', '2020-04-02T16:52:06Z'],
    ['20-02-04 16:52:06', 'year-first', '2020-02-04T16:52:06Z'],
    ['20/02/04 16:52:06', 'year-first', '2020-02-04T16:52:06Z'],
    // what leaves nothing open stays what it is
    ['2020-02-04 16:52:06', 'month-first', '2020-02-04T16:52:06Z'],
    ['1.11.2021 6:01', 'month-first', '2021-11-01T06:01:00Z'],
    ['19/06/2023 09:28', 'month-first', null],
    ['19/06/2023 09:28', 'year-first', null],
  ] as const)('%s %s is %s', (cell, order, expected) => expect(read(cell, utc, order)).toBe(expected));

  it('puts times without a zone into the file’s', () => {
    expect(read('2025-07-01 12:00:00', timeZone('-06:00'))).toBe('2025-07-01T18:00:00Z');
    expect(read('2025-07-01 12:00:00', timeZone('Europe/Berlin'))).toBe('2025-07-01T10:00:00Z');
    expect(read('2025-01-01 12:00:00', timeZone('Europe/Berlin'))).toBe('2025-01-01T11:00:00Z');
    expect(read('2025-07-01 12:00:00Z', timeZone('Europe/Berlin'))).toBe('2025-07-01T12:00:00Z');
  });

  it('says where the clock was changed', () => {
    const berlin = createTimeReader(timeZone('Europe/Berlin'));
    expect(berlin('2025-10-26 02:30:00')?.doubtful).toBe(true);
    expect(berlin('2025-03-30 02:30:00')?.doubtful).toBe(true);
    expect(berlin('2025-10-26 03:30:00')?.doubtful).toBe(false);
  });

  it('gives back every time it could be shown', () => {
    const reader = createTimeReader(utc);
    const any = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31) });
    fc.assert(
      fc.property(any, (ms) => {
        const iso = new Date(ms).toISOString();
        expect(reader(iso.replace('T', ' ').slice(0, -1))?.instant).toBe(instantFromEpochMs(ms));
        expect(reader(iso)?.instant).toBe(instantFromEpochMs(ms));
        expect(reader(iso.slice(2, 19).replace('T', ' '))?.instant).toBe(
          instantFromEpochMs(ms - (ms % 1000)),
        );
      }),
    );
  });
});
