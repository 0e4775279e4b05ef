/** Liquidity and sentiment: what files and hands brought, what it says, and what an order would cost. */
import { z } from 'zod';
import { MEASURES } from '../domain/observation.ts';
import { notNegativeText, positiveText } from './calc-contract.ts';
import { aboutExit, command, query } from './call.ts';
import { askedInstant, decimalText, instantText, nothing, side } from './texts.ts';

const measure = z.enum(MEASURES);
/** A contract ("binance-um:BTCUSDT"), a spot market ("binance-spot:BTCUSDT"), an asset ("BTC") or a vendor. */
const subject = z.string().min(1).max(100);
const confidence = z.enum(['verified', 'from-knowledge', 'uncertain']);

const marketSeries = z.strictObject({
  measure,
  of: subject,
  level: z.string(),
  /** "Funding rate of binance-um:BTCUSDT". */
  title: z.string(),
  count: z.number().int(),
  first: instantText,
  last: instantText,
  /** Hours between most observations; null for fewer than three. */
  stepHours: z.number().nullable(),
  /** Where the step before an observation is longer than most, and how many are missing there. */
  gaps: z.number().int(),
  missing: z.number().int(),
  ageHours: z.number(),
  stale: z.boolean(),
  /** "typed", or names of files. */
  sources: z.array(z.string()),
});

const ownHistory = z.strictObject({
  /** Share of its own trailing 365 days that was lower, ties counted half; null below the minimum sample. */
  percentile: decimalText.nullable(),
  sample: z.number().int(),
  needed: z.number().int(),
  mark: z.enum(['normal', 'elevated', 'extreme']).nullable(),
  /** Which end; null where it is normal or not known. */
  end: z.enum(['low', 'high']).nullable(),
  words: z.string(),
});

const fixedThreshold = z.strictObject({
  level: z.enum(['neutral', 'caution', 'extreme']),
  words: z.string(),
  source: z.string(),
  confidence,
});

const marketReading = z.strictObject({
  /** A measure, or `basis`: the yearly rate that a dated contract's price implies over its coin's. */
  measure: z.union([measure, z.literal('basis'), z.literal('daily-volatility')]),
  title: z.string(),
  level: z.string(),
  value: decimalText,
  /** How the value is meant: a fraction ("0.0001" is 0.01 %), coins, money, a plain ratio, an index from 0 to 100. */
  unit: z.enum(['fraction', 'coins', 'money', 'ratio', 'index']),
  /** Hours that the value covers; null for a state at one time. */
  hours: z.number().nullable(),
  /** Funding and basis, simple over 365 days. */
  perYear: decimalText.nullable(),
  /** "0.01 % for 8 hours, which is 10.95 % a year: longs pay shorts." */
  words: z.string(),
  time: instantText,
  ageHours: z.number(),
  /** Older than 24 hours, or 7 days for sentiment. */
  stale: z.boolean(),
  source: z.string(),
  history: ownHistory,
  threshold: fixedThreshold.nullable(),
  /** What it means for somebody who hedges with a short; null where it says nothing. */
  hedge: z.string().nullable(),
});

const bookLevel = z.strictObject({ price: decimalText, coins: decimalText });
const keptBook = z.strictObject({
  contract: z.string(),
  time: instantText,
  ageHours: z.number(),
  stale: z.boolean(),
  source: z.string(),
  /** Best first; coins, whatever unit was typed. */
  bids: z.array(bookLevel),
  asks: z.array(bookLevel),
  mid: decimalText.nullable(),
});

const bookUnit = z.enum(['coins', 'contracts']);
const amountUnit = z.enum(['coins', 'contracts', 'money']);
const amount = z.strictObject({ amount: notNegativeText, unit: amountUnit });

const marketTyped = z.strictObject({
  of: subject,
  /** When it held; now where left out. */
  time: askedInstant.optional(),
  /** `unit` says what the number is: 0.01 as `percent` is 1 bp, which is 0.0001 as `fraction`. */
  funding: z
    .strictObject({
      rate: decimalText,
      unit: z.enum(['percent', 'bp', 'fraction']),
      hours: z.number().positive().max(24),
    })
    .optional(),
  bid: positiveText.optional(),
  ask: positiveText.optional(),
  /** All that rests up to so many per cent from the middle. */
  depth: z
    .array(
      z.strictObject({
        side: z.enum(['bid', 'ask']),
        withinPercent: positiveText,
        size: notNegativeText,
        unit: amountUnit,
      }),
    )
    .max(20)
    .optional(),
  volume24h: amount.optional(),
  openInterest: amount.optional(),
  /** 0 to 100. */
  fearGreed: z.number().int().min(0).max(100).optional(),
  /** Long accounts over short ones. */
  accountRatio: positiveText.optional(),
});

const bookWalk = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('filled'),
    averagePrice: decimalText,
    worstPrice: decimalText,
    /** Against the middle; half the spread is inside. */
    slippage: decimalText,
    /** True where only sums up to whole per cents are known: then it is the most that it can be. */
    bound: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('cannot-fill'), coins: decimalText, available: decimalText }),
]);

const impactBand = z.strictObject({ low: decimalText, middle: decimalText, high: decimalText });

const ticket = z.strictObject({
  /** True for the size that was asked for. */
  asked: z.boolean(),
  notional: decimalText,
  coins: decimalText,
  /** In the contract's order unit, rounded down to its step. */
  quantity: decimalText,
  unit: z.enum(['contracts', 'base', 'quote']),
  walk: bookWalk.nullable(),
  halfSpread: decimalText.nullable(),
  /** Square-root estimate; null without volume or daily volatility. */
  impact: impactBand.nullable(),
  /** The worse of book and estimate, at least half the spread; null where nothing is known or depth ends. */
  cost: decimalText.nullable(),
  costMoney: decimalText.nullable(),
  /** Which of them it is. */
  from: z.enum(['book', 'estimate', 'half-spread']).nullable(),
  /** Share of a day's volume, and how far to trust the estimate at that size. */
  shareOfVolume: decimalText.nullable(),
  volumeFlag: z.enum(['fine', 'caution', 'do-not-trust']).nullable(),
  /** Share of what rests within 1 %. */
  shareOfDepth: decimalText.nullable(),
  depthFlag: z.enum(['fine', 'caution', 'extreme']).nullable(),
  /** The walk again where only 0.3, and only 0.2, of the depth is left. */
  stressed: z.strictObject({ mild: bookWalk, severe: bookWalk }).nullable(),
  words: z.string(),
});

const slippageInput = z.strictObject({
  contract: z.string().min(3).max(100),
  side,
  /** In the contract's order unit. One of `quantity` and `notional`. */
  quantity: positiveText.optional(),
  /** In quote money. */
  notional: positiveText.optional(),
});

const slippageOutput = z.strictObject({
  contract: z.string(),
  side,
  /** One sentence: what the order would cost, or why that cannot be told. */
  sentence: z.string(),
  mid: decimalText.nullable(),
  /** Smallest first. */
  tickets: z.array(ticket),
  /** What the figures rest on, each with its age. */
  inputs: z.array(
    z.strictObject({
      name: z.string(),
      words: z.string(),
      time: instantText.nullable(),
      source: z.string(),
      stale: z.boolean(),
    }),
  ),
  /** What is not known and would be needed, in words. */
  missing: z.array(z.string()),
  /** Contracts on the same coin, the one with the deepest market first; those without data last. */
  venues: z.array(
    z.strictObject({
      contract: z.string(),
      venue: z.string(),
      /** Whether the user has an account or fills there. */
      yours: z.boolean(),
      usPersons: z.boolean().nullable(),
      /** Coins within 1 % on the side that the order takes. */
      depth: decimalText.nullable(),
      /** Coins a day. */
      volume: decimalText.nullable(),
      cost: decimalText.nullable(),
      words: z.string(),
    }),
  ),
  /** Among the user's own venues; null where none has data. */
  deepest: z.string().nullable(),
});

const stale = ['market.', 'targets.', 'plan.', 'hedge.', 'monitor.', 'stress.', 'ledger.', ...aboutExit];

export const marketCalls = {
  /** What data there are. */
  'market.series': query(
    z.strictObject({ of: subject.optional() }),
    z.strictObject({ series: z.array(marketSeries) }),
  ),
  /** What the latest of them say, each against its own history. Context: no figure follows from what they say of the mood. */
  'market.readings': query(
    z.strictObject({ of: subject.optional(), asset: z.string().min(1).max(20).optional() }),
    z.strictObject({
      asOf: instantText,
      note: z.string(),
      subjects: z.array(
        z.strictObject({
          of: subject,
          kind: z.enum(['contract', 'spot-market', 'asset', 'vendor']),
          /** The coin; null for a vendor's index. */
          asset: z.string().nullable(),
          readings: z.array(marketReading),
        }),
      ),
    }),
  ),
  /** At most 500 points for a chart: of each piece of the time the last value. */
  'market.history': query(
    z.strictObject({
      measure,
      of: subject,
      level: z.string().max(20).optional(),
      from: askedInstant.optional(),
      to: askedInstant.optional(),
      points: z.number().int().min(2).max(500).optional(),
    }),
    z.strictObject({
      title: z.string(),
      unit: z.enum(['fraction', 'coins', 'money', 'ratio', 'index']),
      count: z.number().int(),
      points: z.array(z.strictObject({ time: instantText, value: decimalText })),
    }),
  ),
  /** Stores what somebody read off a screen. Each number comes back in words, so that a wrong unit shows. */
  'market.type': command(
    marketTyped,
    z.strictObject({ stored: z.number().int(), echo: z.array(z.string()) }),
    stale,
  ),
  'market.book': query(z.strictObject({ contract: subject }), z.strictObject({ book: keptBook.nullable() })),
  /**
   * Keeps an order book as pasted: lines "price size" under the words bids and asks, lines that begin with bid or ask, or
   * an exchange's JSON with bids and asks. It takes the place of the one before.
   */
  'market.saveBook': command(
    z.strictObject({
      contract: subject,
      unit: bookUnit,
      text: z.string().min(1).max(500_000),
      time: askedInstant.optional(),
    }),
    z.strictObject({ book: keptBook, echo: z.array(z.string()) }),
    stale,
  ),
  'market.dropBook': command(z.strictObject({ contract: subject }), nothing, stale),
  /** What an order would cost, at the size asked for and at round sizes beside it. */
  'market.slippage': query(slippageInput, slippageOutput),
};
