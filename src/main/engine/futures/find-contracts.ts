/** Finding contracts by what people type. */
import type { ContractTerms } from '../../../shared/domain/contract-terms.ts';

/** Names that venues and people use for the assets and kinds of the catalogue. */
const SYNONYMS: Readonly<Record<string, string>> = {
  xbt: 'btc',
  bitcoin: 'btc',
  ether: 'eth',
  ethereum: 'eth',
  solana: 'sol',
  ripple: 'xrp',
  dogecoin: 'doge',
  litecoin: 'ltc',
  gsol: 'sol',
  perp: 'perpetual',
  swap: 'perpetual',
  'coin-m': 'inverse',
  'usd-m': 'linear',
};

/**
 * The entries in which every word of the search occurs, itself or by another name; those whose symbol or id is what was
 * typed come first, then those that follow such an asset.
 */
export function foundContracts(entries: readonly ContractTerms[], search: string): ContractTerms[] {
  const words = search
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const found = entries.filter((terms) => words.every((word) => occurs(word, terms)));
  const whole = words.join(' ');
  return found.toSorted((a, b) => rankOf(a, whole) - rankOf(b, whole));
}

function occurs(word: string, terms: ContractTerms): boolean {
  const text = textOf(terms);
  const other = SYNONYMS[word];
  return text.includes(word) || (other !== undefined && text.includes(other));
}

function rankOf({ id, symbol, underlying }: ContractTerms, search: string): number {
  if (id.toLowerCase() === search || symbol.toLowerCase() === search) return 0;
  const asset = underlying.toLowerCase();
  return asset === search || asset === SYNONYMS[search] ? 1 : 2;
}

function textOf({ id, name, venue, underlying, quote, settleAsset, kind, payoff }: ContractTerms): string {
  return [id, name, venue, underlying, quote, settleAsset, kind, payoff].join(' ').toLowerCase();
}
