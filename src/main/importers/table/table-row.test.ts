/** A number that a file does not know is none: never zero. */
import { expect, test } from 'vitest';
import { readText } from '../read-text.fixture.ts';

/** A row of each format with an amount that is not stated. */
const rows: Readonly<Record<string, (amount: string) => readonly string[]>> = {
  'binance-statement': (amount) => [
    'UTC_Time,Account,Operation,Coin,Change,Remark',
    `2023-03-02 10:00:00,Spot,Deposit,BTC,${amount},""`,
  ],
  'binance-um-income': (amount) => [
    'Date(UTC),type,Amount,Asset,Symbol,Transaction ID',
    `2024-01-15 12:00:00,COMMISSION,${amount},USDT,BTCUSDT,700`,
  ],
  'kraken-ledgers': (amount) => [
    '"txid","refid","time","type","subtype","aclass","asset","amount","fee","balance"',
    `"L1","R1","2023-03-02 10:00:00","deposit","","currency","XXBT",${amount},0,1`,
  ],
};
const words = ['', 'null', 'n/a', '--', '-', 'NaN', 'none'];

test.each(Object.keys(rows).flatMap((format) => words.map((word) => [format, word] as const)))(
  '%s: an amount of "%s" is missing',
  (format, word) => {
    const read = readText((rows[format]?.(word) ?? []).join('\n'));
    expect(read).toMatchObject({ format, events: [], ignored: [] });
    expect(read.problemLines).toEqual(['2 error import/missing-value']);
  },
);
