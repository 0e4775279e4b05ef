/** `calc overlay`: the futures legs that bring a portfolio to its targets, without a ledger. */
import { z } from 'zod';
import { calcContract, calcRounding, notNegativeText, positiveText } from './calc-contract.ts';
import { decimalText } from './texts.ts';

const asset = z.string().min(1).max(20);

export const calcOverlayInput = z.strictObject({
  portfolio: z
    .array(z.strictObject({ asset, quantity: notNegativeText, price: positiveText }))
    .min(1)
    .max(1000),
  /** Money beside the coins. What the targets leave of 100 % is its target. */
  cash: notNegativeText.optional(),
  /** Share of portfolio and cash together, by asset; at most 1 in all. Assets without a target stay outside the sum. */
  targets: z.record(asset, notNegativeText),
  /** The contract that each asset is traded with; an asset off target without one stays as it is. */
  contracts: z.record(asset, calcContract),
  /** Assets whose contract is meant to follow another coin, which has to be in the portfolio for its price. */
  crossHedge: z.array(asset).max(1000).optional(),
  rounding: calcRounding,
});
export type CalcOverlayInput = z.output<typeof calcOverlayInput>;

export const calcOverlayOutput = z.strictObject({
  value: decimalText,
  drift: z.array(
    z.strictObject({
      asset: z.string(),
      target: decimalText,
      weight: decimalText,
      /** Weight less target: positive is overweight. */
      drift: decimalText,
      driftValue: decimalText,
    }),
  ),
  legs: z.array(
    z.strictObject({
      asset: z.string(),
      side: z.enum(['long', 'short']),
      /** In the contract's own order unit. */
      quantity: decimalText,
      notional: decimalText,
    }),
  ),
  /** Once the legs are open; `cash` is in it where it is not zero. They add up to one exactly. */
  effectiveWeights: z.record(z.string(), decimalText),
  /** What stays off target, in coins and in money; negative is too much of a short. */
  residuals: z.array(
    z.strictObject({
      asset: z.string(),
      coins: decimalText,
      value: decimalText,
      /** As a share of what was wanted; negative where the leg overshoots. */
      rate: decimalText,
    }),
  ),
});
export type CalcOverlayOutput = z.output<typeof calcOverlayOutput>;
