/** The ways back to the targets side by side: nothing, selling, hedging, a mix, new money; what decides between them, and why. */
import { z } from 'zod';
import { task } from './call.ts';
import { exitRequest } from './exit-request.ts';
import { askedDate, dateText, decimalText, issue, trace } from './texts.ts';

const alternativeKind = z.enum(['nothing', 'sell-now', 'hedge', 'mixed', 'new-money']);
const pathKind = z.enum(['flat', 'up', 'down', 'own']);

/** Positive is paid; what the alternative adds to the year. */
const yearOfAlternative = z.strictObject({
  year: z.number().int(),
  due: dateText,
  /** What the alternative adds to the year's results, by character, signed; straddle rules counted. */
  shortTermGain: decimalText,
  longTermGain: decimalText,
  section1256Gain: decimalText,
  /** The engine's total tax of the year with the alternative, and without it. */
  taxWith: decimalText,
  taxWithout: decimalText,
  added: decimalText,
});

const liquidation = z.strictObject({
  asset: z.string(),
  contract: z.string(),
  side: z.enum(['long', 'short']),
  /** The venue's price of forced closing, or a broker's call; null where it cannot be told. */
  price: decimalText.nullable(),
  /** From the price now, as a share of it; null where it cannot be told. */
  distance: decimalText.nullable(),
  words: z.string(),
});

/** Wealth in the reporting currency at the horizon, in money of that day: coins of the targeted assets left, cash and futures results, less tax. */
const wealth = z.strictObject({
  path: pathKind,
  /** Coins left at the path's prices. */
  coins: decimalText,
  /** Sold less bought; new money counts as paid. */
  cash: decimalText,
  /** Profit of futures with carry. */
  futures: decimalText,
  fees: decimalText,
  /** The alternative's tax until the last year. */
  tax: decimalText,
  /** After all of that, positive is had. */
  wealth: decimalText,
  /** Tax that selling all that is left on that day would still cost. */
  latentTax: decimalText,
  afterLatentTax: decimalText,
  trace,
});

const weightRow = z.strictObject({
  asset: z.string(),
  target: decimalText,
  /** Effective, right after today's trades; later it depends on prices. */
  weight: decimalText,
  /** Weight less target. */
  drift: decimalText,
});

const alternativeShown = z.strictObject({
  kind: alternativeKind,
  title: z.string(),
  /** false: it cannot be done here; `why` says it, and no figure is filled in. */
  possible: z.boolean(),
  why: z.string().nullable(),
  /** What is done and when, each a whole sentence. */
  steps: z.array(z.string()),
  /** The day on which the hedge is left; of the others the last day on which something is done. null: nothing is done. */
  until: dateText.nullable(),
  /** In today's money: tax that it adds, carry, fees, slippage, what locked margin would have earned. */
  cost: decimalText.nullable(),
  tax: decimalText.nullable(),
  carry: decimalText.nullable(),
  /** What carry would be at the low and high end of past funding over as long a time; null where not known. */
  carryRange: z.strictObject({ low: decimalText, high: decimalText, words: z.string() }).nullable(),
  fees: decimalText.nullable(),
  slippage: decimalText.nullable(),
  marginCost: decimalText.nullable(),
  /** null where a margin is not known; then `marginWords` says of what. */
  lockedMargin: decimalText.nullable(),
  marginWords: z.string().nullable(),
  /** Fresh money that it takes. */
  newMoney: decimalText,
  taxByYear: z.array(yearOfAlternative),
  liquidation: z.array(liquidation),
  /** What straddle rules do: losses that wait, clocks that start anew. Whole sentences; empty where nothing. */
  straddle: z.array(z.string()),
  lossesWaiting: decimalText.nullable(),
  lossesCarried: decimalText.nullable(),
  /** Gain in what could have been sold and was not: taxed another day. */
  gainLeft: decimalText.nullable(),
  weights: z.array(weightRow),
  /** What still stands off the targets, in money: half the sum of all that is over and under. */
  driftLeft: decimalText.nullable(),
  wealth: z.array(wealth),
  sales: z.array(
    z.strictObject({
      date: dateText,
      asset: z.string(),
      lot: z.string(),
      acquiredDate: dateText,
      accountName: z.string(),
      quantity: decimalText,
      /** At the assumed price, before fees. */
      value: decimalText,
      costBasis: decimalText,
      gain: decimalText,
      /** By the plain rule; where a hedge starts a clock anew `straddle` says so. */
      term: z.enum(['short', 'long']),
    }),
  ),
  purchases: z.array(
    z.strictObject({ date: dateText, asset: z.string(), quantity: decimalText, cost: decimalText }),
  ),
  /** Hedges opened by it. */
  hedges: z.array(
    z.strictObject({
      asset: z.string(),
      contract: z.string(),
      contractName: z.string(),
      side: z.enum(['long', 'short']),
      coins: decimalText,
      notional: decimalText,
      /** Open in the ledger already. */
      isOpen: z.boolean(),
    }),
  ),
  /** Of `cost`; null where it is not possible. */
  trace: trace.nullable(),
});

/** Where the answer turns round between the best way of selling now and the best hedge; `at` null: nowhere in the range. */
const turn = {
  words: z.string(),
  trace: trace.nullable(),
};
const decides = z.strictObject({
  /** The two that are compared. */
  selling: z.literal('sell-now'),
  hedging: z.literal('hedge'),
  /** Cost of selling less cost of hedging: positive where hedging is cheaper. null where one is not possible. */
  difference: decimalText.nullable(),
  /** A short's yearly cost at which both cost the same, as a share of notional. */
  funding: z.strictObject({ at: decimalText.nullable(), ...turn }),
  /** The last day on which leaving the hedge is still cheaper than selling now. */
  date: z.strictObject({ at: dateText.nullable(), ...turn }),
  /** Changes of all prices by the horizon at which both cost the same, nearest below and above; shares. */
  price: z.strictObject({ fall: decimalText.nullable(), rise: decimalText.nullable(), ...turn }),
  /** Ordinary tax rate of the year, and the ordinary income that it belongs to, at which the answer turns round. */
  rates: z.array(
    z.strictObject({
      year: z.number().int(),
      which: z.enum(['this-year', 'exit-year']),
      at: decimalText.nullable(),
      income: decimalText.nullable(),
      now: decimalText.nullable(),
      ...turn,
    }),
  ),
});

const alternativesAnswer = z.strictObject({
  asOf: dateText,
  horizon: dateText,
  currency: z.string(),
  /** Of what has a target, effective. */
  value: decimalText,
  /** "Hedging now and leaving on 15 January 2027 is cheapest: it saves 1 234.00 USD against selling now." */
  sentence: z.string(),
  best: alternativeKind.nullable(),
  /** How much the best costs less than the next of selling and hedging; never negative. null where only one is possible. */
  saves: decimalText.nullable(),
  /** Three, with their amounts. */
  reasons: z.array(z.string()),
  /** "Hedging is not worth it because …"; null where it is. */
  notWorthIt: z.string().nullable(),
  /** Always all three. */
  risks: z.array(z.strictObject({ kind: z.enum(['margin', 'basis', 'complexity']), text: z.string() })),
  /** In this order: nothing, sell-now, hedge, mixed, new-money. */
  alternatives: z.array(alternativeShown),
  /** Of the hedge, every day on which it could be left, with its cost. */
  exits: z.array(z.strictObject({ date: dateText, why: z.array(z.string()), cost: decimalText })),
  decides: decides.nullable(),
  /** With how much prices move by the horizon on each path; per asset on the user's own. */
  paths: z.array(
    z.strictObject({
      path: pathKind,
      words: z.string(),
      changes: z.array(z.strictObject({ asset: z.string(), change: decimalText })),
    }),
  ),
  assumptions: z.strictObject({
    discountPerYear: decimalText,
    spotFee: decimalText,
    spotSlippage: decimalText,
    marginCostPerYear: decimalText,
    /** A short's cost as a share of notional and year, all legs together; null without legs. */
    carryPerYear: decimalText.nullable(),
    words: z.array(z.string()),
  }),
  /** Rules that the figures do not hold and that could change the answer. */
  caveats: z.array(z.strictObject({ code: z.string(), text: z.string(), law: z.string() })),
  notes: z.array(z.string()),
  issues: z.array(issue),
});

export const alternativesCalls = {
  /** Phases: "Facts", "Price the ways", "Search the mix", "What decides". */
  'rebalance.alternatives': task(
    exitRequest.extend({
      /** The hedge is left on this day; the cheapest of all candidate days where left out. */
      exitDate: askedDate.optional(),
      /** By how much all prices rise and fall by the horizon on the paths up and down; 0.3 where left out. */
      move: decimalText.optional(),
      /** Leave the mix out: the rest answers quicker. */
      withoutMix: z.boolean().optional(),
      /** Leave out what decides. */
      withoutTurns: z.boolean().optional(),
    }),
    alternativesAnswer,
  ),
};
