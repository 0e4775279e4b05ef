/** Formulas whose published figures show that the exact numbers come out, where the product itself needs no such figure. */
import { add, subtract } from '../../../src/shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../src/shared/num/integers.ts';
import { priceTimes, ratio, rateTimes } from '../../../src/shared/num/products.ts';
import type { Price, Quantity, Rate } from '../../../src/shared/num/types.ts';
import { oneRate } from '../../../src/shared/num/types.ts';

const HOUR_MS = 3_600_000;

/**
 * The interest part of a funding rate: (interest a day on quote money − on the coin) ÷ settlements a day.
 * Rounds half-even. Source: Bybit help 360039261114 (0.06 % and 0.03 % a day, three settlements: 0.01 %).
 */
export function interestOfFunding(quotePerDay: Rate, basePerDay: Rate, settlementsPerDay: number): Rate {
  const share = rateFromFraction(1n, BigInt(settlementsPerDay), 'half-even');
  return rateTimes(subtract(quotePerDay, basePerDay), share, 'half-even');
}

/**
 * The fair price of a perpetual: index × (1 + rate × hours to the settlement ÷ hours of its interval).
 * Rounds half-even. Source: BitMEX, fair price marking.
 */
export function fairPriceOfFunding(
  index: Price,
  rate: Rate,
  hoursToSettlement: number,
  intervalHours: number,
): Price {
  const part = rateFromFraction(
    BigInt(Math.round(hoursToSettlement * HOUR_MS)),
    BigInt(Math.round(intervalHours * HOUR_MS)),
    'half-even',
  );
  return priceTimes(index, add(oneRate, rateTimes(rate, part, 'half-even')), 'half-even');
}

/**
 * N* = h · Q_A ÷ Q_F: contracts for an exposure in coins, by a ratio of price differences.
 * In: coins of one contract above zero. Rounds half-even.
 * Source: Hull, Options, Futures and Other Derivatives, 3.4.
 */
export function contractsForCoins(hedgeRatio: Rate, exposure: Quantity, coinsPerContract: Quantity): Rate {
  return rateTimes(hedgeRatio, ratio(exposure, coinsPerContract, 'half-even'), 'half-even');
}
