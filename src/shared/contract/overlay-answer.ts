/** What `targets.overlay` says of each leg and of the legs together, beside their sizes. Sums of money are in the quote currency of the leg's contract unless said otherwise. */
import { z } from 'zod';
import { dateText, decimalText, instantText, side } from './texts.ts';

const rounding = z.enum(['floor', 'nearest', 'ceil']);

/** An order next to the ideal one, and what it leaves over. */
const sizedOrder = z.strictObject({
  quantity: decimalText,
  coins: decimalText,
  notional: decimalText,
  /** Aimed at less reached: in coins, in money, and as a share of what is aimed at (negative overshoots). */
  residual: decimalText,
  residualValue: decimalText,
  residualRate: decimalText,
});

/** floor, nearest, ceil. */
const alternative = sizedOrder.extend({
  rounding,
  chosen: z.boolean(),
  belowMinimum: z.boolean(),
  /** More than the venue takes in one order: it has to be placed in that many. */
  orders: z.number().int(),
});

/** The large contract by floor, what it leaves by the small one. */
const mix = z.strictObject({
  large: z.strictObject({ contract: z.string(), contractName: z.string(), quantity: decimalText }),
  small: z.strictObject({ contract: z.string(), contractName: z.string(), quantity: decimalText }),
  coins: decimalText,
  notional: decimalText,
  residual: decimalText,
  residualValue: decimalText,
  residualRate: decimalText,
  /** Fees of one trade; null where a fee is not known. */
  fee: decimalText.nullable(),
  feeOfSmallOnly: decimalText.nullable(),
  cheaper: z.enum(['mix', 'small-only', 'same']).nullable(),
  words: z.string(),
});

/** "This contract is too large for this portfolio, use that one." null where it fits. */
const advice = z.strictObject({
  contract: z.string(),
  contractName: z.string(),
  quantity: decimalText,
  residualRate: decimalText,
  words: z.string(),
});

const legMargin = z.strictObject({
  settleAsset: z.string(),
  /** For this order alone, at the overnight rate where the venue has one; null where not known. */
  initial: decimalText.nullable(),
  maintenance: decimalText.nullable(),
  /** What is taken to lie at the venue for this leg, in the settle asset, and why; null where nothing can be taken. */
  wallet: decimalText.nullable(),
  walletFrom: z.enum(['given', 'leverage-cap', 'initial-margin', 'unknown']),
  /** Notional ÷ wallet. */
  leverage: decimalText.nullable(),
  liquidation: z.strictObject({
    /** `margin-call`: a broker's call, after which positions may be closed. */
    kind: z.enum(['price', 'margin-call', 'none', 'unknown']),
    price: decimalText.nullable(),
    /** From the price now, as a share of it, never negative. */
    distance: decimalText.nullable(),
    words: z.string(),
  }),
  /** Cash to put in, so that an adverse move of so much needs no top-up, and what the leg loses in it. */
  cash: z.array(z.strictObject({ move: decimalText, loss: decimalText, cash: decimalText.nullable() })),
  words: z.string(),
});

/** Gap of a dated contract over spot. */
const legBasis = z.strictObject({
  futures: decimalText,
  spot: decimalText,
  basis: decimalText,
  basisRate: decimalText,
  daysToFixing: decimalText,
  fixing: instantText,
  /** Three ways to say it a year; null within two days of the fixing, where they mean nothing. */
  perYearSimple: decimalText.nullable(),
  perYearContinuous: decimalText.nullable(),
  perYearCompounded: decimalText.nullable(),
  /** "The futures price is above spot: that pays the short, costs the long." */
  words: z.string(),
});

/** Rates that longs paid to shorts, from imported history; never the last rate carried on. */
const legFunding = z.strictObject({
  settlements: z.number().int(),
  first: instantText,
  last: instantText,
  /** Shares of the notional, simple over a year. */
  meanPerYear: decimalText,
  standardErrorPerYear: decimalText.nullable(),
  /** Of the mean's sample: observations that count as independent. */
  effectiveSample: decimalText,
  horizonHours: z.number().int(),
  /** Of the rolling sums over the horizon, as shares of the notional; null where the history is too short for any. */
  p10: decimalText.nullable(),
  p50: decimalText.nullable(),
  p90: decimalText.nullable(),
  /** Over the horizon for this leg, in money: positive is received. */
  expected: decimalText,
  words: z.string(),
});

const legRoll = z.strictObject({
  expiry: dateText,
  /** Ten days and five days before. */
  rollBy: dateText,
  warnFrom: dateText,
  /** Rolls until the exit. */
  times: z.number().int(),
  /** Fees and half-spreads of both legs of one roll, in money; null where a part is not known. */
  cost: decimalText.nullable(),
  /** The later contract's gap, simple a year; null where its price is not known. */
  gapPerYear: decimalText.nullable(),
  words: z.string(),
});

const legCarry = z.strictObject({
  /** Share of the notional a year: positive is a cost to a short. */
  costToShort: decimalText,
  from: z.enum(['funding', 'basis', 'none']),
  words: z.string(),
  basis: legBasis.nullable(),
  funding: legFunding.nullable(),
  /** Why there are no statistics of funding; null where there are, or where the contract has none. */
  fundingMissing: z.string().nullable(),
  roll: legRoll.nullable(),
});

const legCost = z.strictObject({
  fee: decimalText.nullable(),
  /** Against the middle of the market, half the spread inside; null where no data tell. */
  slippage: decimalText.nullable(),
  slippageFrom: z.enum(['book', 'estimate', 'half-spread']).nullable(),
  /** Both in one sentence, and what is missing. */
  words: z.string(),
});

const ratioKind = z.enum(['naive', 'minimum-variance', 'after-tax', 'after-tax-kept', 'own']);

const legRatio = z.strictObject({
  used: ratioKind,
  ratio: decimalText,
  options: z.array(
    z.strictObject({
      kind: ratioKind,
      /** null where it cannot be told; then the words say why. */
      ratio: decimalText.nullable(),
      /** Where losses bring back no tax, or within two standard errors. */
      low: decimalText.nullable(),
      high: decimalText.nullable(),
      quantity: decimalText.nullable(),
      words: z.string(),
    }),
  ),
});

/** An open position on the other side that should be made smaller first, with a reduce-only order. */
const reduce = z.strictObject({
  contract: z.string(),
  account: z.string(),
  accountName: z.string(),
  positionSide: z.enum(['one-way', 'long', 'short']),
  side,
  quantity: decimalText,
  coins: decimalText,
  /** All of the leg, or a part of it. */
  covers: z.enum(['all', 'part']),
  words: z.string(),
});

export const legDetails = {
  /** The contract's own coin; another than `asset` in a cross hedge. */
  underlying: z.string(),
  /** `wanted` × the hedge ratio, in coins of the contract's own coin. */
  aimed: decimalText,
  alternatives: z.array(alternative),
  mix: mix.nullable(),
  advice: advice.nullable(),
  /** Fields of the contract that this leg's figures rest on and no source confirms, as sentences. */
  unconfirmed: z.array(z.string()),
  margin: legMargin,
  carry: legCarry,
  cost: legCost,
  ratio: legRatio,
  reduce: z.array(reduce),
};

/** In which order, and in which slices, the legs are opened so that the least is ever open on one side. */
export const entryOrder = z.strictObject({
  slices: z.array(
    z.strictObject({
      number: z.number().int(),
      asset: z.string(),
      contract: z.string(),
      side,
      quantity: decimalText,
      coins: decimalText,
      notional: decimalText,
      /** What all legs together have added after this slice: longs less shorts. */
      netAfter: decimalText,
    }),
  ),
  /** The largest net on the way, without sign, and how large it would be one whole leg after the other in the worst order. */
  largestNet: decimalText,
  otherwise: decimalText,
  words: z.string(),
});

/** One asset's bar: spot, then long futures, then short futures, give the net. In money; coins beside it. */
const bar = z.strictObject({
  spot: decimalText,
  longFutures: decimalText,
  /** Zero or below. */
  shortFutures: decimalText,
  net: decimalText,
});
export const exposureBars = z.array(
  z.strictObject({
    asset: z.string(),
    isMoney: z.boolean(),
    price: decimalText,
    before: z.strictObject({ value: bar, coins: bar }),
    after: z.strictObject({ value: bar, coins: bar }),
  }),
);
