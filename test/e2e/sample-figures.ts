/** What the sample adds up to on its day, from the second calculation alone: nothing of the product has a part in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from 'decimal.js';
import { isLong, plainFigures, type PlainFigures } from '../sample/second-calculation.ts';
import { sampleFolder } from './folders.ts';

export const sampleDay: number = Date.parse('2026-11-20T23:59:59-05:00');
export const zero = new Decimal(0);
export const plain: PlainFigures = plainFigures(sampleFolder);

export const coins = ['BTC', 'ETH', 'BNB', 'SOL'] as const;
export const assets = [...coins, 'USD', 'USDT'] as const;
export type Asset = (typeof assets)[number];
const hedges: Readonly<Partial<Record<Asset, string>>> = { BTC: 'BTCUSDT_261225', ETH: 'ETHUSDT' };

export function total(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), zero);
}

/** Of one unit; money and Tether count at par. */
export function price(of: string): Decimal {
  return plain.prices.get(of) ?? new Decimal(1);
}

export function held(asset: Asset): Decimal {
  return total(
    [...plain.balances].filter(([key]) => key.endsWith(` ${asset}`)).map(([, balance]) => balance),
  );
}

export function value(asset: Asset): Decimal {
  return held(asset).times(price(asset));
}

export const wholeValue: Decimal = total(assets.map(value));

/** In coins: less than nothing is a short. */
export function inFutures(asset: Asset): Decimal {
  return plain.positions.get(hedges[asset] ?? '') ?? zero;
}

export function effectiveValue(asset: Asset): Decimal {
  return value(asset).plus(inFutures(asset).times(price(asset)));
}

/** The share of bitcoin and ether in the two together, hedge included: what the targets are about. */
export function share(asset: 'BTC' | 'ETH'): Decimal {
  return effectiveValue(asset).dividedBy(targeted);
}

const targeted: Decimal = effectiveValue('BTC').plus(effectiveValue('ETH'));

export function openGain(term: 'short' | 'long', asset?: Asset): Decimal {
  const lots = plain.parcels.filter(
    (lot) =>
      (asset === undefined || lot.asset === asset) && isLong(lot.time, sampleDay) === (term === 'long'),
  );
  return total(lots.map((lot) => lot.quantity.times(price(lot.asset)).minus(lot.cost)));
}

export function realised(year: number, term: 'short' | 'long'): Decimal {
  const sales = plain.disposals.filter((sale) => sale.year === year && sale.term === term);
  return total(sales.map(({ proceeds, cost }) => proceeds.minus(cost)));
}

/** What counts in the year: fees and funding wait for the close of their position. */
export function futuresGain(year: number): Decimal {
  return plain.futuresCounted.get(year) ?? zero;
}

/** Straddle losses of the year, in positive dollars, that wait at its end. */
export function waiting(year: number): Decimal {
  return (plain.waitingByYear.get(year) ?? zero).abs();
}

export function stakingIncome(year: number): Decimal {
  return plain.incomeByYear.get(year) ?? zero;
}

/** What would have to be sold of bitcoin and bought of ether, in dollars, to stand at half and half. */
export const tooMuch: Decimal = share('BTC').minus('0.5').times(targeted);

/** The hedge that is proposed: Coinbase's contract of a hundredth of a bitcoin, CME's of a tenth of an ether. */
export const hedgeContracts = {
  BTC: tooMuch.dividedBy(price('BTC')).dividedBy('0.01').toDecimalPlaces(0),
  ETH: tooMuch.dividedBy(price('ETH')).dividedBy('0.1').toDecimalPlaces(0),
} as const;

/** Of bitcoin, once that hedge stands. */
export const shareAfterHedge: Decimal = (() => {
  const bitcoin = effectiveValue('BTC').minus(hedgeContracts.BTC.times('0.01').times(price('BTC')));
  const ether = effectiveValue('ETH').plus(hedgeContracts.ETH.times('0.1').times(price('ETH')));
  return bitcoin.dividedBy(bitcoin.plus(ether));
})();

/** Rows of a file that are kept apart from prices. */
export const rowsOfExchanges: number =
  plain.rows.coinbase + plain.rows.spot + plain.rows.fills + plain.rows.income;

export interface PlainFutures {
  readonly size: Decimal;
  readonly entry: Decimal;
  readonly mark: Decimal;
  readonly profit: Decimal;
  readonly funding: Decimal;
}

/** One contract, line by line from the two futures files. No position of the sample is added to after it was opened. */
export function futuresOf(symbol: string): PlainFutures {
  const ofSymbol = (file: string, column: number): string[][] =>
    readFileSync(join(sampleFolder, file), 'utf8')
      .split('\n')
      .map((line) => line.split(','))
      .filter((cells) => cells[column] === symbol);
  const sum = (type: string): Decimal =>
    total(
      ofSymbol('binance-futures-transactions.csv', 4)
        .filter((cells) => cells[1] === type)
        .map((cells) => new Decimal(cells[2] ?? 'NaN')),
    );
  return {
    size: plain.positions.get(symbol) ?? zero,
    entry: new Decimal(ofSymbol('binance-futures-trades.csv', 2)[0]?.[4] ?? 'NaN'),
    mark: plain.prices.get(`binance-um:${symbol}`) ?? zero,
    profit: sum('REALIZED_PNL'),
    funding: sum('FUNDING_FEE'),
  };
}

export const closedContracts: readonly string[] = [...plain.positions]
  .filter(([, size]) => size.isZero())
  .map(([symbol]) => symbol);
