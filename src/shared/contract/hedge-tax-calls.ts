/** What a hedge does to taxes, before it is saved. */
import { z } from 'zod';
import { query } from './call.ts';
import { overlayInput } from './targets-calls.ts';
import { dateText, decimalText, issue, trace } from './texts.ts';

/** The days on which the hedge is closed: today, the last business day of the year, the same day of the next year. */
const closing = z.enum(['today', 'year-end', 'next-year']);

const lotEffect = z.strictObject({
  lot: z.string(),
  asset: z.string(),
  accountName: z.string(),
  acquiredDate: dateText,
  /** The short that covers it, by its contract. */
  contract: z.string(),
  /** Coins of it that are covered. */
  quantity: decimalText,
  costBasis: decimalText,
  /** At today's price; null: nobody knows it, and then no gain is known either. */
  value: decimalText.nullable(),
  /** Value less cost, signed. */
  gain: decimalText.nullable(),
  /** Positive: what would be taxed if it were sold today; 0 where it stands at a loss. */
  unrecognisedGain: decimalText.nullable(),
  clock: z.strictObject({
    /** `restarts`: the holding period ends and begins anew when the short is closed. `kept`: it was long-term already. */
    effect: z.enum(['restarts', 'kept', 'not-a-straddle']),
    /** When the holding period ends; null where it does not. */
    endsOn: dateText.nullable(),
    /** Without this hedge; null: another short has ended it already. */
    longTermFrom: dateText.nullable(),
    /** First long-term day if the hedge is closed on each of the days; null: another short keeps the clock from starting. */
    longTermFromAfter: z.array(z.strictObject({ when: closing, date: dateText.nullable() })),
    sentence: z.string(),
  }),
  loss: z.strictObject({
    /** Losses of the short wait up to this amount as long as the lot is held and its gain stays; null: nobody knows. */
    waitsUpTo: decimalText.nullable(),
    character: z.enum(['short', 'long', 'section1256', 'sixty-forty']),
    sentence: z.string(),
  }),
  /** Tax of selling the covered part on each day at today's price, with the hedge and without; null: no tax details. */
  tax: z.array(
    z.strictObject({
      when: closing,
      withHedge: decimalText.nullable(),
      without: decimalText.nullable(),
      difference: decimalText.nullable(),
    }),
  ),
  /** All of it in one or two sentences. */
  sentence: z.string(),
});

const closed = z.strictObject({
  when: closing,
  date: dateText,
  /** Change of every price until then, as a share. */
  priceChange: decimalText,
  /** What the futures bring, signed. */
  futuresProfit: decimalText,
  /** Tax of all years until the last one that it moves, more than without the hedge: the coins are kept … */
  taxKept: decimalText.nullable(),
  /** … or sold on the day of the close, with the hedge and without it. */
  taxSold: decimalText.nullable(),
  taxSoldWithout: decimalText.nullable(),
  /** Losses of the hedge that still wait after the year of the close where the coins are kept. */
  waits: decimalText.nullable(),
  /** Re-adds to `taxKept` and to `taxSold` less `taxSoldWithout`; null without tax details. */
  traceKept: trace.nullable(),
  traceSold: trace.nullable(),
  sentence: z.string(),
});

const hedgeTaxEffects = z.strictObject({
  asOf: dateText,
  /** The days of the columns. */
  closings: z.array(z.strictObject({ when: closing, date: dateText, title: z.string() })),
  lots: z.array(lotEffect),
  /** Each day at each price change. */
  closed: z.array(closed),
  verdict: z.strictObject({
    /** `free`: no tax of its own. `small`, `costly`: against what selling today would cost. `unknown`: no tax details, or no price. */
    kind: z.enum(['free', 'small', 'costly', 'unknown']),
    /** "This hedge costs you … because …" */
    sentence: z.string(),
    /** Tax that the hedge adds where it is closed and the coins are sold at the worst of the days, at today's price. */
    cost: decimalText.nullable(),
    /** Tax of selling the same coins today instead. */
    sellingNow: decimalText.nullable(),
    reasons: z.array(z.string()),
  }),
  /** What the figures rest on, each a whole sentence. */
  notes: z.array(z.string()),
  issues: z.array(issue),
});

export const hedgeTaxCalls = {
  'hedge.taxEffects': query(
    z.strictObject({
      overlay: overlayInput,
      /** Price changes to look at, as shares; -0.2, 0 and 0.2 where left out. */
      priceChanges: z.array(decimalText).min(1).max(5).optional(),
    }),
    hedgeTaxEffects,
  ),
};
