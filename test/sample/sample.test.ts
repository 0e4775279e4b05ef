/** Every figure of the sample, as the product gives it, against the second calculation over the same files. */
import { fileURLToPath } from 'node:url';
import { Decimal } from 'decimal.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSample, type Sample } from './open-sample.fixture.ts';
import { plainFigures, plainTax } from './second-calculation.ts';
import { plainMarket } from './second-market-calculation.ts';

const folder = fileURLToPath(new URL('../../resources/sample', import.meta.url));
const plain = plainFigures(folder);
const market = plainMarket(folder);
let sample: Sample;
beforeAll(async () => {
  sample = await openSample();
});
afterAll(() => sample.close());

const total = (values: readonly Decimal[]): Decimal =>
  values.reduce((sum, one) => sum.plus(one), new Decimal(0));
/** Exact but for the last of 18 decimals, where many divisions meet: equal to the twelfth. */
function expectExact(actual: string | undefined, expected: Decimal): void {
  expect(new Decimal(actual ?? 'NaN').toFixed(12)).toBe(expected.toFixed(12));
}

describe('the sample investor', () => {
  it('arrives whole: every row is an event, a price or market data', async () => {
    const { batches } = await sample.ask('imports.list', {});
    const own = batches.filter(({ file }) => !market.counts.has(file));
    const counts = new Map(own.map(({ file, events, prices }) => [file, events + prices]));
    expect(Object.fromEntries(counts)).toEqual({
      'coinbase-transactions.csv': plain.rows.coinbase,
      'binance-spot-trades.csv': plain.rows.spot,
      'binance-futures-trades.csv': plain.rows.fills,
      'binance-futures-transactions.csv': plain.rows.income,
      'other-records.csv': plain.rows.other,
    });
    const rest = batches.filter(({ file }) => market.counts.has(file));
    expect(new Map(rest.map(({ file, prices, observations }) => [file, { prices, observations }]))).toEqual(
      market.counts,
    );
    expect(rest.every(({ events, skippedRows }) => events === 0 && skippedRows === 0)).toBe(true);
  });

  it('holds the same balances in every account', async () => {
    const { holdings } = await sample.ask('holdings.read', {});
    const actual = new Map(
      holdings.flatMap(({ asset, byAccount }) =>
        byAccount.map(({ account, quantity }) => [`${account} ${asset}`, quantity]),
      ),
    );
    for (const [key, quantity] of plain.balances) {
      if (quantity.isZero()) expect([key, actual.get(key) ?? '0']).toEqual([key, '0']);
      else expect([key, actual.get(key)]).toEqual([key, quantity.toFixed()]);
    }
    expect([...actual.keys()].filter((key) => !plain.balances.has(key))).toEqual([]);
  });

  it('values holdings and futures at the same marks', async () => {
    const { holdings, positions } = await sample.ask('holdings.read', {});
    for (const { asset, quantity, value } of holdings) {
      const price = asset === 'USD' || asset === 'USDT' ? new Decimal(1) : plain.prices.get(asset);
      expectExact(value ?? undefined, new Decimal(quantity).times(price ?? Number.NaN));
    }
    const open = positions.filter(({ side }) => side !== 'flat');
    const actual = open.map(
      ({ contract: id, side, quantity }) => `${id} ${side === 'short' ? '-' : ''}${quantity}`,
    );
    const expected = [...plain.positions]
      .filter(([, size]) => !size.isZero())
      .map(([symbol, size]) => `binance-um:${symbol} ${size.toFixed()}`);
    expect(actual.toSorted()).toEqual(expected.toSorted());
  });

  it('holds the same lots, at the same cost, of the same term', async () => {
    const { lots } = await sample.ask('holdings.lots', {});
    const keyOf = (asset: string, account: string, quantity: string): string =>
      `${asset} ${account} ${quantity}`;
    const expected = plain.parcels.map(({ asset, account, quantity, cost }) => ({
      key: keyOf(asset, account, quantity.toFixed()),
      cost,
    }));
    expect(lots.map(({ asset, account, quantity }) => keyOf(asset, account, quantity)).toSorted()).toEqual(
      expected.map(({ key }) => key).toSorted(),
    );
    expectExact(
      total(lots.map(({ costBasis }) => new Decimal(costBasis))).toFixed(),
      total(expected.map(({ cost }) => cost)),
    );
  });

  it('realised the same gains each year, short and long', async () => {
    const { years } = await sample.ask('holdings.gains', {});
    const gain = (year: number, term: 'short' | 'long'): Decimal =>
      total(
        plain.disposals
          .filter((one) => one.year === year && one.term === term)
          .map(({ proceeds, cost }) => proceeds.minus(cost)),
      );
    expect(years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026]);
    for (const { year, shortTermGain, longTermGain, otherFuturesGain, income, section1256Gain } of years) {
      expectExact(shortTermGain, gain(year, 'short'));
      expectExact(longTermGain, gain(year, 'long'));
      expectExact(income, plain.incomeByYear.get(year) ?? new Decimal(0));
      expectExact(otherFuturesGain, plain.futuresCounted.get(year) ?? new Decimal(0));
      expect(section1256Gain).toBe('0');
    }
  });

  it('stands at about 65 to 35, hedge included, and outside its bands', async () => {
    const { drift, triggers } = await sample.ask('targets.read', {});
    const price = (asset: string): Decimal => plain.prices.get(asset) ?? new Decimal(Number.NaN);
    const spot = (asset: string): Decimal =>
      total([...plain.balances].filter(([key]) => key.endsWith(` ${asset}`)).map(([, quantity]) => quantity));
    const worth = {
      BTC: spot('BTC')
        .plus(plain.positions.get('BTCUSDT_261225') ?? 0)
        .times(price('BTC')),
      ETH: spot('ETH')
        .plus(plain.positions.get('ETHUSDT') ?? 0)
        .times(price('ETH')),
    };
    const whole = worth.BTC.plus(worth.ETH);
    for (const row of drift) {
      const expected = row.asset === 'BTC' ? worth.BTC : worth.ETH;
      expectExact(row.effectiveWeight, expected.dividedBy(whole));
      expectExact(row.driftValue, expected.minus(whole.dividedBy(2)));
      expect(row.outside).toBe(true);
    }
    expect(worth.BTC.dividedBy(whole).toFixed(2)).toBe('0.65');
    expect(triggers.length).toBeGreaterThan(0);
  });

  it('owes the same tax for 2025 and 2026', async () => {
    const { years } = await sample.ask('plan.taxYears', {});
    const sum = (year: number, term: 'short' | 'long'): Decimal =>
      total(
        plain.disposals
          .filter((one) => one.year === year && one.term === term)
          .map(({ proceeds, cost }) => proceeds.minus(cost)),
      );
    for (const [year, wages] of [
      [2025, 131_000],
      [2026, 135_000],
    ] as const) {
      const waits = plain.waitingByYear.get(year) ?? new Decimal(0);
      const futuresGain = waits.plus(plain.futuresCounted.get(year) ?? 0);
      expectExact(years.find((one) => one.year === year)?.straddles.deferredTotal, waits);
      const ordinary = new Decimal(wages).plus(plain.incomeByYear.get(year) ?? 0);
      const expected = plainTax(year, ordinary, sum(year, 'short').plus(futuresGain), sum(year, 'long'));
      expectExact(years.find((one) => one.year === year)?.totalTax, expected);
    }
    expect(plain.waitingByYear.get(2026)?.toFixed(2)).toBe('887.51');
  });

  it('says nothing is wrong with the files', async () => {
    const { issues } = await sample.ask('holdings.read', {});
    expect(issues.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });
});
