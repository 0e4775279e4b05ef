/** One month at Binance, told by twelve of its files: whatever files come, in whatever order, each event counts once. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contract } from '../../../src/shared/contract/contract.ts';
import type { Handler } from '../../../src/main/core/call-context.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import { type ImportDesk, must, openDesk } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

const statement = [
  'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark',
  ...[
    '2023-05-01 10:00:20,Spot,Deposit,USDT,6000,',
    '2023-05-02 10:00:00,Spot,Transaction Buy,BTC,0.1,',
    '2023-05-02 10:00:00,Spot,Transaction Spend,USDT,-3000,',
    '2023-05-02 10:00:00,Spot,Transaction Fee,BTC,-0.0001,',
    '2023-05-03 10:00:00,Spot,Binance Convert,USDT,-190,',
    '2023-05-03 10:00:00,Spot,Binance Convert,ETH,0.1,',
    '2023-05-04 10:00:00,Spot,Simple Earn Flexible Interest,USDT,0.02,Binance Earn',
    '2023-05-05 10:26:00,Spot,Withdraw,BTC,-0.0505,Withdraw fee is included',
    '2023-05-06 10:00:00,Spot,ETH 2.0 Staking,ETH,-0.1,',
    '2023-05-06 10:00:00,Spot,ETH 2.0 Staking,BETH,0.1,',
    '2023-05-07 10:00:00,Spot,Transfer Between Spot Account and UM Futures Account,USDT,-500,',
    '2023-05-07 10:00:00,USD-M Futures,Transfer Between Spot Account and UM Futures Account,USDT,500,',
    '2023-05-08 10:00:00,USD-M Futures,Fee,USDT,-0.4,',
    '2023-05-08 10:00:00,USD-M Futures,Realized Profit and Loss,USDT,12,',
    '2023-05-08 16:00:00,USD-M Futures,Funding Fee,USDT,-0.1,',
  ].map((row) => `7,${row}`),
].join('\n');

const others: Readonly<Record<string, string>> = {
  'trades.csv':
    'Date(UTC),Pair,Side,Price,Executed,Amount,Fee\n2023-05-02 10:00:00,BTCUSDT,BUY,30000,0.1BTC,3000USDT,0.0001BTC',
  'orders.csv': [
    'Date(UTC);Pair;Type;Order Price;Order Amount;AvgTrading Price;Filled;Total;status',
    '2023-05-02 10:00:00;BTCUSDT;BUY;0;0.1;30000;0.1;3000;Filled',
    ';Date(UTC);Trading Price;Filled;Total;Fee;;;',
    ';2023-05-02 10:00:00;30000;0.1;3000;0.0001BTC;;;',
  ].join('\n'),
  'convert.csv':
    'Date,Pair,Type,Sell,Buy,Price,Inverse Price,Date Updated,Status\n2023-05-03 09:59:59,ETHUSDT,Market,190 USDT,0.1 ETH,1900,0.000526,2023-05-03 10:00:00,Successful',
  'earn.csv': 'Date(UTC),Product Name,Coin,Amount\n2023-05-04 10:00:00,Flexible,USDT,0.02',
  'deposits.csv':
    'Date(UTC+0),Coin,Network,Amount,Address,TXID,Status\n2023-05-01 10:00:00,USDT,TRX,6000,T1,feed,Completed',
  'withdrawals.csv':
    'Date(UTC+0),Coin,Network,Amount,Fee,Address,TXID,Status\n2023-05-05 10:00:00,BTC,BTC,0.05,0.0005,bc1,beef,Completed',
  'staking.csv': 'Date(UTC),Coin,Token,Amount,Status\n2023-05-06 10:00:00,ETH,BETH,0.1,Success',
  'futures-trades.csv':
    'Time,Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade ID,Order ID\n2023-05-08 10:00:00,BTCUSDT,SELL,30000,0.03,900,0.4USDT,12,false,false,5,5',
  'futures-income.csv': [
    'Date(UTC),type,Amount,Asset,Symbol,Transaction ID',
    '2023-05-07 10:00:00,TRANSFER,500,USDT,,90',
    '2023-05-08 10:00:00,REALIZED_PNL,12,USDT,BTCUSDT,91',
    '2023-05-08 10:00:00,COMMISSION,-0.4,USDT,BTCUSDT,91',
    '2023-05-08 16:00:00,FUNDING_FEE,-0.1,USDT,BTCUSDT,92',
  ].join('\n'),
  'futures-orders.csv':
    'Uid,Time(UTC),Symbol,Type,Side,Position Side,Price,Average Price,Amount,Executed Amount,Executed Quote Amount,Stop Price,Status,Client Order Id,Time In Force,Activate Price,Price Rate,Update Time,Order No\n1,2023-05-08 09:59:58,BTCUSDT,MARKET,SELL,BOTH,0,30000,0.03,0.03,900,0,FILLED,web_1,GTC,0,0,2023-05-08 10:00:00,5',
  'futures-positions.csv':
    'Symbol,Margin Mode,Position Side,Entry Price,Avg. Close Price,Max Open Interest,Closed Vol.,Closing PNL,Opened,Closed,Status\nBTCUSDT,Cross,Long,29600,30000,0.03,0.03,12,2023-04-30 10:00:00,2023-05-08 10:00:00,Closed',
};

async function contracts(): Promise<readonly string[]> {
  const handler = handlers['holdings.transactions'] as unknown as Handler<'holdings.transactions'>;
  const request = { offset: 0, limit: 100 };
  const answer = contract['holdings.transactions'].output.parse(must(await handler(request, desk.context())));
  return answer.rows
    .filter(({ counted, kind }) => counted && kind === 'futures-fill')
    .map(({ words }) => words);
}

async function balances(): Promise<readonly string[]> {
  const handler = handlers['holdings.read'] as unknown as Handler<'holdings.read'>;
  const answer = contract['holdings.read'].output.parse(must(await handler({}, desk.context())));
  return answer.holdings.map(({ asset, quantity }) => `${asset} ${quantity}`).toSorted();
}

it('balances are the same by the statement alone and beside all other files', async () => {
  await desk.bring(statement, 'statement.csv');
  const alone = await balances();
  expect(alone).toEqual(['BETH 0.1', 'BTC 0.0494', 'USDT 2821.52']);
  for (const [file, text] of Object.entries(others)) {
    await desk.bring(text, file);
    expect([file, await balances()]).toEqual([file, alone]);
  }
  expect(await contracts()).toHaveLength(1);
});

it('the other files without the statement say the same, but for the transfer that left the spot account', async () => {
  for (const [file, text] of Object.entries(others)) await desk.bring(text, file);
  expect(await balances()).toEqual(['BETH 0.1', 'BTC 0.0494', 'USDT 3321.52']);
});
