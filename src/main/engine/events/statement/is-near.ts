import { compare } from '../../../../shared/num/arithmetic.ts';
import { rateTimes } from '../../../../shared/num/products.ts';
import type { Rate } from '../../../../shared/num/types.ts';

/** Whether neither is more than the other times the factor. */
export function isNear(a: Rate, b: Rate, factor: Rate): boolean {
  return (
    compare(a, rateTimes(b, factor, 'half-even')) <= 0 && compare(b, rateTimes(a, factor, 'half-even')) <= 0
  );
}
