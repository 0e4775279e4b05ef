/** `calc slippage`: what an order costs against the middle of the market, without a ledger. */
import { z } from 'zod';
import { calcContract, notNegativeText, positiveText } from './calc-contract.ts';
import { decimalText, side } from './texts.ts';

export const calcSlippageInput = z.strictObject({
  side,
  /** In the unit named by `unit`; coins where that is left out. */
  quantity: positiveText,
  /** Of `quantity` and of the sizes in `levels`. `contracts` needs `contract`. */
  unit: z.enum(['coins', 'contracts']).optional(),
  contract: calcContract.optional(),
  /** The side that the order takes, in any order. */
  levels: z
    .array(z.strictObject({ price: positiveText, size: notNegativeText }))
    .max(20_000)
    .optional(),
  /** The middle, or the best prices that it lies between. */
  mid: positiveText.optional(),
  bid: positiveText.optional(),
  ask: positiveText.optional(),
  /** Standard deviation of a day's return: 0.03 is 3 %. */
  dailyVolatility: positiveText.optional(),
  /** In the unit of `quantity`. */
  averageDailyVolume: positiveText.optional(),
  /** For the Almgren estimate: days that the order is spread over, and units outstanding over a day's volume. */
  days: positiveText.optional(),
  outstandingOverVolume: positiveText.optional(),
});

const walk = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('filled'),
    averagePrice: decimalText,
    worstPrice: decimalText,
    /** Against the middle, half the spread inside; null where no middle is given. */
    slippage: decimalText.nullable(),
  }),
  z.strictObject({ kind: z.literal('cannot-fill'), available: decimalText }),
]);

export const calcSlippageOutput = z.strictObject({
  coins: decimalText,
  mid: decimalText.nullable(),
  walk: walk.nullable(),
  halfSpread: decimalText.nullable(),
  impact: z.strictObject({ low: decimalText, middle: decimalText, high: decimalText }).nullable(),
  almgren: z.strictObject({ permanent: decimalText, temporary: decimalText, cost: decimalText }).nullable(),
  shareOfVolume: decimalText.nullable(),
  volumeFlag: z.enum(['fine', 'caution', 'do-not-trust']).nullable(),
  /** The worse of book and estimate, at least half the spread; null where nothing is known or depth ends. */
  cost: decimalText.nullable(),
  from: z.enum(['book', 'estimate', 'half-spread']).nullable(),
});
