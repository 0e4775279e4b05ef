import { describe, expect, it } from 'vitest';
import { timeZoneText } from '../../shared/time/time-zone.ts';
import { zoneFact, zoneOfFileName, zoneOfText } from './zone-facts.ts';

describe('zoneOfText', () => {
  it.each([
    ['UTC', 'UTC'],
    ['UTCnull', 'UTC'],
    ['UTC+0', 'UTC'],
    ['UTC+02:00', '+02:00'],
    ['UTC+8', '+08:00'],
    ['UTC-3', '-03:00'],
    ['+01:00', '+01:00'],
    ['UTC+5:30', '+05:30'],
    ['America/Sao_Paulo', 'America/Sao_Paulo'],
    ['Mars/Olympus', undefined],
    ['UTC+25', undefined],
  ])('%s is %s', (text, zone) => {
    const found = zoneOfText(text);
    expect(found === undefined ? undefined : timeZoneText(found)).toBe(zone);
  });
});

describe('zoneOfFileName', () => {
  it.each([
    ['Binance-Spot-Trade-History-202605061200(UTC--6)_1.csv', '-06:00'],
    ['x(UTC+9)-part1-of1.csv', '+09:00'],
    ['x(UTC-3).csv', '-03:00'],
    ['x(UTC+5:30).csv', '+05:30'],
    ['x(UTC+0).csv', 'UTC'],
    ['OKX Trading History_a~b~UTC+8~x.csv', '+08:00'],
    ['Binance-UTC.csv', undefined],
  ])('%s is %s', (file, zone) => {
    const found = zoneOfFileName(file);
    expect(found === undefined ? undefined : timeZoneText(found)).toBe(zone);
  });
});

describe('zoneFact', () => {
  const preamble = { cells: [], line: 1, raw: 'UID:1,Account Type:Unified,Time Zone:UTC+8' };
  const fact = (file: string, rows: readonly (typeof preamble)[], zoneText: string | null): string => {
    const { zone, from } = zoneFact({ file, rows }, rows.length, zoneText);
    return `${timeZoneText(zone)} ${from}`;
  };
  it('asks the header, then the lines above, then the name, then assumes', () => {
    expect(fact('x(UTC+9).csv', [preamble], 'UTC+2')).toBe('+02:00 file');
    expect(fact('x(UTC+9).csv', [preamble], null)).toBe('+08:00 file');
    expect(fact('x(UTC+9).csv', [], null)).toBe('+09:00 file-name');
    expect(fact('x.csv', [], null)).toBe('UTC assumed');
    expect(fact('x.csv', [], 'nonsense')).toBe('UTC assumed');
  });
});
