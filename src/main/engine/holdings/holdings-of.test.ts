import { describe, expect, test } from 'vitest';
import { accountId } from '../../../shared/domain/account.ts';
import { assetId } from '../../../shared/domain/asset.ts';
import type { ContractSpec } from '../../../shared/domain/contract-spec.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import { toText } from '../../../shared/num/format.ts';
import { price, quantity } from '../../../shared/num/parse.ts';
import { compare, sum } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import { localDate } from '../../../shared/time/local-date.ts';
import { endOfDay, utc } from '../../../shared/time/time-zone.ts';
import { specOf } from '../../../../test/properties/futures.fixture.ts';
import { event } from '../events/event.fixture.ts';
import { ownMovementsOf } from '../events/own-movements.ts';
import { positionsOf } from '../futures/positions.ts';
import { matchLots } from '../lots/match-lots.ts';
import { longTermFrom } from '../tax/jurisdictions/us/long-term-from.ts';
import { priceBookOf } from '../valuation/price-book.ts';
import type { Holding, Holdings } from './holdings.ts';
import { holdingsOf } from './holdings-of.ts';

const usd = assetId('USD');
const asOf = localDate('2026-01-01');
const at = endOfDay(asOf, utc);

function holdings(
  events: readonly LedgerEvent[],
  priced: Readonly<Record<string, string>>,
  specs: readonly ContractSpec[] = [],
): Holdings {
  const marks = Object.entries(priced).map(([of, amount]) => ({
    of: assetId(of),
    time: at,
    price: price(amount),
    source: 'test',
  }));
  const prices = priceBookOf(usd, marks);
  const { openLots } = matchLots(events, {
    methodAt: () => 'fifo',
    scope: 'account',
    longTermFrom,
    timeZone: utc,
    prices,
    movements: ownMovementsOf(events).movements,
  });
  const { positions } = positionsOf({ events, specOf: (id) => specs.find((spec) => spec.id === id) });
  return holdingsOf({ events, openLots, positions, prices, at, asOf });
}

const of = (all: Holdings, asset: string): Holding => {
  const found = all.holdings.find((holding) => holding.asset === asset);
  if (found === undefined) throw new Error(`no ${asset}`);
  return found;
};

function fill(id: string, spec: ContractSpec, side: 'buy' | 'sell', units: string, at_: string): LedgerEvent {
  return event(id, 'futures-fill', '2025-06-01', [], {
    fill: {
      account: accountId('futures'),
      contract: spec.id,
      side,
      quantity: quantity(units),
      price: price(at_),
      positionSide: 'one-way',
    },
  });
}

const portfolio = [
  event('b', 'buy', '2024-06-01', ['spot BTC 1', 'spot USD -30000']),
  event('e', 'buy', '2025-06-01', ['spot ETH 14', 'spot USD -42000']),
  event('d', 'deposit', '2024-01-01', ['spot USD 72000']),
];
const PRICES = { BTC: '65000', ETH: '2500' };

describe('weights', () => {
  test("the mission's example: 65/35 in spot, 50/50 with the overlay, the same total", () => {
    const btc = specOf('linear', {
      symbol: 'BTC',
      id: 'test:BTC' as ContractSpec['id'],
      underlying: assetId('BTC'),
    });
    const eth = specOf('linear', {
      symbol: 'ETH',
      id: 'test:ETH' as ContractSpec['id'],
      underlying: assetId('ETH'),
    });
    const overlay = [
      fill('s', btc, 'sell', '0.230769230769230769', '65000'),
      fill('l', eth, 'buy', '6', '2500'),
    ];
    const all = holdings([...portfolio, ...overlay], PRICES, [btc, eth]);
    expect(toText(all.total)).toBe('100000');
    expect(
      ['BTC', 'ETH'].map((asset) =>
        toText(of(all, asset).weight ?? (of(all, asset).futuresQuantity as never)),
      ),
    ).toEqual(['0.65', '0.35']);
    expect(toText(of(all, 'ETH').effectiveWeight as never)).toBe('0.5');
    expect(toText(of(all, 'BTC').effectiveWeight as never)).toBe('0.5');
    expect(toText(of(all, 'ETH').futuresValue as never)).toBe('15000');
  });

  test('coins that serve as collateral are counted once: an inverse short of all of them leaves a synthetic dollar', () => {
    const inverse = specOf('inverse');
    const events = [
      event('b', 'buy', '2025-01-01', ['spot BTC 1', 'spot USD -30000']),
      event('d', 'deposit', '2024-01-01', ['spot USD 30000']),
      event('t', 'transfer', '2025-02-01', ['spot BTC -1', 'futures BTC 1']),
      fill('s', inverse, 'sell', '50000', '50000'),
    ];
    const all = holdings(events, { BTC: '80000' }, [inverse]);
    expect(toText(of(all, 'BTC').quantity)).toBe('1');
    expect(toText(of(all, 'BTC').effectiveQuantity)).toBe('0');
    expect(toText(all.total)).toBe('80000');
  });
});

describe('values', () => {
  test('by lot: short and long apart', () => {
    const all = holdings(portfolio, PRICES);
    expect(toText(of(all, 'BTC').unrealisedLong as never)).toBe('35000');
    expect(toText(of(all, 'ETH').unrealisedShort as never)).toBe('-7000');
    const gains = [all.unrealisedShort, all.unrealisedLong, all.costBasis];
    expect(compare(sum(gains, zeroMoney), all.total)).toBe(0);
  });

  test('what has no price is left out of the total and said', () => {
    const all = holdings(portfolio, { BTC: '65000' });
    expect(toText(all.total)).toBe('65000');
    expect(of(all, 'ETH')).toMatchObject({ value: null, weight: null, price: null });
    expect(all.holdings.at(-1)?.asset).toBe('ETH');
    expect(all.issues).toMatchObject([{ code: 'prices/none', asset: 'ETH' }]);
  });

  test('stablecoins at par are an assumption that is said', () => {
    const all = holdings([event('d', 'deposit', '2025-01-01', ['spot USDT 10'])], {});
    expect(all.assumptions).toEqual(['USDT: valued at par with USD, as no price is entered.']);
    expect(toText(all.total)).toBe('10');
  });

  test('coins that left without an arrival are shown elsewhere and count in nothing', () => {
    const all = holdings([...portfolio, event('w', 'withdrawal', '2025-07-01', ['spot BTC -0.4'])], PRICES);
    expect(
      of(all, 'BTC').byAccount.map(({ account, quantity: units }) => `${account} ${toText(units)}`),
    ).toEqual(['elsewhere 0.4', 'spot 0.6']);
    // 0.6 BTC at 65000 and 14 ETH at 2500.
    const { quantity: units, costBasis, unrealisedLong, weight } = of(all, 'BTC');
    expect([units, costBasis, unrealisedLong].map((one) => one && toText(one))).toEqual([
      '0.6',
      '18000',
      '21000',
    ]);
    expect(toText(all.total)).toBe('74000');
    expect(weight && toText(weight)).toBe('0.527027027027027027');
  });

  test('money below nothing is a file that is missing', () => {
    const all = holdings([event('b', 'buy', '2025-01-01', ['spot BTC 1', 'spot USDT -30000'])], PRICES);
    expect(all.issues).toMatchObject([{ code: 'balances/below-zero', severity: 'warning', asset: 'USDT' }]);
    expect(all.issues[0]?.message).toContain('-30000 USDT');
  });

  test('nothing held', () => {
    expect(holdings([], {})).toMatchObject({ holdings: [], issues: [] });
  });
});
