/** In which time zone a file was read, and where that is known from, is kept; where it is only assumed, that is said. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type ImportDesk, openDesk } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  for (const { id } of await desk.ledger.read.batches()) await desk.undo(id);
});
afterAll(() => desk.end());

const fills = (time: string): string =>
  `${time},Pair,Side,Price,Executed,Amount,Fee\n2025-01-05 10:00:00,BTCUSDT,BUY,90000,0.001BTC,90USDT,0.1USDT\n`;
const own = (time: string): string =>
  `Time,Kind,Account,Received Asset,Received Quantity\n${time},deposit,Safe,BTC,1\n`;
const futures =
  'Uid,Time,Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade ID,Order ID\n' +
  '1,2025-01-14 09:30:21,BTCUSDT,SELL,96840.1,0.12,11620.812,5.8 USDT,0,false,false,7,8\n';

it.each([
  ['a column says it', 'a.csv', fills('Date(UTC+2)'), undefined, '+02:00 file', false],
  ['the name says it', 'Trade-History-202501(UTC+9)_1.csv', futures, undefined, '+09:00 file-name', false],
  ['nobody says it', 'a.csv', futures, undefined, 'UTC assumed', true],
  ['the user says it', 'a.csv', futures, 'Europe/Berlin', 'Europe/Berlin given', false],
  ['each row says it', 'a.csv', own('2025-01-05T10:00:00Z'), undefined, 'UTC unused', false],
  ['a row does not say it', 'a.csv', own('2025-01-05 10:00:00'), undefined, 'UTC assumed', true],
  [
    'each price says it',
    'a.csv',
    'Time,Asset,Price\n2025-01-05T10:00:00Z,BTC,90000\n',
    undefined,
    'UTC unused',
    false,
  ],
  [
    'a price of a day has no hour',
    'a.csv',
    'Time,Kind,Account,Asset,Price\n2025-01-05,price,,BTC,90000\n',
    undefined,
    'UTC assumed',
    false,
  ],
])('%s', async (_, file, text, timeZone, expected, isWarned) => {
  const choice = { upload: desk.upload(text, file), ...(timeZone === undefined ? {} : { timeZone }) };
  const { files } = await desk.preview(choice);
  const warned = files[0]?.problems.filter(({ code }) => code === 'import/zone-assumed');
  expect(warned?.map(({ severity }) => severity)).toEqual(isWarned ? ['warning'] : []);
  const { batches } = await desk.confirm(choice);
  const kept = batches.map((one) => `${one.timeZone} ${one.timeZoneFrom}`);
  expect(kept).toEqual([expected]);
});
