import { z } from 'zod';
import { command, query } from './call.ts';
import { thresholdFields } from './hedge-settings.ts';
import { amount, checked, givenId, legState, marginMode, order, positionId, unit } from './hedge-shapes.ts';
import { dateText, decimalText, instantText, issue, side } from './texts.ts';

const thresholds = z.strictObject(thresholdFields);

const cause = z.strictObject({
  cause: z.enum([
    'target',
    'spot',
    'funding',
    'booked',
    'price',
    'fills',
    'convexity',
    'open-profit',
    'others',
  ]),
  /** How many coins more (positive) or fewer the hedge lacks by it: they add up to the change of the gap exactly. */
  coins: decimalText,
  value: decimalText,
  words: z.string(),
});

/** How urgent, worst first. */
const level = z.enum(['danger', 'act', 'watch', 'calm']);

const alarm = z.strictObject({
  field: z.enum(['ratio', 'liquidation', 'margin', 'expiry', 'price', 'leg', 'exit', 'target']),
  level,
  words: z.string(),
});

export const monitorRow = z.strictObject({
  /** null for an open position that belongs to no leg. */
  leg: z.string().nullable(),
  plan: z.string().nullable(),
  /** The open position that the leg stands in; null before it is opened and after it is closed. */
  position: positionId.nullable(),
  asset: z.string(),
  contract: z.string(),
  contractName: z.string(),
  symbol: z.string(),
  venue: z.string(),
  accountName: z.string().nullable(),
  side,
  state: legState,
  /** Why the hedge is there. */
  reason: z.string(),
  unit,
  quote: z.string(),
  settleAsset: z.string(),
  quantity: decimalText,
  plannedQuantity: decimalText.nullable(),
  averageEntry: decimalText.nullable(),
  level,
  /** 0 (calm) to 1000: rows come in this order, largest first. */
  urgency: z.number().int(),
  /** The first is the reason for the place in the list. */
  alarms: z.array(alarm),
  /** What to do, in one sentence. */
  next: z.string(),
  /** Built on a price that is too old: everything but quantities, dates and what was paid. */
  stale: z.boolean(),
  price: z.strictObject({
    mark: decimalText.nullable(),
    time: instantText.nullable(),
    source: z.string().nullable(),
    /** True where the coin's price stands in for the contract's. */
    fromUnderlying: z.boolean(),
    ageDays: decimalText.nullable(),
    words: z.string(),
  }),
  ratio: z.strictObject({
    /** Coins that the leg moves ÷ coins that would bring the asset to its target now. */
    now: decimalText.nullable(),
    planned: decimalText.nullable(),
    /** Signed: a short is negative. */
    coins: decimalText.nullable(),
    wanted: decimalText.nullable(),
    wantedAtPlan: decimalText.nullable(),
    words: z.string(),
  }),
  /** From the gap at plan to the gap now. null where the plan keeps no baseline, or a price is missing. */
  drift: z
    .strictObject({ gapAtPlan: decimalText, gapNow: decimalText, causes: z.array(cause), words: z.string() })
    .nullable(),
  residual: z.strictObject({
    /** Coins still to be bought (positive) or sold to reach the target. */
    coins: decimalText.nullable(),
    value: decimalText.nullable(),
    /** Of what is wanted. */
    share: decimalText.nullable(),
  }),
  margin: z.strictObject({
    mode: marginMode.nullable(),
    asset: z.string(),
    equity: decimalText.nullable(),
    initial: decimalText.nullable(),
    maintenance: decimalText.nullable(),
    /** Equity less maintenance margin, of the account or of the isolated position. */
    buffer: decimalText.nullable(),
    tier: z.number().int().nullable(),
    words: z.string(),
  }),
  liquidation: z.strictObject({
    kind: z.enum(['price', 'margin-call', 'none', 'unknown', 'nothing-open']),
    price: decimalText.nullable(),
    /** Share of the mark. */
    distance: decimalText.nullable(),
    dailySigmas: decimalText.nullable(),
    /** What the distance should be at least. */
    least: decimalText.nullable(),
    words: z.string(),
  }),
  /** To date: positive was received. */
  funding: amount.extend({ payments: z.number().int() }),
  fees: z.array(amount),
  realisedProfit: amount,
  unrealisedProfit: amount.nullable(),
  /** Of dated contracts: the gap futures − spot per coin when entered, and what is left of it. */
  basis: z
    .strictObject({
      atEntry: decimalText.nullable(),
      now: decimalText.nullable(),
      /** What its change has brought (positive) or cost so far, in quote money. */
      earned: decimalText.nullable(),
      words: z.string(),
    })
    .nullable(),
  expiry: z
    .strictObject({ date: dateText, days: z.number().int(), rollBy: dateText, words: z.string() })
    .nullable(),
  exitDate: dateText.nullable(),
  thresholds,
  ownThresholds: z.boolean(),
  /** "leg:plan-1-leg-1" or "position:…": `holdings.explain` takes a leg's with "/ratio", "/residual", "/wanted", "/coins", "/drift", "/funding", "/fees", "/realisedProfit", "/unrealisedProfit", "/basis", "/distance", "/buffer". */
  explain: z.string(),
});

export const monitorCalls = {
  'monitor.read': query(
    z.strictObject({ leg: positionId.optional(), closed: z.boolean().optional() }),
    z.strictObject({
      asOf: dateText,
      currency: z.string(),
      /** The worst first. */
      rows: z.array(monitorRow),
      header: z.strictObject({
        level,
        sentence: z.string(),
        next: z.string(),
        counts: z.strictObject({
          danger: z.number().int(),
          act: z.number().int(),
          watch: z.number().int(),
          calm: z.number().int(),
          stale: z.number().int(),
        }),
      }),
      defaults: thresholds,
      issues: z.array(issue),
    }),
  ),
  'monitor.setThresholds': command(
    z.strictObject({
      /** A leg, a position, or "default". */
      of: positionId,
      /** null: back to the default. */
      thresholds: thresholds.partial().nullable(),
    }),
    z.strictObject({ thresholds }),
    ['monitor.', 'hedge.', 'stress.', 'ledger.'],
  ),
  /** The trade that brings a leg's ratio back to plan, in whole contracts, and what was checked of it. */
  'monitor.proposal': query(
    z.strictObject({ leg: givenId }),
    z.strictObject({
      leg: z.string(),
      sentence: z.string(),
      /** null where nothing is to be traded, or nothing can be. */
      order: order.nullable(),
      /** Coins off the plan's ratio before and after; what whole contracts leave. */
      before: decimalText.nullable(),
      after: decimalText.nullable(),
      ratioAfter: decimalText.nullable(),
      checks: z.array(checked),
      stale: z.boolean(),
      issues: z.array(issue),
    }),
  ),
};
