/** Several files of one exchange abroad that tell of the same trades: each counts once, the better file first. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contract } from '../../../src/shared/contract/contract.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import { type ImportDesk, must, openDesk } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

/** What counts, the latest first. */
async function counted(): Promise<readonly string[]> {
  const answer = must(await handlers['holdings.transactions']({ offset: 0, limit: 100 }, desk.context()));
  const { rows } = contract['holdings.transactions'].output.parse(answer);
  return rows.filter((row) => row.counted).map(({ words }) => words);
}

async function differences(): Promise<number> {
  const answer = must(await handlers['imports.reconcile']({}, desk.context()));
  const { pairs } = contract['imports.reconcile'].output.parse(answer);
  return pairs.flatMap((pair) => pair.differences).length;
}

/** Brings the files, the one that counts least first: a better one takes its place. */
async function afterFiles(...files: readonly (readonly string[])[]): Promise<readonly string[]> {
  for (const [at, lines] of files.toReversed().entries()) await desk.bring(lines.join('\n'), `${at}.csv`);
  const found = await counted();
  expect(await differences()).toBe(0);
  return found;
}

const bybitLog = [
  'Currency,Contract,Type,Direction,Quantity,Position,Filled Price,Funding,Fee Paid,Cash Flow,Change,Wallet Balance,Action,OrderId,TradeId,Time',
  'BTC,BTCUSDT,TRADE,BUY,0.01,0,60000,0,-0.00001,0.01,0.00999,0.00999,--,o3,t3,2026-03-01 10:00:42.004',
  'USDT,BTCUSDT,TRADE,BUY,-600,0,60000,0,0,-600,-600,400,--,o3,t3,2026-03-01 10:00:42.004',
  'USDT,SOLUSDT,TRADE,BUY,12,12,150,0,-0.99,0,-0.99,399.01,OPEN,o1,t1,2026-03-04 23:00:00.001',
  'USDT,SOLUSDT,SETTLEMENT,BUY,--,12,--,0.004,0,0,0.004,399.014,SETTLEMENT,,,2026-03-05 00:00:00.000',
  'USDT,SOLUSDT,TRADE,SELL,12,0,151.5,0,-0.9999,18,17.0001,416.0141,CLOSE,o2,t2,2026-03-05 11:22:33.456',
];
const bybitSpot = [
  'Spot Pairs,Order Type,Direction,feeCoin,ExecFeeV2,Filled Value,Filled Price,Filled Quantity,Fees,Transaction ID,Order No.,Timestamp (UTC)',
  'BTCUSDT,LIMIT,BUY,BTC,0.00001,600,60000,0.01,--,t3, o3,10:00 2026-03-01',
];
const bybitFutures = [
  'Market,Filled Type,Filled Quantity,Filled Price,Order Price,Fee Rate,Trading Fee,feeCoin,ExecFeeV2,Direction,Order Type,Trasaction ID,Order No.,Transaction Time(UTC+0)',
  'SOLUSDT,Trade,12,150,150,0.00055,0.99,USDT,0.99,Long,Market, t1, o1,23:00 2026-03-04',
  'SOLUSDT,Funding,12,150,0,-0.0001,-0.004,,0,Long,--, f1, g1,00:00 2026-03-05',
  'SOLUSDT,Trade,12,151.5,150,0.00055,0.9999,USDT,0.9999,Short,Market, t2, o2,11:22 2026-03-05',
];
const bybitClosed = [
  'Market,Order Quantity,Entry Price,Exit Price,Opening Fee,Closing Fee,Funding Fee,cumClosedPzOpenFeeInfo,cumClosedPzTradeFeeInfo,Trade Type,Realized P&L,Trade time',
  'SOLUSDT,12,150,151.5,0.99,0.9999,-0.004,{},{},Trade,16.0141,11:22 2026-03-05',
];

it('Bybit: the log counts before trades, and those before closed P&L', async () => {
  expect(await afterFiles(bybitLog, bybitSpot, bybitFutures, bybitClosed)).toEqual([
    'Sold 12 SOLUSDT at 151.5, profit 18 USDT, fee 0.9999 USDT',
    'Received 0.004 USDT of funding on SOLUSDT',
    'Bought 12 SOLUSDT at 150, fee 0.99 USDT',
    'Bought 0.01 BTC for 600 USDT, fee 0.00001 BTC',
  ]);
});

it('Bybit: closed P&L alone counts, before fees and funding', async () => {
  expect(await afterFiles(bybitClosed)).toEqual([
    'Position closed with a profit of 18 USDT on SOLUSDT, fee 1.9899 USDT, funding received 0.004 USDT',
  ]);
});

it('OKX: the trading history counts, the positions history agrees with it', async () => {
  const trading = [
    'UID:7001,Account Type:Trading,Time Zone:UTC+8',
    'id,Order id,Time,Trade Type,Symbol,Action,Amount,Trading Unit,Filled Price,PnL,Fee,Fee Unit,Position Change,Position Balance,Balance Change,Balance,Balance Unit',
    '23,203,2026-03-02 11:00:00,Perpetual,ETH-USDT-SWAP,Close long,10,cont,2010,10,-1.005,USDT,0,0,8.995,1007.595,USDT',
    '22,202,2026-03-02 10:30:00,Perpetual,ETH-USDT-SWAP,Funding fee expense,0,cont,2000,-0.4,0,USDT,0,0,-0.4,998.6,USDT',
    '21,201,2026-03-02 10:00:00,Perpetual,ETH-USDT-SWAP,Open long,10,cont,2000,0,-1,USDT,0,0,-1,999,USDT',
  ];
  const positions = [
    'Position Create Time,Position Update Time,Business Line,Index,Instrument Name,Margin Mode,Direction,Leverage,Max Position Quantity,Total Close Quantity,Average Open Price,Average Close Price,Margin Currency,Pnl,Pnl Ratio,Fee,Funding Fee,Liquidation Clearance Fee,Type,Contract Face Value,Contract Multiplier',
    '2026-03-02 02:00:00,2026-03-02 03:00:00,Perpetual,ETH-USDT,ETH-USDT-SWAP,Cross,Long,10,10,10,2000,2010,USDT,10,0.05,-2.005,-0.4,0,Close position,0.1,1',
  ];
  expect(await afterFiles(trading, positions)).toEqual([
    'Sold 10 ETH-USDT-SWAP at 2,010 (long position), profit 10 USDT, fee 1.005 USDT',
    'Paid 0.4 USDT of funding on ETH-USDT-SWAP',
    'Bought 10 ETH-USDT-SWAP at 2,000 (long position), fee 1 USDT',
  ]);
});

it('Bitget: fills before transactions, orders before futures transactions', async () => {
  const bills = [
    'order,Date,Coin,Type,Amount,Fee,Available',
    '\t801,2024-05-01 10:00:00,SOL,Buy,2,-0.002,1.998',
    '\t801,2024-05-01 10:00:00,USDT,Sell,-300,0,700',
  ];
  const fill = '2024-05-01 10:00:00,SOL/USDT,SOL,USDT,Buy,150,1,150,0.001,SOL,';
  const fills = [
    'Date,Trading pair,Base Asset,Quote Asset,Direction,Price,Amount,Total,Fee,Fee Coin',
    fill,
    fill,
  ];
  const orders = [
    'Date,Order ID,Direction,Coin,Futures,order source,Transaction type,Price,Average Price,Order amount,Executed,Trading volume,Realized P/L,NetProfits,Status',
    '2025-06-01 10:00:00,\t701,Open long,USDT,ETHUSDT,web,Limit,2000,2000,0.5,0.5,1000,0,-0.6,Filled',
    '2025-06-02 10:00:00,\t702,close_long,USDT,ETHUSDT,web,Market,0,2020,0.5,0.5,1010,10,9.394,Filled',
  ];
  const futures = [
    'Order,Date,Coin,Futures,Margin Mode,Type,Amount,Fee,Wallet balance',
    '\t1,2025-06-01 10:00:00,USDT,ETHUSDT,crossed,open_long,0,-0.6,999.4',
    '\t3,2025-06-01 16:00:00,USDT,ETHUSDT,crossed,contract_main_settle_fee,-0.2,0,999.2',
    '\t2,2025-06-02 10:00:00,USDT,ETHUSDT,crossed,close_long,10,-0.606,1008.594',
  ];
  expect(await afterFiles(fills, bills, orders, futures)).toEqual([
    'Sold 0.5 ETHUSDT at 2,020 (long position), profit 10 USDT, fee 0.606 USDT',
    'Paid 0.2 USDT of funding on ETHUSDT',
    'Bought 0.5 ETHUSDT at 2,000 (long position), fee 0.6 USDT',
    'Bought 1 SOL for 150 USDT, fee 0.001 SOL',
    'Bought 1 SOL for 150 USDT, fee 0.001 SOL',
  ]);
});

it('KuCoin: the fills of an order count, in whatever zones the files are', async () => {
  const fills = [
    'UID,Account Type,Order ID,Symbol,Side,Order Type,Avg. Filled Price,Filled Amount,Filled Volume,Filled Volume (USDT),Filled Time(UTC+02:00),Fee,Maker/Taker,Fee Currency',
    '1,mainAccount,o1,SOL-USDT,BUY,MARKET,150,1,150,150,2023-11-01 10:00:00,0.15,TAKER,USDT',
    '1,mainAccount,o1,SOL-USDT,BUY,MARKET,150,1,150,150,2023-11-01 10:00:01,0.15,TAKER,USDT',
  ];
  const orders = [
    'UID,Account Type,Order ID,Order Time(UTC),Symbol,Side,Order Type,Order Price,Order Amount,Avg. Filled Price,Filled Amount,Filled Volume,Filled Volume (USDT),Filled Time(UTC),Fee,Fee Currency,Status',
    '1,mainAccount,o1,2023-11-01 08:00:00,SOL-USDT,BUY,LIMIT,150,2,150,2,300,300,2023-11-01 08:00:01,0.3,USDT,deal',
  ];
  expect(await afterFiles(fills, orders)).toEqual([
    'Bought 1 SOL for 150 USDT, fee 0.15 USDT',
    'Bought 1 SOL for 150 USDT, fee 0.15 USDT',
  ]);
});

it('BingX: orders count before transactions, which have the funding', async () => {
  const orders = [
    'UID,Order No.,Time(UTC+8),Pair,Type,Leverage,DealPrice,Quantity,Amount,Fee,Fee Coin,Realized PNL,Quote Asset,Order Type,AvgPrice',
    '9,601,2026-02-01 08:00:00,ETH-USDT,Open Long,10X,2000,0.5,1000,-0.5,USDT,0,USDT,Market,2000',
    '9,602,2026-02-02 08:00:00,ETH-USDT,Close Long,10X,2020,0.5,1010,-0.505,USDT,10,USDT,Limit,2000',
  ];
  const transactions = [
    'Time(UTC+8),type,Details,Amount,newAvailableAmount,Assets,Futures',
    '2026-02-02 08:00:00,Realized PNL,close,10,1008.895,USDT,ETH-USDT',
    '2026-02-02 08:00:00,Trading Fee,close,-0.505,998.895,USDT,ETH-USDT',
    '2026-02-01 16:00:00,Funding Fee,,-0.1,999.4,USDT,ETH-USDT',
    '2026-02-01 08:00:00,Trading Fee,open,-0.5,999.5,USDT,ETH-USDT',
  ];
  expect(await afterFiles(orders, transactions)).toEqual([
    'Sold 0.5 ETH-USDT at 2,020 (long position), profit 10 USDT, fee 0.505 USDT',
    'Paid 0.1 USDT of funding on ETH-USDT',
    'Bought 0.5 ETH-USDT at 2,000 (long position), fee 0.5 USDT',
  ]);
});
