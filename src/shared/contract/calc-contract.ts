/** A futures contract inside a `calc` document: an id of the catalogue, or its terms. */
import { z } from 'zod';
import { dateText, decimalText } from './texts.ts';

export const positiveText = decimalText.refine(
  (text) => !text.startsWith('-') && /[1-9]/u.test(text),
  'a number above zero',
);
export const notNegativeText = decimalText.refine(
  (text) => !text.startsWith('-'),
  'a number of zero or more',
);

/** By the names that a venue uses. */
export const calcMarginTiers = z
  .array(z.record(z.string().max(40), z.union([decimalText, z.number(), z.null()])))
  .max(500);

const calcContractTerms = z.strictObject({
  payoff: z.enum(['linear', 'inverse', 'quanto']),
  kind: z.enum(['perpetual', 'dated']),
  multiplier: positiveText,
  quantityUnit: z.enum(['contracts', 'base', 'quote']),
  quantityStep: positiveText,
  minQuantity: notNegativeText.optional(),
  minNotional: notNegativeText.optional(),
  priceTick: positiveText.optional(),
  expiry: dateText.optional(),
  settleAsset: z.string().min(1).max(20),
  /** Each tier by the names its venue uses; sizing does not read them, `calc liquidation` says which it knows. */
  marginTiers: calcMarginTiers.optional(),
});

/** "cme:MBT", "binance-um:BTCUSDT_261225", or the terms themselves. */
export const calcContract = z.union([z.string().min(3).max(100), calcContractTerms]);
export type CalcContract = z.output<typeof calcContract>;

export const calcRounding = z
  .enum(['floor', 'nearest', 'ceil'])
  .describe(
    'To what the venue takes: floor never hedges more than is wanted, ceil never less, nearest leaves the smaller residual and takes the smaller order where both are as near.',
  );
