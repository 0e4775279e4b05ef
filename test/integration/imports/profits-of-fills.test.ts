/** Exports of fills that state no profit, beside those that state nothing else: each figure counts once, in balances and results. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { add } from '../../../src/shared/num/arithmetic.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { quantity } from '../../../src/shared/num/parse.ts';
import { zeroQuantity } from '../../../src/shared/num/types.ts';
import { derivedOf } from '../../../src/main/core/derived.ts';
import { type Ask, type ImportDesk, must, openDesk } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

const ask: Ask = (name, request) => desk.ask(name, request);

/** Of each coin: what is held, and the results of futures. */
async function figures(): Promise<readonly [string[], string[], string[]]> {
  const { holdings, issues } = await ask('holdings.read', {});
  const { rows } = await ask('holdings.transactions', { offset: 0, limit: 100 });
  const legs = rows.filter(({ counted }) => counted).flatMap((row) => row.legs);
  const listed = legs.reduce((sum, leg) => add(sum, quantity(leg.quantity)), zeroQuantity);
  // The list adds up to the balance.
  expect(holdings.map((one) => one.quantity)).toEqual([toText(listed)]);
  const { results } = must(await derivedOf(desk.context())).positions;
  return [
    holdings.map((one) => `${one.asset} ${one.quantity}`),
    results.map((one) => `${one.kind} ${toText(one.quantity)} ${one.asset}`).sort(),
    issues.flatMap(({ code }) => (code.startsWith('futures/profit') ? [code] : [])),
  ];
}

const bybitFills = `Market,Filled Type,Filled Quantity,Filled Price,Order Price,Fee Rate,Trading Fee,feeCoin,ExecFeeV2,Direction,Order Type,Trasaction ID,Order No.,Transaction Time(UTC+0)
BTCUSDT,Trade,0.05,52000,52000,0.00055,1.43,USDT,,Sell,Limit, t3, o3,12:00 2026-01-12
BTCUSDT,Funding,0.05,50500,--,0.0001,0.25,,,Buy,--, t2,--,08:00 2026-01-11
BTCUSDT,Trade,0.05,50000,50000,0.00055,1.375,USDT,,Buy,Limit, t1, o1,10:00 2026-01-10
`;

describe('Bybit: the trade history states no profit, closed P&L does', () => {
  const closed2026 = `Market,Order Quantity,Entry Price,Exit Price,Opening Fee,Closing Fee,Funding Fee,cumClosedPzOpenFeeInfo,cumClosedPzTradeFeeInfo,Trade Type,Realized P&L,Trade time
BTCUSDT,0.05,50000,52000,1.375,1.43,0.25,{},{},Trade,96.945,12:00 2026-01-12
`;
  // Net of the two fees: 100 - 1.375 - 1.43.
  const closed2025 = `Contracts,Closing Direction,Qty,Entry Price,Exit Price,Closed P&L,Exit Type,Trade Time(UTC+0)
BTCUSDT,Sell,0.05,50000,52000,97.195,Trade,12:00 2026-01-12
`;

  // 0.05 x 2000 = 100; 100 - 1.375 - 1.43 - 0.25 = 96.945.
  it.each([
    ['with fees of its own', closed2026],
    ['after fees', closed2025],
  ])('%s', async (_, closed) => {
    await desk.bring(bybitFills, 'fills.csv');
    expect((await figures())[2]).toEqual(['futures/profit-not-in-balance']);
    await desk.bring(closed, 'closed.csv');
    expect(await figures()).toEqual([
      ['USDT 96.945'],
      ['fee -1.375 USDT', 'fee -1.43 USDT', 'funding -0.25 USDT', 'profit 100 USDT'],
      [],
    ]);
  });

  it('several closes within a minute get the fees of each fill once', async () => {
    const [header] = bybitFills.split('\n');
    const fill = (side: string, size: string, price: string, fee: string, id: string, time: string): string =>
      `BTCUSDT,Trade,${size},${price},${price},0.0001,${fee},USDT,,${side},Limit, ${id}, ${id},${time} 2026-01-12`;
    const rows = [
      fill('Sell', '0.1', '50100', '0.5', 'c', '12:01'),
      fill('Sell', '0.1', '50100', '0.5', 'b', '12:00'),
      fill('Buy', '0.2', '50000', '1', 'a', '10:00'),
    ];
    await desk.bring([header, ...rows].join('\n'), 'fills.csv');
    const [closedHeader] = closed2025.split('\n');
    // Each gains 10, less its own 0.5 and half of what opening cost.
    const closes = ['12:00', '12:01'].map(
      (time) => `BTCUSDT,Sell,0.1,50000,50100,9,Trade,${time} 2026-01-12`,
    );
    await desk.bring([closedHeader, ...closes].join('\n'), 'closed.csv');
    const [held, , issues] = await figures();
    expect(held).toEqual(['USDT 18']);
    expect(issues).toEqual([]);
  });

  it('states another profit than the fills come to', async () => {
    await desk.bring(bybitFills, 'fills.csv');
    await desk.bring(closed2026.replace('96.945', '86.945'), 'closed.csv');
    const [held, results, issues] = await figures();
    expect(held).toEqual(['USDT 86.945']);
    expect(results).toContain('profit 100 USDT');
    expect(issues).toEqual(['futures/profit-of-fills-differs']);
  });
});

describe('KuCoin: fills of a contract that nobody knows, beside realised profits', () => {
  const pnl = `UID,Account Type,Symbol,Close Type,Realized PNL,Total Realized PNL,Total Funding Fees,Total Trading Fees,Position Opening Time(UTC+08:00),Position Closing Time(UTC+08:00)
****1,Futures Account,XBTUSDTM,CLOSE_LONG,190.5,190.5,-3.5,6,2024-02-10 08:00:00,2024-02-11 08:00:00
`;
  const fills = `UID,Account Type,Order ID,Filled Time(UTC),Symbol,Side,Filled Amount,Filled Price,Filled Volume,Filled Volume  (USDT),Fee Rate,Fee,Order Type
****1,Futures Account,f1,2024-02-10 00:00:00,XBTUSDTM,BUY,100,40000,4000,4000,0.0006,2.4,MARKET
****1,Futures Account,f2,2024-02-11 00:00:00,XBTUSDTM,SELL,100,42000,4200,4200,0.0006,2.52,MARKET
`;

  it('the profit and the funding count, of the fees those of the fills, and the difference is shown', async () => {
    await desk.bring(pnl, 'pnl.csv');
    await desk.bring(fills, 'fills.csv');
    // 190.5 + 3.5 + 6 = 200 before fees and funding; 200 - 3.5 - 2.4 - 2.52.
    const [held, results] = await figures();
    expect(held).toEqual(['USDT 191.58']);
    expect(results).toEqual(['fee -2.4 USDT', 'fee -2.52 USDT', 'funding -3.5 USDT', 'profit 200 USDT']);
    const { pairs } = await ask('imports.reconcile', {});
    expect(pairs.flatMap(({ differences }) => differences)).toMatchObject([
      { role: 'fee', counted: '-4.92', stated: '-6' },
    ]);
  });
});

describe('BitMEX: trades with fees and funding, and a wallet whose profits are after both', () => {
  const trades = `"transactTime","symbol","execType","side","lastQty","lastPx","execCost","commission","execComm","ordType","orderQty","leavesQty","price","text","orderID"
"5/14/2020, 9:00:00 AM","XBTUSD","Trade","Sell","1000","12500","8000000","0.00075","6000","Market","1000","0","12500","Close","b1"
"5/13/2020, 8:00:00 PM","XBTUSD","Funding","","1000","11000","-9090909","0.0001","909","","","0","","Funding","00"
"5/13/2020, 9:00:00 AM","XBTUSD","Trade","Buy","1000","10000","-10000000","0.00075","7500","Market","1000","0","10000","Submission","a1"
`;
  const wallet = `"transactTime","transactType","amount","fee","address","transactStatus","walletBalance"
"5/14/2020, 12:00:00 PM","RealisedPNL","1993091","0","XBTUSD","Completed","11985591"
"5/13/2020, 12:00:00 PM","RealisedPNL","-7500","0","XBTUSD","Completed","9992500"
"5/12/2020, 3:00:00 PM","Deposit","10000000","null","","Completed","10000000"
`;

  it.each([
    ['trades first', [trades, wallet]],
    ['wallet first', [wallet, trades]],
  ])('%s: the balance is what the wallet says, results are those of the fills', async (_, files) => {
    for (const [place, file] of files.entries()) await desk.bring(file, `file-${place}.csv`);
    // 0.1 + 1000/10000 - 1000/12500 = 0.02 of profit - 0.000075 - 0.00006 - 0.00000909.
    expect(await figures()).toEqual([
      ['BTC 0.11985591'],
      ['fee -0.00006 BTC', 'fee -0.000075 BTC', 'funding -0.00000909 BTC', 'profit 0.02 BTC'],
      [],
    ]);
  });
});
