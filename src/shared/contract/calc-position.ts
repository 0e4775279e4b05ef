/** `calc position`: what fills and funding add up to in one contract, without a ledger. */
import { z } from 'zod';
import { calcContract, notNegativeText, positiveText } from './calc-contract.ts';
import { decimalText, instantText, side } from './texts.ts';

const fill = z.strictObject({
  time: instantText,
  side,
  quantity: positiveText.describe("In the contract's own order unit"),
  price: positiveText,
  fee: decimalText
    .optional()
    .describe('Paid, in the settle asset; a rebate is below 0. Where left out, see `liquidity`'),
  liquidity: z
    .enum(['maker', 'taker'])
    .optional()
    .describe("Without a fee: it is worked out at the contract's own rate. Without both, no fee counts"),
});

const funding = z.strictObject({
  time: instantText,
  rate: decimalText.optional().describe('A fraction; above 0 longs pay shorts. Needs markPrice'),
  markPrice: positiveText.optional(),
  amount: decimalText.optional().describe('As booked, in the settle asset: received is above 0'),
});

export const calcPositionInput = z.strictObject({
  contract: calcContract,
  fills: z.array(fill).min(1).max(100_000).describe('In any order; of equal times in the order given'),
  funding: z.array(funding).max(100_000).optional(),
  markPrice: positiveText,
  settlePrice: positiveText
    .optional()
    .describe('Of one settle asset in quote money: quanto contracts only (for delta and quote money)'),
  stated: z
    .strictObject({
      side: z.enum(['long', 'short', 'flat']),
      quantity: notNegativeText,
      averageEntry: positiveText.optional(),
    })
    .optional()
    .describe('What the venue shows, to compare the result with'),
});

const issue = z.strictObject({ code: z.string(), message: z.string(), fix: z.string() });

const amounts = {
  realisedPnl: decimalText,
  unrealisedPnl: decimalText,
  fees: decimalText.nullable().describe('Signed: paid is below 0'),
  funding: decimalText.describe('Signed: received is above 0'),
  equityChange: decimalText.nullable().describe('The sum of the four'),
};

export const calcPositionOutput = z.strictObject({
  side: z.enum(['long', 'short', 'flat']),
  quantity: decimalText.describe("In the contract's own order unit, never negative"),
  averageEntry: decimalText.nullable().describe('Harmonic for inverse contracts; null when flat'),
  notional: decimalText.nullable().describe('At the mark, in quote money'),
  delta: decimalText.nullable().describe('Coins of the underlying, negative for a short'),
  settleAsset: z.string(),
  ...amounts,
  inQuote: z
    .strictObject(amounts)
    .nullable()
    .describe('The same in quote money at the mark; null where the price of the settle asset is not known'),
  fundingPayments: z.array(
    z.strictObject({
      time: instantText,
      amount: decimalText,
      held: decimalText.describe('What was open then, in the order unit, negative for a short'),
    }),
  ),
  issues: z.array(issue).describe('Where the result is another than what is stated'),
  notes: z.array(z.string()),
});
