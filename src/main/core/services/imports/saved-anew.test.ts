import { expect, test } from 'vitest';
import { isSavedAnew } from './saved-anew.ts';

/** Cases: an exchange's row, the other row, whether that is the same row as a spreadsheet writes it. */
test.each([
  // Binance spot: the date by the computer's own habit, seconds not shown.
  [
    '2024-01-02 03:04:05,BTCUSDT,BUY,42000.10,0.50000000,21000.05000000,0.00010000,BNB',
    '2024/1/2 3:04,BTCUSDT,BUY,42000.1,0.5,21000.05,0.0001,BNB',
    true,
  ],
  ['2024-01-02 15:04:05,BTCUSDT,BUY,42000.10,0.5', '1/2/2024 3:04:05 PM,BTCUSDT,BUY,42000.1,0.5', true],
  // Kraken ledgers: quotes, and digits beyond the fifteenth.
  [
    '"L1","R1","2024-01-02 03:04:05","trade","","currency","XXBT","0.1234567890123456","0.0000000000","1.0000000000"',
    'L1,R1,2024-01-02 03:04:05,trade,,currency,XXBT,0.123456789012346,0,1',
    true,
  ],
  // Koinly: small numbers, long ids.
  [
    '2024-01-02 03:04:05 UTC,0.00001,BTC,1.50,USD,0x1,123456789012345678',
    '2024-01-02 03:04:05 UTC,1E-05,BTC,1.5,USD,0x1,1.23457E+17',
    true,
  ],
  ['02.01.2024 03:04:05;1234.50;BTC', '02.01.2024 03:04;1.234,5;BTC', true],
  ['2024-01-02,deposit,TRUE,1.0', '2024-01-02,deposit,true,1', true],
  ['2024-01-02 03:04:05,BTCUSDT,BUY,1', '2024-01-02 03:04:05,BTCUSDT,BUY,1', false],
  // Two rows of a bot: other seconds, the same amounts, written alike.
  ['2024-01-02 03:04:05,BTCUSDT,BUY,42000.10,0.5', '2024-01-02 03:04:35,BTCUSDT,BUY,42000.10,0.5', false],
  [
    '2024-01-02 03:04:05,BTCUSDT,BUY,42000.10,0.5,11',
    '2024-01-02 03:04:05,BTCUSDT,BUY,42000.10,0.5,12',
    false,
  ],
  ['2024-01-02 03:04:05,BTCUSDT,BUY,42000.10,0.50', '2024/1/2 3:04,BTCUSDT,BUY,42000.1,0.6', false],
  ['2024-01-02 03:04:05,BTCUSDT,BUY,42000.10,0.50', '2024/1/2 3:05,BTCUSDT,BUY,42000.1,0.5', false],
  ['2024-01-02 03:04:05,BTCUSDT,BUY,1.52', '2024/1/2 3:04,BTCUSDT,BUY,1.5', false],
  ['2024-01-02 03:04:05,BTCUSDT,BUY,1', '2024/1/2 3:04,ETHUSDT,BUY,1', false],
  ['2024-01-02 03:04:05,BTCUSDT,BUY,1', '2024/1/2 3:04,BTCUSDT,BUY,1,2', false],
])('case %#', (one, other, expected) => {
  const delimiter = other.includes(';') ? ';' : ',';
  expect(isSavedAnew(one, other, delimiter)).toBe(expected);
  expect(isSavedAnew(other, one, one.includes(';') ? ';' : ',')).toBe(expected);
});
