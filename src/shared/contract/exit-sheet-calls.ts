/** Saved exit plans, the close-out sheet of a day, and what became of its steps. */
import { z } from 'zod';
import { aboutFutures, command, query, task } from './call.ts';
import { exitRequest } from './exit-request.ts';
import { exitScheduleText } from './exit-schedule-text.ts';
import { marginMode, positionSide, unit } from './hedge-shapes.ts';
import { askedDate, dateText, decimalText, instantText, issue, side, trace } from './texts.ts';

const planId = z.string().min(1).max(40);
const stepId = z.string().min(1).max(600);

/**
 * `waiting`: its day is not here yet; `due`: today; `late`: its day is over and nothing or not all came in; `partly`: some
 * came in; `done`: imported fills are all of it; `over`: more than the step; `by-hand`: ticked by hand alone.
 */
const stepState = z.enum(['waiting', 'due', 'late', 'partly', 'done', 'over', 'by-hand']);
const stepKind = z.enum(['sell', 'buy', 'close-short', 'close-long', 'open-short', 'open-long']);

/** Units of a lot that a sale is to be of, or was of. */
const lotPart = z.strictObject({
  lot: z.string(),
  acquiredDate: dateText,
  quantity: decimalText,
  longTermFrom: dateText.nullable(),
  term: z.enum(['short', 'long']),
  costBasis: decimalText,
  /** At the price that is expected; null where nobody knows one. */
  gain: decimalText.nullable(),
});

/** What a step is expected to bring, or brought. Coins and futures are two results apart, each with its own character. */
const result = z.strictObject({
  price: decimalText.nullable(),
  /** Of sales and purchases: units × price. */
  value: decimalText.nullable(),
  shortTermGain: decimalText.nullable(),
  longTermGain: decimalText.nullable(),
  /** Profit or loss of the part of the futures position that is closed; null where none is, or nobody knows. */
  futuresResult: decimalText.nullable(),
  fee: decimalText.nullable(),
});

/** The tax character of a step's result, in words: "60 % long-term and 40 % short-term, counted in 2026". */
const characterWords = z.string();

const step = z.strictObject({
  /** "2026-12-15:sell:BTC@kraken" */
  id: stepId,
  date: dateText,
  kind: stepKind,
  /** "Sell 0.4 BTC from Kraken." */
  words: z.string(),
  side,
  asset: z.string(),
  /** Of futures. */
  contract: z.string().nullable(),
  symbol: z.string().nullable(),
  position: z.string().nullable(),
  account: z.string().nullable(),
  accountName: z.string().nullable(),
  /** Futures: in the contract's own unit; else coins. */
  quantity: decimalText,
  unit,
  coins: decimalText,
  /** What came in of it. */
  filled: decimalText,
  left: decimalText,
  state: stepState,
  stateWords: z.string(),
  lots: z.array(lotPart),
  year: z.number().int(),
  character: characterWords,
  expected: result,
  /** null while nothing came in. */
  actual: result
    .extend({
      fills: z.array(
        z.strictObject({
          event: z.string(),
          time: instantText,
          date: dateText,
          quantity: decimalText,
          price: decimalText.nullable(),
          file: z.string(),
          line: z.number().int(),
        }),
      ),
      lots: z.array(lotPart),
    })
    .nullable(),
  /** Whole sentences: what came otherwise than planned. */
  deviations: z.array(z.string()),
  tickedByHand: z.strictObject({ at: instantText, note: z.string() }).nullable(),
});

const planYear = z.strictObject({
  year: z.number().int(),
  due: dateText,
  taxWith: decimalText,
  taxWithout: decimalText,
  added: decimalText,
});

const savedPlan = z.strictObject({
  id: planId,
  name: z.string(),
  reason: z.string(),
  version: z.number().int(),
  /** The plan that it is a new version of, and the one that took its place. */
  replaces: planId.nullable(),
  replacedBy: planId.nullable(),
  savedAt: instantText,
  asOf: dateText,
  dropped: z.strictObject({ at: instantText, reason: z.string() }).nullable(),
  /** "Sell 0.8 BTC on 2 days and buy 4 ETH, with 2 futures positions, from 2026-11-20 to 2027-02-01." */
  sentence: z.string(),
  currency: z.string(),
  /** In today's money of the day on which it was saved. */
  cost: decimalText,
  tax: decimalText,
  carry: decimalText,
  fees: decimalText,
  slippage: decimalText,
  marginCost: decimalText,
  years: z.array(planYear),
  assumptions: z.array(z.string()),
  days: z.array(
    z.strictObject({ date: dateText, steps: z.number().int(), done: z.number().int(), state: stepState }),
  ),
  /** The first day on which something is not done; null where all is done. */
  nextDay: dateText.nullable(),
});

/** One order of the sheet: a slice of a step, in the order in which to place them. */
const order = z.strictObject({
  number: z.number().int(),
  step: stepId,
  kind: stepKind,
  side,
  /** "Buy back", "Sell" … */
  sideWords: z.string(),
  /** "Buy back 2 contracts of BTCUSDT_261225 in Binance, reduce-only." */
  words: z.string(),
  asset: z.string(),
  contract: z.string().nullable(),
  /** The contract's symbol, or the spot pair: "BTC/USD". */
  symbol: z.string(),
  account: z.string().nullable(),
  accountName: z.string().nullable(),
  venue: z.string().nullable(),
  quantity: decimalText,
  unit,
  coins: decimalText,
  value: decimalText.nullable(),
  reduceOnly: z.boolean(),
  position: z.string().nullable(),
  positionSide,
  marginMode: marginMode.nullable(),
  /** A price to begin with; not an advice to wait for it. */
  limit: z.strictObject({ price: decimalText, asOf: instantText.nullable(), words: z.string() }).nullable(),
  /** Coins of the asset that move with its price: spot and futures. */
  exposureBefore: decimalText,
  exposureAfter: decimalText,
  /** How far from what is wanted, signed: positive is too much. */
  offBefore: decimalText,
  offAfter: decimalText,
  /** Short futures beyond the coins held, after the order. */
  nakedAfter: decimalText,
  lots: z.array(z.strictObject({ lot: z.string(), acquiredDate: dateText, quantity: decimalText })),
  expected: result,
  character: characterWords,
  /** Margin that the order frees (positive) or locks, in the reporting currency; null where nobody knows. */
  marginFreed: decimalText.nullable(),
});

/** A record to be written before a sale: the lots it is of. */
const identification = z.strictObject({
  step: stepId,
  account: z.string(),
  accountName: z.string(),
  asset: z.string(),
  lots: z.array(z.strictObject({ lot: z.string(), acquiredDate: dateText, quantity: decimalText })),
  /** Its place in the chain of records; null: not recorded yet. */
  recorded: z.strictObject({ sequence: z.number().int(), recordedAt: instantText }).nullable(),
  /** A sale of the step came in before the record, or the day is over: then it may not count. */
  late: z.boolean(),
  words: z.string(),
});

const sheet = z.strictObject({
  plan: savedPlan,
  date: dateText,
  today: dateText,
  sentence: z.string(),
  /** What the day is made of, with what came in. */
  steps: z.array(step),
  /** What is still to be done of it, in slices. */
  orders: z.array(order),
  /** The most an asset stands off on the way, against the bound that the slices keep. */
  bounds: z.array(
    z.strictObject({
      asset: z.string(),
      wanted: decimalText,
      offNow: decimalText,
      offAtEnd: decimalText,
      largestOff: decimalText,
      bound: decimalText,
      nakedNow: decimalText,
      largestNaked: decimalText,
      nakedBound: decimalText,
      words: z.string(),
    }),
  ),
  identify: z.array(identification),
  totals: z.strictObject({
    proceeds: decimalText.nullable(),
    purchases: decimalText.nullable(),
    shortTermGain: decimalText.nullable(),
    longTermGain: decimalText.nullable(),
    futuresResult: decimalText.nullable(),
    fees: decimalText.nullable(),
    marginFreed: decimalText.nullable(),
  }),
  /** Of each sum that is known, order by order. */
  traces: z.array(trace),
  issues: z.array(issue),
});

const comparedYear = z.strictObject({
  year: z.number().int(),
  /** Tax of the year when the plan was saved, and now: with what came in and the rest as planned. */
  planned: decimalText,
  now: decimalText.nullable(),
  difference: decimalText.nullable(),
});

/** Nothing but the plans themselves: they are no facts of lots or taxes. */
/** What is saved of a plan is no fact that a plan rests on: what was found stays found. */
export const afterExitPlan = [
  'exit.list',
  'exit.sheet',
  'exit.progress',
  'exit.replan',
  'calendar.',
  'plan.projection',
  'plan.whatIf',
  'scenarios.',
  'targets.',
  'ledger.',
];

export const exitSheetCalls = {
  /** Keeps a schedule that `exit.plan` answered, after checking that it is possible; priced anew by the tax engine. */
  'exit.save': command(
    z.strictObject({
      name: z.string().trim().min(1).max(100),
      reason: z.string().max(500).optional(),
      request: exitRequest,
      schedule: exitScheduleText,
      /** The plan that this is a new version of. */
      replaces: planId.optional(),
    }),
    savedPlan,
    afterExitPlan,
  ),
  'exit.list': query(
    z.strictObject({ dropped: z.boolean().optional() }),
    z.strictObject({ plans: z.array(savedPlan), issues: z.array(issue) }),
  ),
  /** It leaves lists and calendar; the file keeps it, with the day. */
  'exit.drop': command(
    z.strictObject({ plan: planId, reason: z.string().max(500).optional() }),
    savedPlan,
    afterExitPlan,
  ),
  /** One plan with all its steps: what was planned, what came in, what it does to the tax. */
  'exit.progress': query(
    z.strictObject({ plan: planId }),
    z.strictObject({
      plan: savedPlan,
      sentence: z.string(),
      steps: z.array(step),
      /** Trades of the plan's coins and contracts since it was saved that belong to no step. */
      outside: z.array(
        z.strictObject({
          event: z.string(),
          date: dateText,
          words: z.string(),
          file: z.string(),
          line: z.number().int(),
        }),
      ),
      years: z.array(comparedYear),
      /** Whole sentences, of the plan as a whole. */
      deviations: z.array(z.string()),
      /** What is left of each goal, in coins. */
      left: z.array(z.strictObject({ asset: z.string(), sell: decimalText, buy: decimalText })),
      /** Of the cost that was expected, in today’s money of the day on which the plan was saved. */
      trace,
      issues: z.array(issue),
    }),
  ),
  'exit.sheet': query(
    z.strictObject({
      /** The only plan that stands, where left out. */
      plan: planId.optional(),
      /** A day of the plan; the first on which something is not done, where left out. */
      date: askedDate.optional(),
      /** Into how many slices each futures order is cut at most; 10 where left out. More slices, less off target. */
      slices: z.number().int().min(1).max(200).optional(),
      /** Prices older than so many hours are warned of; 24 where left out. */
      staleAfterHours: z.number().min(0.1).max(10_000).optional(),
    }),
    sheet,
  ),
  /** Records the lots of the day's sales in the log, one record a sale, before the sale. */
  'exit.identify': command(
    z.strictObject({
      plan: planId,
      date: askedDate,
      /** Only these steps. */
      steps: z.array(stepId).min(1).max(200).optional(),
      toldBroker: z.boolean().optional(),
    }),
    z.strictObject({
      records: z.array(identification),
      /** Sales whose lots could not be recorded, and why. */
      refused: z.array(z.strictObject({ step: stepId, message: z.string(), fix: z.string() })),
      sentence: z.string(),
    }),
    ['plan.', 'holdings.', 'targets.', 'ledger.', ...aboutFutures],
  ),
  /** Ticks a step by hand, or takes the tick away; it stays marked as that. What files bring in counts beside it. */
  'exit.tick': command(
    z.strictObject({
      plan: planId,
      step: stepId,
      done: z.boolean(),
      note: z.string().max(500).optional(),
    }),
    z.strictObject({ step }),
    afterExitPlan,
  ),
  /** Plans what is left again, from today; `exit.save` with `replaces` keeps it. */
  'exit.replan': task(
    z.strictObject({ plan: planId, seconds: z.number().min(0.1).max(600).optional() }),
    z.strictObject({
      plan: savedPlan,
      /** The plan's own request with what is left as its goals. */
      request: exitRequest,
      /** null where nothing is left to plan. */
      schedule: exitScheduleText.nullable(),
      status: z.enum(['optimal', 'feasible', 'nothing-left']),
      left: z.array(z.strictObject({ asset: z.string(), sell: decimalText, buy: decimalText })),
      cost: decimalText.nullable(),
      /** What the rest of the saved plan would cost from today; null where it is not possible any more. */
      costOfSavedRest: decimalText.nullable(),
      /** What is different from the saved plan's rest, each a whole sentence. */
      changes: z.array(z.string()),
      sentence: z.string(),
      issues: z.array(issue),
    }),
  ),
};
