/** Which months files cover follows from what each import states, in whatever order they came. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readCoverageHandlers } from '../../../src/main/core/services/reconcile/read-coverage.ts';
import { type ImportDesk, must, openDesk, spotFile } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  for (const { id } of await desk.ledger.read.batches()) await desk.undo(id);
});
afterAll(() => desk.end());

function bought(...days: readonly string[]): string {
  return spotFile(...days.map((day) => `${day} 10:00:00,BTCUSDT,BUY,90000,0.001BTC,90USDT,0.00001BNB`));
}

/** "2025-01 Export.csv" for each month of trades; a gap has no file. */
async function trades(): Promise<readonly string[]> {
  const { accounts } = must(await readCoverageHandlers['imports.coverage']({}, desk.context()));
  const found = accounts[0]?.subjects.find(({ subject }) => subject === 'trades');
  return (found?.months ?? []).map(({ month, files }) =>
    [month, ...files.map(({ file }) => file).toSorted()].join(' '),
  );
}

it('two files of one name leave the gap between them, and are told apart by their import', async () => {
  const [one] = (await desk.bring(bought('2025-01-05', '2025-01-20'), 'Export.csv')).batches;
  const [two] = (await desk.bring(bought('2025-04-05'), 'Export.csv')).batches;
  expect(await trades()).toEqual(['2025-01 Export.csv', '2025-02', '2025-03', '2025-04 Export.csv']);
  const { accounts } = must(await readCoverageHandlers['imports.coverage']({}, desk.context()));
  const batches = accounts[0]?.subjects[0]?.months.flatMap(({ files }) => files.map(({ batch }) => batch));
  expect(batches).toEqual([one!.id, two!.id]);
});

it('a file whose rows another brought covers them too, whichever came first; an undo takes its part', async () => {
  const whole = bought('2025-01-05', '2025-02-05', '2025-03-05');
  const part = bought('2025-02-05', '2025-03-05');
  const expected = ['2025-01 whole.csv', '2025-02 part.csv whole.csv', '2025-03 part.csv whole.csv'];
  for (const order of [
    ['whole.csv', 'part.csv'],
    ['part.csv', 'whole.csv'],
  ]) {
    for (const file of order) await desk.bring(file === 'part.csv' ? part : whole, file);
    expect(await trades()).toEqual(expected);
    const first = (await desk.ledger.read.batches()).find(({ file }) => file === 'whole.csv');
    await desk.undo(first!.id);
    expect(await trades()).toEqual(['2025-02 part.csv', '2025-03 part.csv']);
    for (const { id } of await desk.ledger.read.batches()) await desk.undo(id);
    expect(await desk.ledger.read.coverage()).toEqual([]);
  }
});

it('the same file changes what is covered, and not the content hash', async () => {
  const rows = bought('2025-01-05', '2025-02-05');
  await desk.bring(rows, 'one.csv');
  const hash = desk.ledger.hash();
  await desk.bring(`${rows}\n`, 'two.csv');
  expect(await trades()).toEqual(['2025-01 one.csv two.csv', '2025-02 one.csv two.csv']);
  expect(desk.ledger.hash()).toBe(hash);
});

it('rows of a statement that are a trade only together cover trades', async () => {
  await desk.bring(
    [
      'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark',
      '1,2025-01-05 10:00:00,Spot,Transaction Buy,BTC,0.1,',
      '1,2025-01-05 10:00:00,Spot,Transaction Spend,USDT,-9000,',
      '1,2025-03-05 10:00:00,Spot,Deposit,USDT,5,',
      '',
    ].join('\n'),
    'statement.csv',
  );
  expect(await trades()).toEqual(['2025-01 statement.csv', '2025-02 statement.csv', '2025-03 statement.csv']);
});
