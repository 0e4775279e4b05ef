/** Several files of one exchange: what counts, what is compared, what is left to say, and whether balances hold. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { handlers } from '../../../src/main/core/handlers.ts';
import { type Ask, type ImportDesk, openDesk } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

const ask: Ask = (name, request) => desk.ask(name, request);

const spot = (...rows: readonly string[]): string =>
  ['Date(UTC),Pair,Side,Price,Executed,Amount,Fee', ...rows].join('\n');
const statement = (...rows: readonly string[]): string =>
  ['User_ID,UTC_Time,Account,Operation,Coin,Change,Remark', ...rows.map((row) => `7,${row},`)].join('\n');

const bought = '2025-03-01 10:00:00,BTCUSDT,BUY,50000,0.1BTC,5000USDT,0.0001BTC';
const stated = [
  '2025-03-01 10:00:00,Spot,Transaction Buy,BTC,0.1',
  '2025-03-01 10:00:00,Spot,Transaction Spend,USDT,-5000',
  '2025-03-01 10:00:00,Spot,Transaction Fee,BTC,-0.0001',
];
const paidIn = '2025-02-01 10:00:00,Spot,Deposit,USDT,6000';

const events = async (): Promise<readonly string[]> => {
  const { rows } = await ask('holdings.transactions', { offset: 0, limit: 100 });
  return rows.filter(({ counted }) => counted).map(({ words }) => words);
};

it('a trade of three rows is one event, and the same trade of the better file takes its place', async () => {
  await desk.bring(statement(paidIn, ...stated), 'statement.csv');
  expect(await events()).toEqual([
    'Bought 0.1 BTC for 5,000 USDT, fee 0.0001 BTC',
    'Received 6,000 USDT from elsewhere',
  ]);
  await desk.bring(spot(bought), 'trades.csv');
  expect(await events()).toEqual([
    'Bought 0.1 BTC for 5,000 USDT, fee 0.0001 BTC',
    'Received 6,000 USDT from elsewhere',
  ]);
  const { pairs } = await ask('imports.reconcile', {});
  expect(pairs).toMatchObject([
    {
      account: 'binance',
      subject: 'trades',
      counts: { format: 'binance-spot' },
      compared: { format: 'binance-statement' },
      agreed: 1,
      leftOut: 1,
      differences: [],
    },
  ]);
});

it('fees of a busy second count once, whoever could put its trades together', async () => {
  const busy = [
    '2025-03-01 10:00:00,AAAUSDT,BUY,1,100AAA,100USDT,0.01BNB',
    '2025-03-01 10:00:00,BBBUSDT,BUY,1.005,100BBB,100.5USDT,0.02BNB',
    '2025-03-01 10:00:00,CCCUSDT,BUY,1,101CCC,101USDT,0.03BNB',
  ];
  const rows = [
    ['AAA', '100', '-100', '-0.01'],
    ['BBB', '100', '-100.5', '-0.02'],
    ['CCC', '101', '-101', '-0.03'],
  ].flatMap(([coin, amount, money, fee]) => [
    `2025-03-01 10:00:00,Spot,Transaction Buy,${coin},${amount}`,
    `2025-03-01 10:00:00,Spot,Transaction Spend,USDT,${money}`,
    `2025-03-01 10:00:00,Spot,Transaction Fee,BNB,${fee}`,
  ]);
  await desk.bring(statement(paidIn, ...rows), 'statement.csv');
  await desk.bring(spot(...busy), 'trades.csv');
  const { holdings } = await ask('holdings.read', {});
  expect(holdings.map(({ asset, quantity }) => `${asset} ${quantity}`).sort()).toEqual([
    'AAA 100',
    'BBB 100',
    'BNB -0.06',
    'CCC 101',
    'USDT 5698.5',
  ]);
});

it('a row that was classified ranks as it did: a better file that comes later states it once', async () => {
  await desk.bring(statement(paidIn, '2025-03-01 10:00:00,Spot,Zorb Rewards,ETH,2'), 'statement.csv');
  const { rows } = await ask('imports.review', { offset: 0, limit: 10 });
  const [open] = rows;
  await ask('imports.classify', { event: open?.event ?? '', kind: 'deposit' } as never);
  expect(await events()).toEqual(['Received 2 ETH from elsewhere', 'Received 6,000 USDT from elsewhere']);
  await desk.bring(
    'Date(UTC+0),Coin,Network,Amount,Address,TXID,Status\n2025-03-01 10:00:20,ETH,ETH,2,0xabc,0xdef,Completed',
    'Binance-Deposit-History.csv',
  );
  expect(await events()).toEqual(['Received 2 ETH from elsewhere', 'Received 6,000 USDT from elsewhere']);
});

it('whichever file comes first: the same hash of what counts, and a preview that says so', async () => {
  const [first, second] = [spot(bought), statement(paidIn, ...stated)];
  await desk.bring(first, 'trades.csv');
  const { balances } = await desk.preview({ upload: desk.upload(second, 'statement.csv') });
  expect(balances.map(({ asset, before, after }) => [asset, before, after])).toEqual([
    ['BTC', '0.0999', '0.0999'],
    ['USDT', '-5000', '1000'],
  ]);
});

it('what both state differently is shown with both figures and the lines; the better file counts', async () => {
  await desk.bring(spot(bought), 'trades.csv');
  await desk.bring(
    statement(paidIn, stated[0] ?? '', '2025-03-01 10:00:00,Spot,Transaction Spend,USDT,-5001'),
    'statement.csv',
  );
  const { pairs } = await ask('imports.reconcile', {});
  expect(pairs[0]?.differences).toMatchObject([
    {
      date: '2025-03-01',
      asset: 'USDT',
      role: 'principal',
      counted: '-5000',
      stated: '-5001',
      difference: '-1',
      countedRows: { first: [{ file: 'trades.csv', line: 2 }], count: 1 },
      statedRows: { count: 1 },
    },
  ]);
});

it('a fee that differs is named by the row that states it', async () => {
  await desk.bring(spot(bought), 'trades.csv');
  await desk.bring(
    statement(paidIn, ...stated.slice(0, 2), '2025-03-01 10:00:00,Spot,Transaction Fee,BTC,-0.0002'),
    'statement.csv',
  );
  const { pairs } = await ask('imports.reconcile', {});
  expect(pairs[0]?.differences).toMatchObject([
    {
      role: 'fee',
      counted: '-0.0001',
      stated: '-0.0002',
      countedRows: { first: [{ file: 'trades.csv', line: 2 }], count: 1 },
      statedRows: { first: [{ file: 'statement.csv', line: 5 }], count: 1 },
    },
  ]);
});

it('fills and the rows of another file that state the same are compared in full: what is equal, and what is missing', async () => {
  const fills = [1, 2, 3].map(
    (n) =>
      `1,2024-03-1${n} 10:00:00,BTCUSDT,SELL,Both,42000,0.01,420,0.${n} USDT,${n}0,false,false,${n},${n}`,
  );
  await desk.bring(
    [
      'Uid,Time(UTC),Symbol,Side,Position Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade Id,Order Id',
      ...fills,
    ].join('\n'),
    'fills.csv',
  );
  const told = (n: number): readonly string[] => [
    `2024-03-1${n} 10:00:00,REALIZED_PNL,${n}0,USDT,BTCUSDT,7${n}`,
    `2024-03-1${n} 10:00:00,COMMISSION,-0.${n},USDT,BTCUSDT,8${n}`,
  ];
  await desk.bring(
    ['Date(UTC),type,Amount,Asset,Symbol,Transaction ID', ...told(1), ...told(3)].join('\n'),
    'income.csv',
  );
  const { pairs } = await ask('imports.reconcile', {});
  expect(pairs).toMatchObject([
    { subject: 'futures', agreed: 4, leftOut: 4, alone: 0, from: '2024-03-11', to: '2024-03-13' },
  ]);
  expect(
    pairs[0]?.differences.map(({ date, role, counted, stated: other }) => [date, role, counted, other]),
  ).toEqual([
    ['2024-03-12', 'profit', '20', '0'],
    ['2024-03-12', 'fee', '-0.2', '0'],
  ]);
});

it('months are covered by file, with gaps', async () => {
  await desk.bring(spot(bought), 'march.csv');
  await desk.bring(spot('2025-06-01 10:00:00,BTCUSDT,SELL,50000,0.05BTC,2500USDT,1USDT'), 'june.csv');
  const { accounts } = await ask('imports.coverage', {});
  expect(
    accounts[0]?.subjects.map(({ subject, gaps, months }) => [
      subject,
      gaps,
      months.map(({ month, state }) => `${month} ${state}`),
    ]),
  ).toEqual([['trades', 2, ['2025-03 covered', '2025-04 gap', '2025-05 gap', '2025-06 covered']]]);
});

it('a row that nobody knows waits in the review list with what it changes, and leaves it when it is said what it is', async () => {
  await desk.bring(
    statement(paidIn, '2025-03-05 10:00:00,Spot,Quantum Rewards,BTC,0.5', ...stated.slice(0, 1)),
    'statement.csv',
  );
  const before = desk.ledger.hash();
  const { total, rows } = await ask('imports.review', {});
  expect([
    total,
    rows.map(({ operation, why, effect, line }) => [operation, why, effect[0]?.quantity, line]),
  ]).toEqual([
    2,
    [
      [rows[0]?.operation, 'unknown', '0.5', 3],
      ['Transaction Buy', 'half', '0.1', 4],
    ],
  ]);
  expect(rows[0]?.raw).toContain('Quantum Rewards');
  const event = rows[0]?.event ?? '';
  const { batch, words } = await ask('imports.classify', { event, kind: 'income', reason: 'airdrop' });
  expect(words).toBe('Income of 0.5 BTC (airdrop)');
  expect((await ask('imports.review', {})).total).toBe(1);
  expect(await events()).toContain('Income of 0.5 BTC (airdrop)');
  expect(await handlers['imports.classify']({ event, kind: 'fee' }, desk.context())).toMatchObject({
    ok: false,
    failure: { code: 'imports/not-in-review' },
  });
  await desk.undo(batch);
  expect(desk.ledger.hash()).toBe(before);
  expect((await ask('imports.review', {})).total).toBe(2);
  expect(await handlers['imports.classify']({ event, kind: 'withdrawal' }, desk.context())).toMatchObject({
    ok: false,
    failure: { code: 'imports/kind-does-not-fit' },
  });
});

it('several coins turned into one at once wait in the review list, which says what to do', async () => {
  const dust = ['ADA,-5', 'BNB,0.01', 'DOT,-1', 'BNB,0.02'].map(
    (what) => `2025-03-05 10:00:00,Spot,Small assets exchange BNB,${what}`,
  );
  await desk.bring(statement(paidIn, ...dust), 'statement.csv');
  const { total, rows } = await ask('imports.review', {});
  expect(total).toBe(4);
  expect(rows[0]?.whyWords).toContain('how much of it each coin brought');
  expect(rows[0]?.whyWords).toContain('Replaces');
});

it('balances are compared with what the file states and with zero: the first line that does not fit is named', async () => {
  const header = '"txid","refid","time","type","subtype","aclass","asset","amount","fee","balance"';
  const rows = [
    '"A1","R1","2025-01-01 10:00:00","deposit","","currency","ZEUR","1.0","0","1.0"',
    '"A2","R2","2025-01-02 10:00:00","deposit","","currency","ZEUR","1.0","0","2.5"',
    '"A3","R3","2025-01-03 10:00:00","withdrawal","","currency","ZEUR","-3.0","0","-0.5"',
  ];
  await desk.bring([header, ...rows].join('\n'), 'ledgers.csv');
  const { holds, balances } = await ask('holdings.balanceCheck', {});
  expect(holds).toBe(false);
  expect(balances).toMatchObject([
    {
      asset: 'EUR',
      computed: '-1',
      compared: 3,
      differs: { file: 'ledgers.csv', line: 3, stated: '2.5', computed: '2' },
      // Money at an exchange: what is bought by bank or card is paid from outside.
      belowZero: null,
      paidFromOutside: { file: 'ledgers.csv', line: 4, balance: '-1' },
    },
  ]);
});

it('where a figure comes from names every row of an event that was put together', async () => {
  await desk.bring(statement(paidIn, ...stated), 'statement.csv');
  const { rows } = await ask('holdings.transactions', { offset: 0, limit: 100 });
  const trade = rows.find(({ kind }) => kind === 'buy')?.event ?? '';
  const explained = await ask('holdings.explain', { id: `event:${trade}` });
  expect(explained.rows.map(({ line }) => line).toSorted((a, b) => Number(a) - Number(b))).toEqual([3, 4, 5]);
});
