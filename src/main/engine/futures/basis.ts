import { isZero, subtract } from '../../../shared/num/arithmetic.ts';
import { ratio, rateTimes } from '../../../shared/num/products.ts';
import { rateFromFraction } from '../../../shared/num/integers.ts';
import type { Price, Rate } from '../../../shared/num/types.ts';
import { zeroRate } from '../../../shared/num/types.ts';

/** How far a dated contract's price stands from the spot price. */
export interface FuturesBasis {
  /** Futures price less spot price: positive is contango, which pays a short. */
  readonly basis: Price;
  readonly basisRate: Rate;
  /** Simple, over 365 days; null within two days of expiry, where it means nothing. */
  readonly perYear: Rate | null;
}

/**
 * The basis of a dated contract.
 * In: prices above zero; whole days to the expiry. Rounds half-even to 18 decimals.
 * Source: Binance API, Basis (basis, basisRate); the annual rate is simple.
 */
export function futuresBasis(futures: Price, spot: Price, daysToExpiry: number): FuturesBasis {
  const basis = subtract(futures, spot);
  const basisRate = isZero(basis) ? zeroRate : ratio<Price>(basis, spot, 'half-even');
  const perYear =
    daysToExpiry < 2
      ? null
      : rateTimes(basisRate, rateFromFraction(365n, BigInt(daysToExpiry), 'half-even'), 'half-even');
  return { basis, basisRate, perYear };
}
