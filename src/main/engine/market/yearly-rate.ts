import { rateFromFraction } from '../../../shared/num/integers.ts';
import { rateTimes } from '../../../shared/num/products.ts';
import type { Rate } from '../../../shared/num/types.ts';

const YEAR_MS = 365n * 86_400_000n;

/** A rate for some hours as a rate a year, simple over 365 days: rate × (24 ÷ hours) × 365. In: hours above zero. Rounds half-even. */
export function yearlyRate(rate: Rate, hours: number): Rate {
  const ms = BigInt(Math.round(hours * 3_600_000));
  return rateTimes(rate, rateFromFraction(YEAR_MS, ms, 'half-even'), 'half-even');
}
