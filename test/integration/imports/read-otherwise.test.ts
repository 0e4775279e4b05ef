/** Rows are known by their text, so two files that share rows must be read alike: if not, that is said and nothing is guessed. */
import { hash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { importHandlers } from '../../../src/main/core/services/imports/import-handlers.ts';
import type { CallRequest } from '../../../src/shared/contract/contract.ts';
import { mappingHandlers } from '../../../src/main/core/services/mapping/mapping-handlers.ts';
import { binanceAccount } from '../../../src/main/importers/known-accounts.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { tradeRows } from '../ledger/ledger.values.ts';
import { type ImportDesk, must, openDesk, spotFile, spotRow } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

type Choice = Omit<CallRequest<'imports.confirm'>['files'][number], 'upload'>;

async function bring(text: string, choice: Choice = {}, file = 'a.csv'): Promise<string> {
  const files = [{ upload: desk.upload(text, file), ...choice }];
  const answer = await importHandlers['imports.confirm']({ files, skipBadRows: false }, desk.context());
  return answer.ok ? `${answer.value.added} new, ${answer.value.already} already` : answer.failure.code;
}

const movements = (...dates: readonly string[]): string =>
  [
    '#,DATE,STATUS,AMOUNT,FEES,DESCRIPTION,CURRENCY,TRANSACTION ID',
    ...dates.map((date, at) => `${at + 1},${date} 10:00:00,COMPLETED,5,0,deposit,BTC,tx${at + 1}`),
    '',
  ].join('\n');

it('the same file in another order of dates is refused, with the import to take back', async () => {
  const text = movements('01-02-25', '03-04-25');
  expect(await bring(text, { dateOrder: 'day-first' })).toBe('2 new, 0 already');
  expect(await bring(text, { dateOrder: 'month-first' })).toBe('import/file-read-otherwise');
  expect(await bring(text, { dateOrder: 'day-first' })).toBe('0 new, 2 already');
});

it('so is a whole file whose other rows prove that a part was read wrongly, and the part after the whole', async () => {
  const part = movements('01-02-25', '03-04-25');
  const whole = movements('01-02-25', '03-04-25', '25-04-25');
  expect(await bring(part, { dateOrder: 'month-first' })).toBe('2 new, 0 already');
  expect(await bring(whole)).toBe('import/overlap-read-otherwise');
  for (const { id } of await desk.ledger.read.batches()) await desk.undo(id);
  expect(await bring(whole)).toBe('3 new, 0 already');
  expect(await bring(part, { dateOrder: 'month-first' })).toBe('import/overlap-read-otherwise');
  expect(await bring(part, { dateOrder: 'day-first' })).toBe('0 new, 2 already');
});

const fills = (...times: readonly string[]): string =>
  [
    'Uid,Time,Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade ID,Order ID',
    ...times.map(
      (time, at) =>
        `1,${time},BTCUSDT,SELL,96840.1,0.12,11620.812,5.8 USDT,0,false,false,${time.slice(8, 10)},8${at}`,
    ),
    '',
  ].join('\n');
const own = (...times: readonly string[]): string =>
  [
    'Time,Kind,Account,Received Asset,Received Quantity',
    ...times.map((time) => `${time},deposit,Safe,BTC,1`),
    '',
  ].join('\n');

it('files that share rows are read in one time zone, unless each row says its own', async () => {
  const one = fills('2025-02-01 10:00:00', '2025-02-02 10:00:00');
  const two = `${one}1,2025-02-03 10:00:00,BTCUSDT,SELL,96840.1,0.12,11620.812,5.8 USDT,0,false,false,3,99\n`;
  expect(await bring(one, { timeZone: 'Europe/Berlin' })).toBe('2 new, 0 already');
  expect(await bring(two, {}, 'b.csv')).toBe('import/overlap-read-otherwise');
  expect(await bring(two, { timeZone: 'Europe/Berlin' }, 'b.csv')).toBe('1 new, 2 already');
  const zoned = own('2025-03-01T10:00:00Z', '2025-03-02T10:00:00Z');
  expect(await bring(zoned, { timeZone: 'Europe/Berlin' }, 'c.csv')).toBe('2 new, 0 already');
  expect(await bring(`${zoned}2025-03-03T10:00:00Z,deposit,Safe,BTC,1\n`, {}, 'd.csv')).toBe(
    '1 new, 2 already',
  );
});

/** As a program before version 7 of the ledger stored a file: without texts of rows and without a layout. */
async function bringByOlderProgram(text: string, rows: readonly number[]): Promise<void> {
  const transaction = await desk.ledger.write.beginImport();
  must(transaction.storeAccounts([binanceAccount]));
  const fileHash = hash('sha256', text);
  const { clock } = desk.context();
  must(
    transaction.startFile({
      file: 'old.csv',
      fileHash,
      format: 'binance-spot',
      account: binanceAccount.id,
      importedAt: clock,
    }),
  );
  const events = rows.map((at) => {
    const [row] = tradeRows(at, at + 1);
    const legs = row!.event.legs.map((leg) => ({ ...leg, account: binanceAccount.id }));
    return { ...row!, event: { ...row!.event, legs, time: instantFromIso(`2025-01-01T00:0${at}:00Z`) } };
  });
  must(transaction.store(events));
  must(await transaction.commit());
}

it('a file that an earlier program read otherwise is refused; one that overlaps it is warned of', async () => {
  const text = spotFile(spotRow(1), spotRow(5), spotRow(9));
  await bringByOlderProgram(text, [1, 9]);
  expect(await bring(text)).toBe('import/read-by-earlier-version');
  const longer = spotFile(spotRow(1), spotRow(5), spotRow(9), spotRow(20));
  const { files } = await desk.preview({ upload: desk.upload(longer, 'longer.csv') });
  expect(files[0]?.problems).toMatchObject([
    {
      code: 'import/read-by-earlier-version',
      severity: 'warning',
      message: expect.stringContaining('3 rows of "longer.csv"'),
    },
  ]);
});

it('a mapping that was put right says which import has the rows as they were', async () => {
  const lines = [
    'When,Kind,Coin,How Much,Costs',
    '2025-03-01 10:00:00,Deposit,USDT,1000,0',
    '2025-03-02 10:00:00,Zorb,ADA,5,0.1',
    '',
  ];
  const upload = desk.upload(lines.join('\n'), 'Zorblatt.csv');
  const { profile } = must(await mappingHandlers['mapping.suggest']({ upload }, desk.context()));
  const savedAs = async (means: 'income' | 'deposit'): Promise<void> => {
    const meaning =
      means === 'income' ? { word: 'zorb', means, reason: 'staking' as const } : { word: 'zorb', means };
    const meanings = [...profile.meanings.filter(({ word }) => word !== 'zorb'), meaning];
    must(await mappingHandlers['mapping.save']({ profile: { ...profile, meanings } }, desk.context()));
  };
  await savedAs('deposit');
  expect(await bring(lines.join('\n'))).toBe('2 new, 0 already');
  expect((await desk.preview({ upload })).files[0]?.problems).toEqual([]);
  await savedAs('income');
  expect((await desk.preview({ upload })).files[0]?.problems).toMatchObject([
    {
      code: 'import/mapping-changed',
      severity: 'warning',
      message: expect.stringMatching(/^2 rows of .*import \d+/u),
    },
  ]);
});
