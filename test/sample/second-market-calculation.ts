/** What the sample's market files say, derived a second time: plainly, from the files alone, with nothing of the product. */
import { readdirSync, readFileSync } from 'node:fs';
import { Decimal } from 'decimal.js';

const Exact = Decimal.clone({ precision: 60 });
const DAY = 86_400_000;

export interface PlainMarket {
  /** Of each file: how many prices and how many values of market data it brings. */
  counts: Map<string, { prices: number; observations: number }>;
  /** By symbol: day by day, oldest first. */
  days: Map<string, { end: number; low: Decimal; high: Decimal; close: Decimal; volume: Decimal }[]>;
  funding: Map<string, { time: number; rate: Decimal }[]>;
  /** Oldest first. */
  mood: Decimal[];
  spreads: Map<string, Decimal>;
}

export function plainMarket(folder: string): PlainMarket {
  const market: PlainMarket = {
    counts: new Map(),
    days: new Map(),
    funding: new Map(),
    mood: [],
    spreads: new Map(),
  };
  for (const file of readdirSync(`${folder}/market`)) {
    const text = readFileSync(`${folder}/market/${file}`, 'utf8');
    const [symbol = '', what = ''] = file.split('-');
    if (file.endsWith('.json')) {
      const { data } = JSON.parse(text) as { data: { value: string; timestamp: string }[] };
      const oldestFirst = data.toSorted((a, b) => Number(a.timestamp) - Number(b.timestamp));
      market.mood = oldestFirst.map(({ value }) => new Exact(value));
      market.counts.set(file, { prices: 0, observations: data.length });
      continue;
    }
    const rows = text
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    const count = (prices: number, observations: number): unknown =>
      market.counts.set(file, { prices, observations });
    if (what === '1d') {
      market.days.set(
        symbol,
        rows.map(([, , high = '', low = '', close = '', volume = '', last = '']) => ({
          end: Number(last) + 1,
          low: new Exact(low),
          high: new Exact(high),
          close: new Exact(close),
          volume: new Exact(volume),
        })),
      );
      count(rows.length, 3 * rows.length); // a close is a price of its day, and a value beside two volumes
    } else if (what === 'fundingRate') {
      // calc_time is some milliseconds late
      const paid = rows.map(([time = '', , rate = '']) => ({
        time: Math.floor(Number(time) / 3_600_000) * 3_600_000,
        rate: new Exact(rate),
      }));
      market.funding.set(symbol, paid);
      count(0, rows.length);
    } else if (what === 'bookDepth' || what === 'metrics') {
      // the last of each hour; a full hour belongs to the hour that it ends
      const hours = new Set(
        rows.map(([time = '', second = '']) => {
          const hour = Math.ceil(Date.parse(`${time.replace(' ', 'T')}Z`) / 3_600_000);
          return `${hour} ${what === 'metrics' ? '' : second}`;
        }),
      );
      count(0, hours.size * (what === 'metrics' ? 6 : 1)); // coins, money and four ratios
    } else {
      for (const [, of = '', measure, value = ''] of rows) {
        const [, ticker = ''] = of.split(':');
        if (measure === 'spread')
          market.spreads.set(ticker, new Exact(value.replace('%', '')).dividedBy(100));
      }
      count(0, rows.length);
    }
  }
  return market;
}

/** How far a price moves in a day: the standard deviation of the logarithms of its days, 90 days back from the end. */
export function plainSigma(market: PlainMarket, symbol: string): Decimal {
  const closes = market.days.get(symbol) ?? [];
  const from = (closes.at(-1)?.end ?? 0) - 90 * DAY;
  const last = closes.filter(({ end }) => end > from);
  const moves = last.slice(1).map(({ close }, at) => close.dividedBy(last[at]?.close ?? Number.NaN).ln());
  const mean = moves.reduce((sum, one) => sum.plus(one), new Exact(0)).dividedBy(moves.length);
  const squares = moves.reduce((sum, one) => sum.plus(one.minus(mean).pow(2)), new Exact(0));
  return squares.dividedBy(moves.length - 1).sqrt();
}

/** The share of the values before the last that lie below it, ties counted half. */
export function plainRank(values: readonly Decimal[]): Decimal {
  const last = values.at(-1) ?? new Exact(Number.NaN);
  const before = values.slice(0, -1);
  const below = before.filter((one) => one.lt(last)).length;
  const ties = before.filter((one) => one.eq(last)).length;
  return new Exact(below).plus(new Exact(ties).dividedBy(2)).dividedBy(before.length);
}

/** Coins a day over the last thirty days. */
export function plainVolume(market: PlainMarket, symbol: string): Decimal {
  const last = (market.days.get(symbol) ?? []).slice(-30);
  return last.reduce((sum, { volume }) => sum.plus(volume), new Exact(0)).dividedBy(last.length);
}
