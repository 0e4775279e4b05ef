import { assetClass, assetId } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { Facts } from '../../facts.ts';

/** What market data can be of. */
export interface MarketSubject {
  readonly of: string;
  readonly kind: 'contract' | 'spot-market' | 'asset' | 'vendor';
  /** The coin; null for a vendor's index, and for a contract or market whose coin nobody knows. */
  readonly asset: AssetId | null;
  /** null where the catalogue does not know the contract. */
  readonly terms: ContractTerms | null;
}

const usd = assetId('USD');

/** Tells what a name of market data stands for. */
export function marketSubject(of: string, { termsOf }: Facts): MarketSubject {
  const [venue = '', symbol] = of.split(':', 2);
  if (symbol === undefined) {
    const isVendor = of.includes('.') || of !== of.toUpperCase();
    return { of, kind: isVendor ? 'vendor' : 'asset', asset: isVendor ? null : assetId(of), terms: null };
  }
  if (venue.endsWith('-spot')) return { of, kind: 'spot-market', asset: coinOfPair(symbol), terms: null };
  const terms = termsOf(of as ContractId) ?? null;
  return { of, kind: 'contract', asset: terms?.underlying ?? null, terms };
}

/** "BTCUSDT", "BTC/USD" → BTC: the longest money at the end is what pays; null where there is none. */
function coinOfPair(symbol: string): AssetId | null {
  const plain = symbol.replaceAll(/[^A-Za-z0-9]/gu, '').toUpperCase();
  for (let at = 2; at <= plain.length - 3; at++)
    if (assetClass(assetId(plain.slice(at)), usd) !== 'coin') return assetId(plain.slice(0, at));
  return null;
}
