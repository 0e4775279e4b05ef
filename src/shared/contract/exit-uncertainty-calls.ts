/** What an exit plan is worth where prices, funding, income or tax rates come out otherwise, and losses and gains worth taking on the way. */
import { z } from 'zod';
import { task } from './call.ts';
import { exitRequest } from './exit-request.ts';
import { exitScheduleText } from './exit-schedule-text.ts';
import { dateText, decimalText, issue, trace } from './texts.ts';

const PATHS = ['flat', 'up', 'down', 'crash', 'yours'] as const;

/** Costs in today's money, positive is paid; `tax` is not discounted. */
const pricedOnPath = z.strictObject({
  path: z.enum(PATHS),
  /** null where the plan breaks a limit on the path; `why` says which. */
  cost: decimalText.nullable(),
  tax: decimalText.nullable(),
  /** What it costs more than the cheapest plan there; never below zero. */
  regret: decimalText.nullable(),
  why: z.string().nullable(),
  /** Of `cost`. */
  trace: trace.nullable(),
});

const candidate = z.strictObject({
  /** "best-flat", "hifo-now" */
  id: z.string(),
  /** "The cheapest plan if prices stay" */
  title: z.string(),
  kind: z.enum(['plan', 'rule']),
  onPaths: z.array(pricedOnPath),
  /** null where it is not possible on every path. */
  worstRegret: decimalText.nullable(),
  worstPath: z.enum(PATHS).nullable(),
  isRobust: z.boolean(),
  /** What is done, day by day, each a sentence. */
  steps: z.array(z.string()),
  /** What `exit.save` takes. */
  schedule: exitScheduleText,
});

const condition = z.strictObject({
  asset: z.string(),
  price: decimalText,
  is: z.enum(['above', 'below']),
  by: dateText,
  /** "If BTC is above 120 000 before 2027-06-15, do this instead." */
  words: z.string(),
  /** The day that the change is worked out for: the price is reached then, and stays. */
  on: dateText,
  /** In today's money on that path: keeping to the plan, and changing it. null where the plan is over by then. */
  costKept: decimalText.nullable(),
  costChanged: decimalText.nullable(),
  saves: decimalText.nullable(),
  /** Of `costKept` and `costChanged`; empty where they are null. */
  traces: z.array(trace),
  /** What is done from that day on instead; empty where the plan stands. */
  steps: z.array(z.string()),
  /** What differs, each a sentence. */
  differences: z.array(z.string()),
  schedule: exitScheduleText.nullable(),
});

const seriesPoint = z.strictObject({
  /** Of what is varied, in the series' unit. */
  value: decimalText,
  label: z.string(),
  /** The plan as it is, priced there; null where it breaks a limit, or nobody knows. */
  cost: decimalText.nullable(),
  tax: decimalText.nullable(),
  /** The cheapest simple rule there, for comparison. */
  ruleCost: decimalText.nullable(),
  /** A plan made for just this value; at the ends of the series only. */
  best: decimalText.nullable(),
  isBase: z.boolean(),
  /** Of `cost`. */
  trace: trace.nullable(),
});

const series = z.strictObject({
  id: z.enum(['funding', 'price', 'income', 'tax-rate']),
  title: z.string(),
  unit: z.enum(['share', 'money', 'points']),
  /** What is varied, a sentence. */
  about: z.string(),
  /** By value, smallest first. Empty where `why` says that it changes nothing. */
  points: z.array(seriesPoint),
  why: z.string().nullable(),
  /** What one learns from it, each a sentence: how much the cost moves, whether the answer changes at the ends. */
  words: z.array(z.string()),
  /** Does another plan become better at an end? */
  flips: z.boolean(),
});

const harvestLot = z.strictObject({
  asset: z.string(),
  lot: z.string(),
  acquiredDate: dateText,
  accountName: z.string(),
  quantity: decimalText,
  costBasis: decimalText,
  value: decimalText,
  /** Signed: a loss is negative. */
  gain: decimalText,
  term: z.enum(['short', 'long']),
});

const harvest = z.strictObject({
  /** "losses-2026", "gains-2026" */
  id: z.string(),
  kind: z.enum(['loss', 'gain']),
  year: z.number().int(),
  title: z.string(),
  lots: z.array(harvestLot),
  /** Sum of the lots' gains, signed. */
  gain: decimalText,
  /** The engine's total tax of the plan's years with and without it, by year; `saved` positive where tax is lower. */
  taxByYear: z.array(
    z.strictObject({
      year: z.number().int(),
      taxWith: decimalText,
      taxWithout: decimalText,
      saved: decimalText,
    }),
  ),
  /** Sum of `saved`, and the same in today's money. */
  saved: decimalText,
  savedToday: decimalText,
  /** Fees and slippage of selling and of buying back. */
  cost: decimalText,
  /** Saved in today's money less cost. */
  net: decimalText,
  /** Tax that the new, lower or higher basis adds or takes later, at the rates of the last year: not in `saved`. */
  later: decimalText,
  /** From when to when it can be done. */
  from: dateText,
  until: dateText,
  /** What to do and what to mind, each a sentence: windows, successors, elections. */
  words: z.array(z.string()),
  isWorthIt: z.boolean(),
  trace,
});

export const exitUncertaintyCalls = {
  /** The plan under each price path and its regret; the robust choice; what to do instead at price targets. */
  'exit.paths': task(
    exitRequest.extend({
      /** How far prices move by the horizon, as shares; 0.5, −0.3 and, within 30 days, −0.6 where left out. */
      up: decimalText.optional(),
      down: decimalText.optional(),
      crash: decimalText.optional(),
    }),
    z.strictObject({
      asOf: dateText,
      horizon: dateText,
      currency: z.string(),
      paths: z.array(
        z.strictObject({
          id: z.enum(PATHS),
          title: z.string(),
          words: z.string(),
          prices: z.array(z.strictObject({ asset: z.string(), now: decimalText, atEnd: decimalText })),
          /** Of the candidates: what regret is measured from. */
          bestCost: decimalText.nullable(),
          bestPlan: z.string().nullable(),
        }),
      ),
      plans: z.array(candidate),
      /** Id of the plan with the least worst regret. */
      robust: z.string().nullable(),
      /** What that means, whole sentences. */
      words: z.array(z.string()),
      conditions: z.array(condition),
      issues: z.array(issue),
    }),
  ),
  /** What the plan costs where one assumption comes out otherwise: one series each. */
  'exit.sensitivity': task(
    exitRequest,
    z.strictObject({
      asOf: dateText,
      horizon: dateText,
      currency: z.string(),
      baseCost: decimalText,
      series: z.array(series),
      words: z.array(z.string()),
      issues: z.array(issue),
    }),
  ),
  /** Losses that free gains and gains that fit into a low bracket, on top of the plan. */
  'exit.harvest': task(
    exitRequest,
    z.strictObject({
      asOf: dateText,
      currency: z.string(),
      /** Best first. */
      found: z.array(harvest),
      /** How much long-term gain still fits into 0 %, by year; null where no year has room. */
      room: z.array(z.strictObject({ year: z.number().int(), amount: decimalText, words: z.string() })),
      words: z.array(z.string()),
      issues: z.array(issue),
    }),
  ),
};
