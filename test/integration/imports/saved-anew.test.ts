/** A file that a spreadsheet has saved anew is refused; what only resembles one is not. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { importHandlers } from '../../../src/main/core/services/imports/import-handlers.ts';
import { type ImportDesk, openDesk, spotFile, spotRow } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

async function bring(text: string, choice: { readonly asOtherRows?: boolean } = {}): Promise<string> {
  const files = [{ upload: desk.upload(text, 'Export.csv'), ...choice }];
  const answer = await importHandlers['imports.confirm']({ files, skipBadRows: false }, desk.context());
  return answer.ok ? `${answer.value.added} new, ${answer.value.already} already` : answer.failure.code;
}

const numbers = [0, 1, 2, 3, 4, 5];

/** Kraken's ledgers: a deposit a day, as the exchange writes it, and as a spreadsheet does: without seconds. */
const kraken = (row: (day: number) => string): string =>
  [
    '"txid","refid","time","type","subtype","aclass","asset","amount","fee","balance"',
    ...numbers.map(row),
    '',
  ].join('\n');
const krakenRow = (day: number): string =>
  `"L${day}","R${day}","2024-01-0${day + 1} 03:04:05","deposit","","currency","XXBT","0.1000000000","0.0000000000","${day + 1}.1000000000"`;
const krakenSaved = (day: number): string =>
  `L${day},R${day},2024-01-0${day + 1} 03:04,deposit,,currency,XXBT,0.1,0,${day + 1}.1`;

const koinly = (row: (day: number) => string): string =>
  [
    'Date,Sent Amount,Sent Currency,Received Amount,Received Currency,Fee Amount,Fee Currency,Net Worth Amount,Net Worth Currency,Label,Description,TxHash',
    ...numbers.map(row),
    '',
  ].join('\n');
const koinlyRow = (day: number): string =>
  `2024-01-0${day + 1} 03:04:05 UTC,,,0.00002000,BTC,,,,,reward,,0x${day}`;
const koinlySaved = (day: number): string =>
  `2024-01-0${day + 1} 03:04:05 UTC,,,2E-05,BTC,,,,,reward,,0x${day}`;

const spot = spotFile(...numbers.map((at) => spotRow(at)));
const spotSaved = spotFile(
  ...numbers.map((at) => spotRow(at).replace(`,${90000 + at},`, `,${90000 + at}.0,`)),
);

it.each([
  ['Kraken ledgers', kraken(krakenRow), kraken(krakenSaved)],
  ['Koinly', koinly(koinlyRow), koinly(koinlySaved)],
])(
  '%s: refused, whichever came first; taken in where the user says that they are other rows',
  async (_, one, other) => {
    expect(await bring(one)).toBe('6 new, 0 already');
    const before = desk.ledger.hash();
    expect(await bring(other)).toBe('import/looks-saved-anew');
    expect(desk.ledger.hash()).toBe(before);
    const { files } = await desk.preview({ upload: desk.upload(other, 'Export.csv') });
    expect(files[0]?.problems).toMatchObject([{ code: 'import/looks-saved-anew', severity: 'error' }]);
    expect(await bring(other, { asOtherRows: true })).toBe('6 new, 0 already');
    for (const { id } of await desk.ledger.read.batches()) await desk.undo(id);
    expect(await bring(other)).toBe('6 new, 0 already');
    expect(await bring(one)).toBe('import/looks-saved-anew');
  },
);

it('a file of the next month, with the last days of this one, is none', async () => {
  expect(await bring(spotFile(...numbers.map((at) => spotRow(at))))).toBe('6 new, 0 already');
  expect(await bring(spotFile(...numbers.map((at) => spotRow(at + 4))))).toBe('4 new, 2 already');
});

it('nor are the rows of another market in the same minutes, nor those of a bot half a minute later', async () => {
  expect(await bring(spot)).toBe('6 new, 0 already');
  expect(await bring(spot.replaceAll('BTCUSDT', 'BTCEUR').replaceAll('USDT,0', 'EUR,0'))).toBe(
    '6 new, 0 already',
  );
  expect(await bring(spot.replaceAll(':00,BTCUSDT', ':30,BTCUSDT'))).toBe('6 new, 0 already');
});

it('cells that are no numbers agree where they are the same', async () => {
  expect(await bring(spot)).toBe('6 new, 0 already');
  expect(await bring(spotSaved)).toBe('import/looks-saved-anew');
});
