/** The one place where a remainder is rounded away. Internal to `shared/num`. */

/** The named ways to round; each is symmetric in sign except `floor` and `ceiling`. */
export type Rounding =
  /** To the nearest; a tie to the even neighbour. */
  | 'half-even'
  /** To the nearest; a tie away from zero. */
  | 'half-up'
  /** Toward zero. */
  | 'down'
  /** Away from zero. */
  | 'up'
  /** Toward −∞. */
  | 'floor'
  /** Toward +∞. */
  | 'ceiling';

/**
 * numerator ÷ divisor as a whole number.
 * Errors: throws `RangeError` on a zero divisor, which the caller should have ruled out.
 */
export function divide(numerator: bigint, divisor: bigint, rounding: Rounding): bigint {
  assertDivisor(divisor);
  const quotient = numerator / divisor;
  const remainder = numerator - quotient * divisor;
  if (remainder === 0n) return quotient;
  const negative = remainder < 0n !== divisor < 0n;
  if (!leavesZero(quotient, remainder, divisor, negative, rounding)) return quotient;
  return negative ? quotient - 1n : quotient + 1n;
}

/** Whether the truncated quotient moves one step away from zero. */
function leavesZero(
  quotient: bigint,
  remainder: bigint,
  divisor: bigint,
  negative: boolean,
  rounding: Rounding,
): boolean {
  switch (rounding) {
    case 'down':
      return false;
    case 'up':
      return true;
    case 'floor':
      return negative;
    case 'ceiling':
      return !negative;
    case 'half-up':
      return againstHalf(remainder, divisor) >= 0;
    case 'half-even': {
      const half = againstHalf(remainder, divisor);
      return half > 0 || (half === 0 && (quotient & 1n) === 1n);
    }
  }
}

/** How |remainder| stands to half of |divisor|: below (−1), a tie (0), above (1). */
function againstHalf(remainder: bigint, divisor: bigint): -1 | 0 | 1 {
  const twice = (remainder < 0n ? -remainder : remainder) * 2n;
  const whole = divisor < 0n ? -divisor : divisor;
  return twice < whole ? -1 : twice > whole ? 1 : 0;
}

function assertDivisor(divisor: bigint): void {
  if (divisor === 0n) throw new RangeError('division by zero');
}
