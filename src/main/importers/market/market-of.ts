/** Whose market a file is of: what the user chose, else what its name says. */
import { failure } from '../../../shared/errors/failure.ts';
import type { Failure } from '../../../shared/errors/failure.ts';
import { isCoinMargined } from '../binance-pairs.ts';
import type { FileHead } from '../importer.ts';

/** "BTCUSDT-1h-2026-10.csv", "ETHUSD_PERP-fundingRate-2026-10.csv", with what a browser adds to a second download. */
const binanceName =
  /(?:^|[\\/])([A-Z0-9]+(?:_(?:PERP|\d{6}))?)-(\d{1,2}(?:s|m|h|d|w|mo)|fundingRate|metrics|bookDepth)(?=[-. (_])[^\\/]*$/u;

export interface NamedFile {
  readonly symbol: string;
  /** "1h", "fundingRate", "metrics", "bookDepth". */
  readonly what: string;
}

/** What a name as Binance gives it says; null for other names. */
export function namedFile(file: string): NamedFile | null {
  const match = binanceName.exec(file);
  return match === null ? null : { symbol: match[1] ?? '', what: match[2] ?? '' };
}

/** The futures contract that a file of Binance is of, or why that cannot be told. */
export function binanceContract(head: FileHead, symbol = namedFile(head.file)?.symbol): string | Failure {
  if (head.market !== undefined) return head.market;
  if (symbol === undefined || symbol === '') return marketUnknown(head.file, 'binance-um:BTCUSDT');
  return futuresId(symbol);
}

export function futuresId(symbol: string): string {
  return `${isCoinMargined(symbol) ? 'binance-cm' : 'binance-um'}:${symbol}`;
}

export function marketUnknown(file: string, example: string): Failure {
  return failure('import/market-unknown', { file, example }, { file });
}

/** "binance-um:BTCUSDT" → BTCUSDT. */
export function symbolOf(market: string): string {
  return market.slice(market.indexOf(':') + 1);
}

export function isCoinMarginedMarket(market: string): boolean {
  return market.startsWith('binance-cm:');
}

/**
 * Dollars that one contract of a coin-margined market stands for. Source: Binance, contract specifications of COIN-M
 * (100 USD for BTC, 10 USD for all others).
 */
export function coinMarginedDollars(market: string): '100' | '10' {
  return symbolOf(market).startsWith('BTCUSD') ? '100' : '10';
}

/** "1000SHIBUSDT" counts thousands of coins: the price and all amounts are of that unit. null where a unit is a coin. */
export function coinsInUnit(market: string): string | null {
  const match = /^(10{3,}|1M)(?=[A-Z])/u.exec(symbolOf(market));
  return match === null ? null : (match[1] ?? null);
}
