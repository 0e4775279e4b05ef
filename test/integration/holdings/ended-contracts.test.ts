/** A dated contract whose settlement is in no file, years after it ended: told of, and part of no figure of today. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  contract,
  type CallAnswer,
  type CallName,
  type CallRequest,
} from '../../../src/shared/contract/contract.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import type { Handler } from '../../../src/main/core/call-context.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import { type ImportDesk, must, openDesk } from '../imports/import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

async function ask<Name extends Exclude<CallName, 'ledger.lock'>>(
  name: Name,
  request: CallRequest<Name>,
  day: string,
): Promise<CallAnswer<Name>> {
  const handler = handlers[name] as unknown as Handler<Name>;
  const context = { ...desk.context(), now: instantFromIso(`${day}T12:00:00Z`) };
  return contract[name].output.parse(must(await handler(request, context))) as CallAnswer<Name>;
}

// Two contracts of 100 USD, sold in the last month of the contract; nothing after it.
const trades = `Uid,Time(UTC),Symbol,Side,Position Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade Id,Order Id
7,2024-03-01 12:00:00,BTCUSD_240329,SELL,BOTH,50000,2,0.004,0.000002 BTC,0,false,false,9006,506
`;

/** What is missing a price, what futures add, whose margin is asked for, and what is said of the end. */
async function seen(day: string): Promise<Readonly<Record<string, unknown>>> {
  const { missing } = await ask('prices.read', {}, day);
  const { holdings, positions, issues } = await ask('holdings.read', {}, day);
  const { rows } = await ask('monitor.read', {}, day);
  return {
    missing,
    short: positions.map(({ side, quantity }) => `${side} ${quantity}`),
    futures: holdings.map(({ asset, futuresQuantity }) => `${asset} ${futuresQuantity}`),
    watched: rows.length,
    said: issues.filter(({ code }) => code === 'futures/open-after-expiry').map(({ message }) => message),
    asked: issues.some(({ code }) => code === 'prices/no-contract-mark'),
  };
}

it('counts until its last day, and then in nothing', async () => {
  await desk.bring(trades, 'Binance-COIN-Futures-Trade-History-202404010000(UTC).csv');
  const before = await seen('2024-03-29');
  expect(before).toMatchObject({ short: ['short 2'], watched: 1, said: [], asked: true });
  expect(before['missing']).toContain('binance-cm:BTCUSD_240329');
  const after = await seen('2026-11-23');
  expect(after).toMatchObject({ short: ['short 2'], futures: ['BTC 0'], watched: 0, asked: false });
  expect(after['missing']).not.toContain('binance-cm:BTCUSD_240329');
  expect(after['said']).toEqual([expect.stringContaining('ended on 2024-03-29')]);
});

it('an old price of it brings no exposure back', async () => {
  await desk.bring(trades, 'Binance-COIN-Futures-Trade-History-202404010000(UTC).csv');
  const prices = [
    { of: 'BTC', price: '60000' },
    { of: 'binance-cm:BTCUSD_240329', price: '60000', time: '2024-03-28T00:00:00Z' },
  ];
  await ask('prices.set', { prices }, '2026-11-23');
  const { holdings, positions } = await ask('holdings.read', {}, '2026-11-23');
  expect(holdings.map(({ futuresQuantity }) => futuresQuantity)).toEqual(['0']);
  expect(positions.map(({ delta, notional }) => [delta, notional])).toEqual([[null, null]]);
});

it('a leg of a plan hedges nothing from then on: the watch says what to import', async () => {
  const held = `Time,Kind,Account,Received Quantity,Received Asset,Sent Quantity,Sent Asset
2023-01-01T00:00:00Z,buy,Wallet,1,BTC,20000,USD
`;
  await desk.bring(held, 'held.csv');
  await desk.bring(trades, 'Binance-COIN-Futures-Trade-History-202404010000(UTC).csv');
  const prices = [
    { of: 'BTC', price: '50000', time: '2024-03-02T00:00:00Z' },
    { of: 'binance-cm:BTCUSD_240329', price: '50000', time: '2024-03-02T00:00:00Z' },
  ];
  await ask('prices.set', { prices }, '2024-03-02');
  await ask('hedge.adopt', { exitDate: '2024-03-25' }, '2024-03-02');
  const leg = async (day: string): Promise<unknown> => {
    const { rows, issues } = await ask('monitor.read', {}, day);
    const said = issues.filter(({ code }) => code === 'futures/open-after-expiry').length;
    return [rows.map(({ ratio, alarms }) => [ratio.coins, alarms.map(({ field }) => field)]), said];
  };
  // 200 USD at 50 000; nothing on the account stands behind it.
  expect(await leg('2024-03-03')).toEqual([[['-0.004', ['liquidation', 'margin']]], 0]);
  const [[[coins, alarms]], said] = (await leg('2024-04-02')) as [[[string, string[]]], number];
  expect([coins, alarms[0], said]).toEqual(['0', 'expiry', 1]);
  expect(alarms).not.toContain('margin');
  expect(alarms).not.toContain('liquidation');
});
