/** The exit plan: which lots on which days, how long the hedge stays, what it costs, and how good it is known to be. */
import { z } from 'zod';
import { STRADDLE_REGIMES } from '../domain/tax-elections.ts';
import { task } from './call.ts';
import { exitRequest } from './exit-request.ts';
import { exitScheduleText } from './exit-schedule-text.ts';
import { dateText, decimalText, issue, trace } from './texts.ts';

const term = z.enum(['short', 'long']);

const sale = z.strictObject({
  asset: z.string(),
  lot: z.string(),
  acquiredDate: dateText,
  accountName: z.string(),
  quantity: decimalText,
  /** At the assumed price, fee and slippage taken off. */
  proceeds: decimalText,
  costBasis: decimalText,
  gain: decimalText,
  /** By the plain rule; where a hedge starts a clock anew the tax counts that. */
  term,
});

const purchase = z.strictObject({
  asset: z.string(),
  quantity: decimalText,
  /** Fee and slippage included. */
  cost: decimalText,
});

/** What is done with a futures position on a day. */
const hedgeMove = z.strictObject({
  position: z.string(),
  asset: z.string(),
  contract: z.string(),
  contractName: z.string(),
  side: z.enum(['long', 'short']),
  move: z.enum(['open', 'reduce', 'close', 'roll']),
  /** Whole steps traded, and what is open after the day. */
  steps: z.number().int(),
  stepsAfter: z.number().int(),
  /** In order units, and in coins of the asset. */
  quantity: decimalText,
  coins: decimalText,
  coinsAfter: decimalText,
  price: decimalText,
});

const exposure = z.strictObject({
  asset: z.string(),
  /** Coins held, futures, and both together, after the day. */
  spot: decimalText,
  futures: decimalText,
  net: decimalText,
  /** What both together are meant to be, and how far off they may stand. */
  wanted: decimalText,
  tolerance: decimalText,
});

const day = z.strictObject({
  date: dateText,
  /** Why it is a day to act on. */
  why: z.array(z.string()),
  /** What is done, each a whole sentence, in its order. */
  words: z.array(z.string()),
  sells: z.array(sale),
  buys: z.array(purchase),
  hedges: z.array(hedgeMove),
  /** Of every goal’s asset. */
  exposure: z.array(exposure),
});

/** Positive is paid. */
const yearOfPlan = z.strictObject({
  year: z.number().int(),
  due: dateText,
  /** What the plan adds to the year’s results by character, signed; straddle rules counted. */
  shortTermGain: decimalText,
  longTermGain: decimalText,
  section1256Gain: decimalText,
  /** The engine’s total tax of the year with the plan, and without it. */
  taxWith: decimalText,
  taxWithout: decimalText,
  added: decimalText,
  /** What is added, in today’s money. */
  addedToday: decimalText,
});

const parts = {
  /** In today’s money: all of the below. */
  cost: decimalText,
  /** The others are not discounted. */
  tax: decimalText,
  carry: decimalText,
  fees: decimalText,
  slippage: decimalText,
  marginCost: decimalText,
};

const exitRule = z.strictObject({
  rule: z.enum(['fifo-now', 'hifo-now', 'min-tax-now', 'next-year', 'half-and-half']),
  /** "First in, first out, all today" */
  title: z.string(),
  /** null where it breaks a limit; `why` says which. */
  costs: z.strictObject(parts).nullable(),
  why: z.string().nullable(),
  /** What the plan costs less than it; null where it is not possible. */
  saved: decimalText.nullable(),
  taxByYear: z.array(z.strictObject({ year: z.number().int(), added: decimalText })),
});

const used = z.strictObject({
  /** "discountPerYear" */
  id: z.string(),
  label: z.string(),
  value: z.string(),
  unit: z.string(),
  /** Where it comes from: "yours", "the catalogue, 2026-10-01", "assumed". */
  from: z.string(),
});

const futureOfPlan = z.strictObject({
  position: z.string(),
  asset: z.string(),
  contract: z.string(),
  contractName: z.string(),
  side: z.enum(['long', 'short']),
  isOpen: z.boolean(),
  /** Whole steps open now, or the most that could be opened today; and what the plan holds after the first day. */
  steps: z.number().int(),
  stepsKept: z.number().int(),
  coinsPerStep: decimalText,
  /** The last day on which it is open; null where it is not held beyond the first. */
  heldUntil: dateText.nullable(),
  carryWords: z.string(),
});

export const exitPlanAnswer = z.strictObject({
  asOf: dateText,
  horizon: dateText,
  currency: z.string(),
  /** One sentence that says what to do. */
  sentence: z.string(),
  status: z.enum(['optimal', 'feasible']),
  stoppedBy: z.enum(['time-limit']).nullable(),
  /** No plan of the model costs less; null without one. */
  bound: decimalText.nullable(),
  gap: decimalText.nullable(),
  /** Cost of the best simple rule less cost of the plan; null where no rule is possible. */
  saves: decimalText.nullable(),
  /** "It saves 4 210.00 USD against the best of them, highest cost first." null where no rule is possible. */
  savesWords: z.string().nullable(),
  ...parts,
  /** The most margin locked on any day; null where a margin is not known. */
  lockedMargin: decimalText.nullable(),
  lossesWaiting: decimalText,
  lossesCarried: decimalText,
  gainLeft: decimalText,
  taxByYear: z.array(yearOfPlan),
  rules: z.array(exitRule),
  goals: z.array(
    z.strictObject({ asset: z.string(), sell: decimalText, buy: decimalText, tolerance: decimalText }),
  ),
  futures: z.array(futureOfPlan),
  /** null: as the elections say. */
  regime: z.enum(STRADDLE_REGIMES).nullable(),
  days: z.array(day),
  /** What `exit.save` takes. */
  schedule: exitScheduleText,
  candidates: z.array(z.strictObject({ date: dateText, why: z.array(z.string()), used: z.boolean() })),
  /** Days that were left out because there were too many: with why they were candidates. */
  leftOut: z.array(z.strictObject({ date: dateText, why: z.array(z.string()) })),
  assumptions: z.array(used),
  /** How it was found, what the model leaves out, what binds the choice of lots. Whole sentences. */
  words: z.array(z.string()),
  search: z.strictObject({
    columns: z.number().int(),
    rows: z.number().int(),
    integers: z.number().int(),
    /** Schedules that were priced exactly. */
    priced: z.number().int(),
    solverSeconds: z.number(),
    seconds: z.number(),
  }),
  /** What the figures rest on, from the tax engine. */
  notes: z.array(z.string()),
  issues: z.array(issue),
  /** Of `cost`. */
  trace,
  /** Of each year’s added tax, in the order of `taxByYear`. */
  taxTraces: z.array(trace),
});

export const exitCalls = {
  /** Phases: "Facts", "Simple rules", "Model", "Search", "Improve". */
  'exit.plan': task(exitRequest, exitPlanAnswer),
};
