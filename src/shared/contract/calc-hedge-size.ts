/** `calc hedge-size`: how much of a contract hedges an amount, without a ledger. */
import { z } from 'zod';
import { calcContract, calcRounding, notNegativeText, positiveText } from './calc-contract.ts';
import { decimalText } from './texts.ts';

export const calcHedgeSizeInput = z.strictObject({
  /** What is to be hedged, in quote money. */
  notional: notNegativeText,
  /** Of one coin, in quote money. */
  price: positiveText,
  contract: calcContract,
  rounding: calcRounding,
  /** Share of the amount that is to be hedged; all of it where left out. */
  hedgeRatio: notNegativeText.optional(),
});

export const calcHedgeSizeOutput = z.strictObject({
  /** In the contract's own order unit. */
  quantity: decimalText,
  notional: decimalText,
  coins: decimalText,
  /** Coins that stay unhedged; negative where the order hedges more than was asked. */
  residual: decimalText,
  /** The residual as a share of what was asked. */
  residualRate: decimalText,
});
