import { isZero } from '../../../../shared/num/arithmetic.ts';
import { quantityFor, valueOf } from '../../../../shared/num/products.ts';
import { coins } from '../../../engine/futures/units.ts';
import type { Coins } from '../../../engine/futures/units.ts';
import type { Derived } from '../../derived.ts';
import { underlyingOf } from './asset-states.ts';
import { legCoins } from './leg-lives.ts';
import type { LegLife } from './leg-lives.ts';

/**
 * Coins of a leg's contract as coins of the asset that it stands for: in a cross hedge as many as are worth the same now.
 * null where a price is missing.
 */
export function asCoinsOfAsset(amount: Coins | null, life: LegLife, { prices, at }: Derived): Coins | null {
  const underlying = underlyingOf(life);
  if (amount === null || underlying === life.leg.asset || isZero(amount)) return amount;
  const from = prices.latest(underlying, at)?.price ?? null;
  const to = prices.latest(life.leg.asset, at)?.price ?? null;
  if (from === null || to === null || isZero(to)) return null;
  return coins(quantityFor(valueOf(amount, from, 'half-even'), to, 'half-even'));
}

/** What a leg moves now in coins of the asset that it stands for, signed. null where a price is missing. */
export function coinsOfAsset(life: LegLife, derived: Derived): Coins | null {
  return asCoinsOfAsset(legCoins(life), life, derived);
}
