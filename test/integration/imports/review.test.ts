/** What the user says of rows that nobody knows: several that are one trade, and coins paid for outside. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallAnswer, CallRequest } from '../../../src/shared/contract/contract.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import { type Ask, type ImportDesk, openDesk } from './import-desk.fixture.ts';

type Row = CallAnswer<'imports.review'>['rows'][number];

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

const ask: Ask = (name, request) => desk.ask(name, request);

async function refusal(request: CallRequest<'imports.classify'>): Promise<string> {
  const answer = await handlers['imports.classify'](request, desk.context());
  return answer.ok ? 'done' : answer.failure.code;
}

const statement = (...rows: readonly string[]): string =>
  ['User_ID,UTC_Time,Account,Operation,Coin,Change,Remark', ...rows.map((row) => `7,${row},`)].join('\n');
const dust = (what: string): string => `2025-03-05 10:00:00,Spot,Small assets exchange BNB,${what}`;
const peer = (what: string): string => `2025-03-06 10:00:00,Funding,P2P Trading,${what}`;

/** Open rows by asset and amount: "BNB 0.01". */
async function openRows(): Promise<ReadonlyMap<string, Row>> {
  const { rows } = await ask('imports.review', {});
  return new Map(rows.map((row) => [row.effect.map((one) => `${one.asset} ${one.quantity}`).join(), row]));
}
const idOf = (rows: ReadonlyMap<string, Row>, of: string): string => rows.get(of)?.event ?? of;

/** What counts, the latest first. */
async function events(): Promise<readonly string[]> {
  const { rows } = await ask('holdings.transactions', { offset: 0, limit: 100 });
  return rows.filter(({ counted }) => counted).map(({ words }) => words);
}
async function balances(): Promise<Readonly<Record<string, string>>> {
  const answer = await ask('holdings.balanceCheck', {});
  return Object.fromEntries(answer.balances.map(({ asset, computed }) => [asset, computed]));
}

it('several rows are said to be one trade: it takes their place, and undo brings them back', async () => {
  await desk.bring(statement(...['ADA,-5', 'BNB,0.01', 'DOT,-1', 'BNB,0.02'].map(dust)), 'statement.csv');
  const [before, rows] = [desk.ledger.hash(), await openRows()];
  const ada = rows.get('ADA -5');
  expect(ada?.choices.find(({ asks }) => asks === 'others')).toMatchObject({ kind: 'trade', reason: null });
  expect(ada?.operation).toBe('Small assets exchange BNB');
  expect(ada?.partners.map(({ words }) => words).toSorted()).toEqual([
    'Balance changed by +0.01 BNB',
    'Balance changed by +0.02 BNB',
  ]);
  const [event, other] = [idOf(rows, 'ADA -5'), idOf(rows, 'BNB 0.01')];
  const { words, batch } = await ask('imports.classify', { event, kind: 'trade', others: [other, event] });
  expect(words).toBe('Swapped 5 ADA for 0.01 BNB');
  // What is left can only be one trade.
  expect((await openRows()).size).toBe(0);
  expect([...(await events())].toSorted()).toEqual([
    'Swapped 1 DOT for 0.02 BNB',
    'Swapped 5 ADA for 0.01 BNB',
  ]);
  expect(await balances()).toEqual({ ADA: '-5', BNB: '0.03', DOT: '-1' });
  await desk.undo(batch);
  expect(desk.ledger.hash()).toBe(before);
  expect((await openRows()).size).toBe(4);
});

it.each([
  { side: 'buy', row: 'USDT,100', of: 'USDT 100', words: 'Bought 100 USDT for 92 EUR', left: '100' },
  { side: 'sell', row: 'USDT,-100', of: 'USDT -100', words: 'Sold 100 USDT for 92 EUR', left: '-100' },
])(
  'a $side whose money went from bank to bank leaves no money behind',
  async ({ side, row, of, words, left }) => {
    await desk.bring(statement(peer(row)), 'statement.csv');
    const [before, rows] = [desk.ledger.hash(), await openRows()];
    const event = idOf(rows, of);
    expect(rows.get(of)?.operation).toBe('P2P Trading');
    expect(rows.get(of)?.choices.find(({ asks }) => asks === 'money')).toMatchObject({ kind: side });
    const money = { quantity: '92', asset: 'eur' };
    const said = await ask('imports.classify', { event, kind: side, money });
    expect(said.words).toBe(words);
    expect(await events()).toContain(words);
    expect(await balances()).toEqual({ USDT: left, EUR: '0' });
    await desk.undo(said.batch);
    expect(desk.ledger.hash()).toBe(before);
  },
);

it('two equal purchases of one second are two payments', async () => {
  await desk.bring(statement(peer('USDT,100'), peer('USDT,100')), 'statement.csv');
  const { rows } = await ask('imports.review', {});
  for (const { event } of rows)
    await ask('imports.classify', { event, kind: 'buy', money: { quantity: '92', asset: 'EUR' } });
  expect(await balances()).toEqual({ USDT: '200', EUR: '0' });
});

it('what cannot be is refused in words, and nothing is changed', async () => {
  const far = '2025-03-05 10:00:00,USDT-Futures,Small assets exchange BNB,BNB,0.5';
  await desk.bring(statement(...['ADA,-5', 'BNB,0.01', 'DOT,-1'].map(dust), far), 'statement.csv');
  const [before, rows] = [desk.ledger.hash(), await openRows()];
  const [event, bnb, dot] = ['ADA -5', 'BNB 0.01', 'DOT -1'].map((of) => idOf(rows, of)) as [
    string,
    string,
    string,
  ];
  const trade = { event, kind: 'trade' };
  const sell = { event, kind: 'sell' };
  expect([
    await refusal(trade),
    await refusal({ ...trade, others: [event] }),
    await refusal({ ...trade, others: ['nobody'] }),
    await refusal({ ...trade, others: [dot] }),
    await refusal({ ...trade, others: [bnb, dot] }),
    await refusal({ ...trade, others: [idOf(rows, 'BNB 0.5')] }),
    await refusal({ ...trade, others: [bnb], money: { quantity: '1', asset: 'EUR' } }),
    await refusal(sell),
    await refusal({ ...sell, money: { quantity: '0', asset: 'EUR' } }),
    await refusal({ ...sell, money: { quantity: '-1', asset: 'EUR' } }),
    await refusal({ ...sell, money: { quantity: '1', asset: 'SOL' } }),
    await refusal({ ...sell, money: { quantity: '1', asset: 'EUR' }, others: [bnb] }),
    await refusal({ event, kind: 'buy', money: { quantity: '1', asset: 'EUR' } }),
  ]).toEqual([
    'imports/others-needed',
    'imports/others-needed',
    'imports/not-in-review',
    'imports/not-one-trade',
    'imports/not-one-trade',
    'imports/other-account',
    'imports/answer-too-long',
    'imports/money-needed',
    'imports/not-money',
    'imports/not-money',
    'imports/not-money',
    'imports/answer-too-long',
    'imports/kind-does-not-fit',
  ]);
  expect(desk.ledger.hash()).toBe(before);
});

it('the rows of a file that are for review are those of the list', async () => {
  const rows = [
    ...['ADA,-5', 'BNB,0.01', 'DOT,-1', 'BNB,0.02'].map(dust),
    peer('USDT,100'),
    '2025-03-07 10:00:00,Spot,Garden Bounty,SOL,2.5',
    '2025-03-08 10:00:00,Spot,Transaction Buy,BTC,0.1',
    '2025-03-08 10:00:00,Spot,Transaction Spend,USDT,-5000',
    '2025-03-09 10:00:00,Spot,Transaction Buy,ETH,1',
    '2025-03-09 11:00:00,Spot,Deposit,USDT,1000',
  ];
  const { files } = await desk.bring(statement(...rows), 'statement.csv');
  expect(files[0]?.lines).toMatchObject({ unclassified: 7, part: 1, imported: 2 });
  expect((await ask('imports.review', {})).total).toBe(7);
});

it('a file that is read in pieces tears no rows of one event apart', async () => {
  const trades = Array.from({ length: 2700 }, (_, at) => {
    const time = `2025-03-${String(1 + Math.floor(at / 1000)).padStart(2, '0')} ${String(Math.floor(at / 60) % 24).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}:00`;
    return [
      `${time},Spot,Transaction Buy,BTC,0.1`,
      `${time},Spot,Transaction Spend,USDT,-5000`,
      `${time},Spot,Transaction Fee,BNB,-0.01`,
    ];
  });
  const { files } = await desk.bring(statement(...trades.flat()), 'statement.csv');
  const { total } = await ask('imports.review', {});
  expect([files[0]?.lines.unclassified, total]).toEqual([0, 0]);
});

/** Source: review of issue 7, session 8 (code 28). */
it.each([
  ['income', { kind: 'income', reason: 'airdrop' }],
  ['a purchase', { kind: 'buy', money: { quantity: '290', asset: 'EUR' } }],
])('a half that was said to be %s stays that, and its other half is not lost with it', async (_, said) => {
  const ledgers = (...rows: readonly string[]): string =>
    ['"txid","refid","time","type","subtype","aclass","asset","amount","fee","balance"', ...rows].join('\n');
  const [btc, eur] = [
    '"L1","T1","2024-05-01 10:00:00","trade","","currency","XXBT",0.1,0,0.1',
    '"L2","T1","2024-05-01 10:00:00","trade","","currency","ZEUR",-300,0.78,699.22',
  ];
  await desk.bring(ledgers(btc), 'one.csv');
  const event = idOf(await openRows(), 'BTC 0.1');
  const { batch } = await ask('imports.classify', { event, ...said });
  await desk.bring(ledgers(eur), 'two.csv');
  expect(await balances()).toEqual({ BTC: '0.1', EUR: '-300.78' });
  expect([...(await openRows()).keys()]).toEqual([expect.stringContaining('EUR -300')]);
  await desk.undo(batch);
  expect((await openRows()).size).toBe(0);
  expect(await events()).toEqual(['Bought 0.1 BTC for 300 EUR, fee 0.78 EUR']);
});
