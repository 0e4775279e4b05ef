/** Two numbers of a row that are possible each, while what they come to is more than a ledger holds: the row is told of. */
import { expect, it } from 'vitest';
import { readText } from '../../../src/main/importers/read-text.fixture.ts';

const files: readonly (readonly [
  format: string,
  column: string,
  header: string,
  row: (price: string, units: string) => string,
])[] = [
  [
    'bitfinex-trades',
    'price',
    '#,PAIR,AMOUNT,PRICE,FEE,FEE CURRENCY,DATE,ORDER ID',
    (price, units) => `901,BTC/USD,${units},${price},0,BTC,25-02-20 16:52:06,71`,
  ],
  [
    'mexc-spot-orders',
    'average filled price',
    'UID,Pairs,Time,Type,Direction,Average Filled Price,Order Price,Filled Quantity,Order Quantity,Order Amount,Status',
    (price, units) => `7,SOL_USDT,2025-04-01 01:02:03,Limit,Buy,${price},150,${units},2,300,Filled`,
  ],
  [
    'dali-manual',
    'spot price',
    'Unique ID,Timestamp,Asset,Exchange,Holder,Transaction Type,Spot Price,Crypto In,Crypto Fee,USD In No Fee,USD In With Fee,USD Fee,Notes',
    (price, units) => `d1,2025-06-28T14:38:40Z,BTC,Kraken,Ann,Buy,${price},${units},,,,10,bought`,
  ],
];

// A product of thirty-four digits before the point; thirty is what a number holds.
it.each(files)('%s', (format, column, header, row) => {
  const large = '12345678901234567';
  const read = readText([header, row('2', '3'), row(large, large)].join('\n'), { dateOrder: 'day-first' });
  expect(read).toMatchObject({ failure: null, format, rows: 2 });
  expect(read.events.map((event) => event.split(' ')[0])).toEqual(['2']);
  expect(read.problemLines).toEqual(['3 error import/too-large']);
  expect(read.problems[0]?.failure.message.toLowerCase()).toContain(`in column "${column}"`);
});
