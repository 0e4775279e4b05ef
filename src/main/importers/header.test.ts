import { describe, expect, it } from 'vitest';
import { columnNames } from './header.ts';

describe('columnNames', () => {
  it.each([
    [' Realized  Profit ', 'realized profit', null],
    ['Date (+01:00)', 'date', '+01:00'],
    ['Time(America/Sao_Paulo)', 'time', 'america/sao_paulo'],
    ['Date(UTCnull)', 'date', 'utcnull'],
    ['Timestamp (UTC)', 'timestamp', 'utc'],
    ['Filled Time(UTC+02:00)', 'filled time', 'utc+02:00'],
    ['Date & Time(UTC)', 'date & time', 'utc'],
    ['Amount（USDT）', 'amount（usdt）', null],
    ['Net Value (read-only)', 'net value (read-only)', null],
    ['Synced To Accounting At (UTC read-only)', 'synced to accounting at (utc read-only)', null],
  ])('%s', (cell, name, zoneText) => {
    expect(columnNames({ cells: [cell], line: 1, raw: cell })).toEqual([{ name, zoneText }]);
  });
});
