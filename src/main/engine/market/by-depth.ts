import { compare } from '../../../shared/num/arithmetic.ts';
import type { Coins } from '../futures/units.ts';

/** What is known of one contract's market, for comparing venues. */
interface VenueMarket {
  /** Coins within 1 % of the middle, on the side that an order takes. */
  readonly depth: Coins | null;
  /** Coins a day. */
  readonly volume: Coins | null;
}

/**
 * Markets in order, the deepest first. Depth decides between two that have it, then the day's volume; a market without
 * depth comes after those with it, one without anything last. The order of equals stays.
 */
export function byDepth<T extends VenueMarket>(markets: readonly T[]): readonly T[] {
  return markets.toSorted((a, b) => descending(a.depth, b.depth) || descending(a.volume, b.volume));
}

function descending(a: Coins | null, b: Coins | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return compare(b, a);
}
