/** Rows that the user forced in several times, and corrections of them. Source: review of issue 7, session 8 (code 8 to 10). */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Ask, type ImportDesk, openDesk } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

const ask: Ask = (name, request) => desk.ask(name, request);

async function counted(): Promise<readonly string[]> {
  const { rows } = await ask('holdings.transactions', { offset: 0, limit: 100 });
  return rows.filter((row) => row.counted).map(({ words }) => words);
}
async function balanceOf(asset: string): Promise<string | undefined> {
  const { balances } = await ask('holdings.balanceCheck', {});
  return balances.find((one) => one.asset === asset)?.computed;
}
const codes = async (): Promise<readonly string[]> =>
  (await ask('holdings.read', {})).issues.map(({ code }) => code);

const strange = [
  'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark',
  '1,2021-02-03 04:05:16,Spot,Strange Thing,ETH,1.5,""',
  '',
].join('\n');

it('a repeat that is forced in three times counts three times', async () => {
  await desk.bring(
    [
      'Uid,Time,Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade ID,Order ID',
      '77,2025-05-02 01:00:00,ETHUSDT,SELL,1850.5,3,5551.5,2.2206 USDT,0,false,false,11223344,998877665544',
    ].join('\n'),
    'trades.csv',
  );
  await desk.bring(
    [
      'Date(UTC),type,Amount,Asset,Symbol,Transaction ID',
      '2025-05-02 01:00:00,COMMISSION,-2.2206,USDT,ETHUSDT,11223344',
    ].join('\n'),
    'income.csv',
  );
  expect(await balanceOf('USDT')).toBe('-2.2206');
  const { rows } = await ask('holdings.transactions', { offset: 0, limit: 10, notCounted: true });
  const event = rows[0]?.event ?? '';
  for (const [copies, balance] of [
    [1, '-4.4412'],
    [3, '-8.8824'],
  ] as const) {
    await ask('imports.decide', { decisions: [{ event, choice: 'in', copies }] });
    expect(await balanceOf('USDT')).toBe(balance);
  }
});

it('copies of a row are known by their row: shown, decided and corrected with it', async () => {
  await desk.bring(strange, 'statement.csv');
  const event = (await ask('imports.review', {})).rows[0]?.event ?? '';
  await ask('imports.decide', { decisions: [{ event, choice: 'in', copies: 2 }] });
  const { rows } = await ask('imports.review', {});
  expect(rows.map(({ raw }) => raw.includes('Strange Thing'))).toEqual([true, true]);
  const copy = rows.find((row) => row.event !== event)?.event ?? '';
  expect((await ask('holdings.explain', { id: `event:${copy}` })).rows).toMatchObject([{ line: 2 }]);
  const { batch } = await ask('imports.classify', { event: copy, kind: 'income', reason: 'airdrop' });
  expect((await ask('imports.review', {})).total).toBe(0);
  expect(await counted()).toEqual(Array(2).fill('Income of 1.5 ETH (airdrop)'));
  await desk.undo(batch);
  await ask('imports.decide', { decisions: [{ event: copy, choice: 'out' }] });
  expect(await counted()).toEqual([]);
});

it('a correction counts while its row is there, and never beside it', async () => {
  const { batches } = await desk.bring(strange, 'statement.csv');
  const event = (await ask('imports.review', {})).rows[0]?.event ?? '';
  await ask('imports.classify', { event, kind: 'income', reason: 'airdrop' });
  expect(await counted()).toEqual(['Income of 1.5 ETH (airdrop)']);
  expect(await codes()).not.toContain('events/correction-without-row');
  await desk.undo(batches[0]!.id);
  expect(await counted()).toEqual([]);
  expect(await codes()).toContain('events/correction-without-row');
  // Read in another zone the row is another one: it counts, and waits to be reviewed again.
  await desk.confirm({ upload: desk.upload(strange, 'statement.csv'), timeZone: 'Europe/Berlin' });
  expect(await balanceOf('ETH')).toBe('1.5');
  expect((await ask('imports.review', {})).total).toBe(1);
});
