/** Exports that write one event as several rows: what their rows come to once they are put together. */
import { describe, expect, it } from 'vitest';
import type { EventId, LedgerEvent, Leg } from '../../../src/shared/domain/event.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { compareEvents } from '../../../src/shared/domain/event-order.ts';
import { assembleParts } from '../../../src/main/engine/events/assemble-parts.ts';
import { readText } from '../../../src/main/importers/read-text.fixture.ts';

function legText({ quantity, asset, role }: Leg): string {
  const text = toText(quantity);
  return `${text.startsWith('-') ? '' : '+'}${text} ${asset}${role === 'principal' ? '' : ` ${role}`}`;
}

/** "swap: +1 ETH, -0.05 BTC, -0.1 EUR fee", in ledger order. */
function assembled(lines: readonly string[]): readonly string[] {
  const { drafts, format, problemLines } = readText(lines.join('\n'));
  expect(problemLines.filter((line) => line.includes(' error '))).toEqual([]);
  const events = drafts.map(({ line, raw: _, ...draft }): LedgerEvent => ({
    ...draft,
    id: `e${String(line).padStart(3, '0')}` as EventId,
    sequence: line,
    source: { file: 'export.csv', line, format },
  }));
  return assembleParts(events.toSorted(compareEvents)).events.map(({ kind, legs, fill }) => {
    const side = fill === undefined ? [] : [`${fill.side} ${toText(fill.quantity)} at ${toText(fill.price)}`];
    return `${kind}: ${[...legs.map(legText), ...side].join(', ')}`;
  });
}

describe('rows of one event', () => {
  it('Kraken: two legs with a fee each, a widget purchase, a delisting; lost references stay apart', () => {
    expect(
      assembled([
        'txid,refid,time,type,subtype,aclass,asset,wallet,amount,fee,balance',
        'L1,T1,2024-01-01 10:00:00,trade,tradespot,currency,BTC,spot / main,-0.5,0.001,1',
        'L2,T1,2024-01-01 10:00:00,trade,tradespot,currency,ETH,spot / main,10,0.02,10',
        'L3,T2,2024-01-02 10:00:00,spend,,currency,ZEUR,spot / main,-100,0,5',
        'L4,T2,2024-01-02 10:00:00,receive,,currency,ADA,spot / main,200,3,197',
        'L5,T3,2024-01-03 10:00:00,trade,tradespot,currency,ZUSD,spot / main,-50,0,5',
        'L6,T3,2024-01-03 10:00:00,trade,tradespot,currency,SOL,spot / main,0.5,0,1',
        'L7,T3,2024-01-03 10:00:00,trade,tradespot,currency,KFEE,spot / main,0,12,80',
        'L8,T4,2024-01-04 10:00:00,earn,delistingconversion,currency,REP,spot / main,-3,0,0',
        'L9,T4,2024-01-04 10:00:00,earn,delistingconversion,currency,ZUSD,spot / main,30,0,35',
        'L10,Unknown,2024-01-05 10:00:00,trade,,currency,ZUSD,spot / main,-1,0,34',
        'L11,Unknown,2024-01-05 10:00:00,trade,,currency,SOL,spot / main,0.01,0,1',
      ]),
    ).toEqual([
      'swap: +10 ETH, -0.5 BTC, -0.001 BTC fee, -0.02 ETH fee',
      'buy: +200 ADA, -100 EUR, -3 ADA fee',
      'buy: +0.5 SOL, -50 USD, -12 KFEE fee',
      'sell: +30 USD, -3 REP',
      'balance-change: -1 USD',
      'balance-change: +0.01 SOL',
    ]);
  });

  it('Kraken Futures: position and wallet, a conversion, a move between wallets', () => {
    expect(
      assembled([
        'uid,dateTime,account,type,symbol,contract,change,new balance,new average entry price,trade price,mark price,funding rate,realized pnl,fee,realized funding,collateral,conversion spread percentage,liquidation fee,position uid',
        'a1,2026-01-03 12:00:00,flex,transfer,usd,,-20,80,,,,,,,,,,,',
        'a2,2026-01-03 12:00:00,cash,transfer,usd,,20,20,,,,,,,,,,,',
        'a3,2026-01-02 12:00:00,flex,conversion,usd,,25,100,,,,,,,,,,,',
        'a4,2026-01-02 12:00:00,flex,conversion,eth,,-0.01,1,,,,,,,,,,,',
        'a5,2026-01-01 12:00:00,flex,futures trade,usd,pf_xbtusd,-4.55,75,,60100,60101,,-4.2,0.3,-0.05,USD,,,',
        'a6,2026-01-01 12:00:00,flex,futures trade,pf_xbtusd,pf_xbtusd,0.01,0,60520,60100,60101,,0,0,0,,,,',
      ]),
    ).toEqual([
      'futures-fill: -4.2 USD profit, -0.05 USD funding, -0.3 USD fee, buy 0.01 at 60100',
      'sell: +25 USD, -0.01 ETH',
      'balance-change: ',
    ]);
  });

  it('Coinbase: a conversion in two rows has the digits that the note rounds away', () => {
    expect(
      assembled([
        'ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes',
        'b1,2026-02-02 10:00:01 UTC,Convert,SOL,2.000000001,USD,$100,$200,$200,$0,Converted 0.003 BTC to 2 SOL',
        'b2,2026-02-02 10:00:00 UTC,Convert,BTC,-0.003,USD,$70000,$208,$210,$2,Converted 0.003 BTC to 2 SOL',
        'b3,2026-02-03 10:00:00 UTC,Convert,BTC,-0.001,USD,$70000,$69,$70,$1,Converted 0.001 BTC to 0.69 SOL',
        'b4,2026-02-03 10:00:01 UTC,Convert,SOL,0.69,USD,$70000,$69,$70,$1,Converted 0.001 BTC to 0.69 SOL',
      ]),
    ).toEqual(['swap: +2.000000001 SOL, -0.003 BTC', 'swap: +0.69 SOL, -0.001 BTC']);
  });

  it('Coinbase Pro: a match and its fee, a conversion, a move between portfolios', () => {
    expect(
      assembled([
        'portfolio,type,time,amount,balance,amount/balance unit,transfer id,trade id,order id',
        'default,match,2021-03-01T10:00:00Z,-500,500,EUR,,7,o',
        'default,match,2021-03-01T10:00:00Z,0.01,0.01,BTC,,7,o',
        'default,fee,2021-03-01T10:00:00Z,-2.5,497.5,EUR,,7,o',
        'default,conversion,2021-03-02T10:00:00Z,-100,0,USD,,,',
        'default,conversion,2021-03-02T10:00:00Z,100,100,USDC,,,',
        'default,withdrawal,2021-03-03T10:00:00Z,-0.01,0,BTC,t,,',
        'other,deposit,2021-03-03T10:00:00Z,0.01,0.01,BTC,t,,',
      ]),
    ).toEqual(['buy: +0.01 BTC, -500 EUR, -2.5 EUR fee', 'buy: +100 USDC, -100 USD', 'balance-change: ']);
  });

  it('Crypto.com: a swap of the App, a trade of the Exchange; several coins as dust stay apart', () => {
    expect(
      assembled([
        'Timestamp (UTC),Transaction Description,Currency,Amount,To Currency,To Amount,Native Currency,Native Amount,Native Amount (in USD),Transaction Kind',
        '2021-01-09 10:00:00,Overall Swap,CRO,1380,,,EUR,1,1,dynamic_coin_swap_credited',
        '2021-01-09 10:00:00,Overall Swap,MCO,-50,,,EUR,-1,-1,dynamic_coin_swap_debited',
        '2021-01-10 10:00:00,Convert Dust,CRO,19,,,EUR,1,1,dust_conversion_credited',
        '2021-01-10 10:00:00,Convert Dust,UNI,-0.1,,,EUR,-0.6,-1,dust_conversion_debited',
        '2021-01-10 10:00:00,Convert Dust,DOT,-0.2,,,EUR,-0.4,-1,dust_conversion_debited',
      ]),
    ).toEqual([
      'swap: +1380 CRO, -50 MCO',
      'balance-change: +19 CRO',
      'balance-change: -0.1 UNI',
      'balance-change: -0.2 DOT',
    ]);
    expect(
      assembled([
        'Account,Time (UTC),Journal Type,Transaction Quantity,Instrument,Side,Trade ID',
        'a,2023-01-02 03:04:05.678,TRADING,0.01,BTC,BUY,77',
        'a,2023-01-02 03:04:05.678,TRADING,-170,USD_Stable_Coin,SELL,77',
        'a,2023-01-02 03:04:05.678,TRADE_FEE,-0.00001,BTC,BUY,77',
      ]),
    ).toEqual(['buy: +0.01 BTC, -170 USDC, -0.00001 BTC fee']);
  });
});
