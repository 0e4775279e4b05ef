import { describe, expect, it } from 'vitest';
import { createTimeReader } from '../cells/times.ts';
import { toIso } from '../../../shared/time/instant.ts';
import { utc } from '../../../shared/time/time-zone.ts';
import { plainTime, timeOfSheet } from './plain-time.ts';

const read = createTimeReader(utc, 'day-first');

describe('a time as a stranger writes it', () => {
  // Layouts of our own: no published export has them.
  it.each([
    ['Mon 5 Jan 2026 at 14h05', '2026-01-05T14:05:00Z'],
    ['Montag, 5. Jänner 2026 um 14:05 Uhr', '2026-01-05T14:05:00Z'],
    ['5. März 2026, 9:05', '2026-03-05T09:05:00Z'],
    ['Di 05.05.2026 09:05:07', '2026-05-05T09:05:07Z'],
    ['Thursday, January 15th 2026 2:05 PM', '2026-01-15T14:05:00Z'],
    ['15 de enero de 2026 14:05', '2026-01-15T14:05:00Z'],
    ['15 août 2026 14h05', '2026-08-15T14:05:00Z'],
    ['2026年1月5日 14:05:06', '2026-01-05T14:05:06Z'],
    ['2026-01-05 14:05 UTC+3', '2026-01-05T11:05:00Z'],
    ['2026-01-05 14:05:00 CET', '2026-01-05T13:05:00Z'],
    ['2026-01-05 14:05:00 UTC', '2026-01-05T14:05:00Z'],
    ['2026-01-05T14:05:00.123Z', '2026-01-05T14:05:00.123Z'],
  ])('%s', (text, expected) => {
    const time = read(plainTime(text));
    expect(time === null ? plainTime(text) : toIso(time.instant)).toBe(expected);
  });

  it('is no other word', () => {
    for (const text of ['yesterday', 'May be', 'Sun', 'Order 5 filled', 'BTC'])
      expect(read(plainTime(text))).toBeNull();
  });

  it('can be a day of a spreadsheet', () => {
    expect([timeOfSheet('46027.4375'), timeOfSheet('46027'), timeOfSheet('46027,5')]).toEqual([
      '2026-01-05 10:30:00',
      '2026-01-05 00:00:00',
      '2026-01-05 12:00:00',
    ]);
    expect([timeOfSheet('1234'), timeOfSheet('80000'), timeOfSheet('46027-1')]).toEqual([null, null, null]);
  });
});
