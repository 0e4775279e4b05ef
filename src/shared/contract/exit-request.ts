/** What an exit plan, the ways side by side, a scenario and a sensitivity are asked with: the same assumptions and limits. */
import { z } from 'zod';
import { askedDate, decimalText } from './texts.ts';
import { overlayInput } from './targets-calls.ts';

const assetText = z.string().min(1).max(20);

/** A price as someone assumes it: in a straight line until the day, then held. */
const assumedPrice = z.strictObject({
  asset: assetText,
  /** Change as a share (0.2 = up 20 %), or the price itself: one of the two. */
  change: decimalText.optional(),
  price: decimalText.optional(),
  /** The horizon where left out. */
  by: askedDate.optional(),
});

export const exitRequest = z.strictObject({
  /** What to hedge with where it is not hedged yet; no futures are opened where this is left out. */
  overlay: overlayInput.optional(),
  /** Coins to sell or to buy instead of what the targets ask for. */
  goals: z
    .array(z.strictObject({ asset: assetText, sell: decimalText.optional(), buy: decimalText.optional() }))
    .max(50)
    .optional(),
  /** The last day of the plan; the end of the year after next where left out. */
  horizon: askedDate.optional(),
  /** Days of one's own on which to trade, besides those that the facts suggest. */
  ownDates: z.array(askedDate).max(50).optional(),
  /** Days on which not to trade, ends included. */
  noTrade: z
    .array(z.strictObject({ from: askedDate, to: askedDate }))
    .max(50)
    .optional(),
  /** At most so many candidate days. */
  maxDates: z.number().int().min(1).max(60).optional(),
  prices: z.array(assumedPrice).max(100).optional(),
  /** Prices at which one means to act; conditional steps are made of them. */
  priceTargets: z
    .array(
      z.strictObject({ asset: assetText, price: decimalText, is: z.enum(['above', 'below']), by: askedDate }),
    )
    .max(20)
    .optional(),
  discountPerYear: decimalText.optional(),
  spotFee: decimalText.optional(),
  spotSlippage: decimalText.optional(),
  futuresSlippage: decimalText.optional(),
  /**
   * Funding of all perpetual legs, and the basis of contracts that dated ones are rolled into, as a share of notional and year;
   * positive is a cost to a short.
   */
  carryPerYear: decimalText.optional(),
  /**
   * What holding the shorts costs a year on top of what is assumed, perpetual and dated ones (the longs, where there is no short), as
   * a share of notional.
   */
  carryOnTop: decimalText.optional(),
  marginCostPerYear: decimalText.optional(),
  /** Points by which an asset may stand off its target on the way (0.01 = one); the policy's band where left out. */
  band: decimalText.optional(),
  /**
   * How far all coins together may stand off on the way, as a share of what they are meant to be worth (0.01 = one per cent): what
   * stands above makes up for what stands below. 0.01, or what whole contracts need, where left out.
   */
  bandTogether: decimalText.optional(),
  perDay: z
    .array(z.strictObject({ asset: assetText, quantity: decimalText }))
    .max(50)
    .optional(),
  /** Smallest ticket, in the reporting currency. */
  minTicket: decimalText.optional(),
  /** Money for margin and purchases, in the reporting currency; not watched where left out. */
  cash: decimalText.optional(),
  /** Lots that must not be sold. */
  keepLots: z.array(z.string().min(1).max(200)).max(10_000).optional(),
  /** `method`: sales take lots in the order of the method in force; else any lots, each identified before its sale. */
  lotChoice: z.enum(['identify', 'method']).optional(),
  /** Another ordinary income of a year. */
  income: z
    .array(z.strictObject({ year: z.number().int().min(2009).max(2100), ordinaryIncome: decimalText }))
    .max(20)
    .optional(),
  /** Try each way of marking a straddle that is still open for a hedge opened today. */
  tryRegimes: z.boolean().optional(),
  /** The search ends after so long with the best so far. */
  seconds: z.number().min(0.1).max(600).optional(),
});
