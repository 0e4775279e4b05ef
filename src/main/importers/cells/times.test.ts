import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantFromEpochMs, toIso } from '../../../shared/time/instant.ts';
import { timeZone, utc } from '../../../shared/time/time-zone.ts';
import { createTimeReader } from './times.ts';

function read(cell: string, zone = utc): string | null {
  const time = createTimeReader(zone)(cell);
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
    '2025-1-1 00:00:00',
    '19/06/2023 09:28',
    '1/2/2025 3:04:05 PM',
    '2025-01-01 00:00:00x',
    '2025-01-01  00:00:00',
    '12345',
    '31.2.2025 00:00',
  ])('%s is no time that can be told for certain', (cell) => expect(read(cell)).toBeNull());

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
