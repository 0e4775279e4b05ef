/** The sample's market data: whole, in keeping with its other files, and read as the second calculation reads them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Decimal } from 'decimal.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchText } from '../../src/main/cli/watch-text.ts';
import type { CallAnswer } from '../../src/shared/contract/contract.ts';
import { openSample, type Sample } from './open-sample.fixture.ts';
import { plainFigures } from './second-calculation.ts';
import { plainMarket, plainRank, plainSigma, plainVolume } from './second-market-calculation.ts';

const folder = fileURLToPath(new URL('../../resources/sample', import.meta.url));
const plain = plainFigures(folder);
const market = plainMarket(folder);
let sample: Sample;
beforeAll(async () => {
  sample = await openSample();
});
afterAll(() => sample.close());

const DAY = 86_400_000;
const rowsOf = (file: string): string[][] =>
  readFileSync(`${folder}/${file}`, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
const utc = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`);
const close = (symbol: string): Decimal => market.days.get(symbol)?.at(-1)?.close ?? new Decimal(Number.NaN);

/** Equal to the twelfth decimal. */
function expectExact(actual: string | null | undefined, expected: Decimal): void {
  expect(new Decimal(actual ?? 'NaN').toFixed(12)).toBe(expected.toFixed(12));
}

describe('beside the sample’s other files', () => {
  it('the last closes are the prices that are stated, so that no figure of the ledger changes', () => {
    expect(close('BTCUSDT').toFixed()).toBe(plain.prices.get('BTC')?.toFixed());
    for (const symbol of ['BTCUSDT_261225', 'ETHUSDT'])
      expect(close(symbol).toFixed()).toBe(plain.prices.get(`binance-um:${symbol}`)?.toFixed());
  });

  it('what the investor traded lies within the prices of its day', () => {
    const trades = [
      ...rowsOf('binance-futures-trades.csv').map((row) => [row[1], row[2], row[4]] as const),
      ...rowsOf('binance-spot-trades.csv').map((row) => [row[0], row[1], row[3]] as const),
    ];
    let within = 0;
    for (const [stamp = '', symbol = '', price = ''] of trades) {
      const time = utc(stamp);
      const day = market.days.get(symbol)?.find(({ end }) => time < end && time >= end - DAY);
      if (day === undefined) continue;
      within++;
      expect([stamp, day.low.lte(price) && day.high.gte(price)]).toEqual([stamp, true]);
    }
    expect(within).toBeGreaterThan(5);
  });

  it('funding that was paid is the published rate on the position', () => {
    const paid = rowsOf('binance-futures-transactions.csv').filter(
      ([stamp = '', type, , , symbol]) =>
        type === 'FUNDING_FEE' && symbol === 'ETHUSDT' && stamp >= '2026-05-12',
    );
    expect(paid.length).toBeGreaterThan(500);
    for (const [stamp = '', , amount = ''] of paid) {
      const time = utc(stamp);
      const rate = market.funding.get('ETHUSDT')?.find((one) => one.time === time)?.rate;
      if (rate?.isZero() === true) continue;
      const price = new Decimal(amount)
        .negated()
        .dividedBy(rate ?? Number.NaN)
        .dividedBy('2.1');
      const day = market.days.get('ETHUSDT')?.find(({ end }) => time <= end && time > end - DAY);
      expect([
        stamp,
        price
          .minus(day?.close ?? 0)
          .abs()
          .lt(price.times('0.12')),
      ]).toEqual([stamp, true]);
    }
  });
});

describe('what it says', () => {
  type Reading = CallAnswer<'market.readings'>['subjects'][number]['readings'][number];
  async function reading(of: string, measure: string): Promise<Reading | undefined> {
    const { subjects } = await sample.ask('market.readings', { of });
    return subjects[0]?.readings.find((one) => one.measure === measure);
  }

  it.each(['BTCUSDT', 'BTCUSDT_261225', 'ETHUSDT'])(
    'a day of %s moves as far, and has the volume',
    async (symbol) => {
      const sigma = plainSigma(market, symbol);
      expectExact((await reading(`binance-um:${symbol}`, 'daily-volatility'))?.value, sigma);
      expect(sigma.gt('0.02') && sigma.lt('0.04')).toBe(true);
      const volume = await reading(`binance-um:${symbol}`, 'volume');
      expectExact(volume?.value, plainVolume(market, symbol));
      expect(volume?.stale).toBe(false);
    },
  );

  it.each(['BTCUSDT', 'ETHUSDT'])('funding of %s ranks the same in its own year', async (symbol) => {
    const rates = (market.funding.get(symbol) ?? []).map(({ rate }) => rate);
    const found = await reading(`binance-um:${symbol}`, 'funding-rate');
    expectExact(found?.value, rates.at(-1) ?? new Decimal(Number.NaN));
    expectExact(found?.history.percentile, plainRank(rates));
    expect(found?.stale).toBe(false);
  });

  it('fear and greed ranks the same among the days of a year before', async () => {
    const found = await reading('alternative.me', 'fear-greed');
    expectExact(found?.history.percentile, plainRank(market.mood.slice(-366)));
    expect(found?.history.sample).toBe(365);
  });

  it('an order for 50 000 is costed by the square-root law, above half the spread', async () => {
    const symbol = 'ETHUSDT';
    const asked = await sample.ask('market.slippage', {
      contract: `binance-um:${symbol}`,
      side: 'buy',
      notional: '50000',
    });
    const coins = new Decimal(50_000).dividedBy(close(symbol));
    const cost = plainSigma(market, symbol).times(coins.dividedBy(plainVolume(market, symbol)).sqrt());
    expect(cost.gt(market.spreads.get(symbol)?.dividedBy(2) ?? Number.NaN)).toBe(true);
    const ticket = asked.tickets.find((one) => one.asked);
    expect(new Decimal(ticket?.cost ?? 'NaN').toFixed(9)).toBe(cost.toFixed(9));
    expect(asked.missing).toEqual([]);
  });

  it('liquidation is told in days’ movements of the contract’s own closes', async () => {
    const { rows, issues } = await sample.ask('monitor.read', {});
    const short = rows.find(({ contract: id }) => id === 'binance-um:BTCUSDT_261225');
    const distance = new Decimal(short?.liquidation.distance ?? 'NaN');
    // The movement is of logarithms, and so is the way to the price.
    const days = distance.plus(1).ln().dividedBy(plainSigma(market, 'BTCUSDT_261225'));
    expect(new Decimal(short?.liquidation.dailySigmas ?? 'NaN').toFixed(9)).toBe(days.toFixed(9));
    expect(issues).toEqual([]);
  });

  it('the demo says it in a few lines', async () => {
    const text = watchText(await sample.ask('monitor.read', {}), await sample.ask('market.readings', {}));
    expect(text).toContain('usual days’ movements');
    expect(text).toMatch(/BTCUSDT +Funding rate +[\d.]+ % a year +elevated: higher than 9\d/u);
    expect(text).toMatch(/Fear and greed +\d+ of 100 +usual/u);
    expect(text.split('\n').length).toBeLessThan(20);
  });
});
