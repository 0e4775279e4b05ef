/** What Bybit's symbols say: which coin a contract settles in, and what a spot market is made of. */
import { type ContractId, contractId } from '../../../shared/domain/contract-spec.ts';
import { type Pair, splitPair } from '../binance-pairs.ts';
import type { TableRow } from '../table/table-row.ts';

export function bybitContract(symbol: string): ContractId {
  return contractId('bybit', symbol.toUpperCase());
}

const dated = /-\d{1,2}[A-Z]{3}\d{2}$/u;
const inverse = /^(.+)USD(?:[FGHJKMNQUVXZ]\d{2})?$/u;

/**
 * BTCUSDT, BTCUSDT-26JUN26 → USDT; BTCPERP, BTC-26JUN26 → USDC; BTCUSD, BTCUSDZ26 → BTC (inverse). null where the symbol
 * says nothing. Source: Bybit API v5, instruments of the categories linear and inverse.
 */
export function bybitSettleCoin(symbol: string): string | null {
  const upper = symbol.toUpperCase();
  const market = upper.replace(dated, '');
  if (market.endsWith('USDT')) return 'USDT';
  if (market.endsWith('USDC') || market.endsWith('PERP')) return 'USDC';
  const coin = inverse.exec(market)?.[1];
  if (coin !== undefined) return coin;
  return market === upper ? null : 'USDC';
}

/** Inverse contracts count in dollars and pay in their coin; no export of one has been seen. */
export function warnOfInverse(row: TableRow, symbol: string): void {
  const coin = bybitSettleCoin(symbol);
  if (coin === null || coin === 'USDT' || coin === 'USDC') return;
  row.warn('import/type-not-confirmed', { type: `the inverse contract ${symbol}` }, 'inverse');
}

/** BTC-27MAR26-120000-C, with or without what it settles in. */
export function isBybitOption(symbol: string): boolean {
  return /-\d+(?:\.\d+)?-[CP](?:-[A-Z]+)?$/u.test(symbol);
}

/** What spot markets are quoted in, the longer first. Source: Bybit API v5, instruments of the category spot. */
const quotes = ['USDT', 'USDC', 'USDE', 'USD1', 'USDQ', 'USDR', 'DAI', 'BRZ', 'MNT', 'BTC', 'ETH', 'SOL'];
const fiat = ['EUR', 'BRL', 'PLN', 'TRY', 'GBP', 'KZT', 'AED', 'USD'];

/** ICPUSDT → ICP, USDT; null where no quote is known. */
export function bybitPair(symbol: string): Pair | null {
  for (const quote of [...quotes, ...fiat]) {
    const pair = splitPair(symbol, quote);
    if (pair !== null) return pair;
  }
  return null;
}
