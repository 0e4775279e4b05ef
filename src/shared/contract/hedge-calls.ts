import { z } from 'zod';
import { positiveText } from './calc-contract.ts';
import { command, query } from './call.ts';
import { dateText, decimalText, instantText, issue, nothing, side } from './texts.ts';
import { overlayInput } from './targets-calls.ts';

const unit = z.enum(['contracts', 'base', 'quote']);
const direction = z.enum(['long', 'short']);
const positionSide = z.enum(['one-way', 'long', 'short']);
const marginMode = z.enum(['cross', 'isolated']);
const legState = z.enum(['planned', 'opened', 'adjusted', 'rolled', 'closed']);

/** An amount of an asset, with what it is worth in the reporting currency; null where nobody knows. */
const amount = z.strictObject({
  asset: z.string(),
  quantity: decimalText,
  value: decimalText.nullable(),
});

/** "position:<contract>@<account>", with ":long" or ":short" where the sides are kept apart: also what `holdings.explain` takes. */
const positionId = z.string().min(1);

const fill = z.strictObject({
  event: z.string(),
  time: instantText,
  date: dateText,
  contract: z.string(),
  symbol: z.string(),
  account: z.string(),
  accountName: z.string(),
  side,
  quantity: decimalText,
  unit,
  quote: z.string(),
  price: decimalText,
  positionSide,
  /** What it did to its leg. */
  did: z.enum(['opens', 'adds', 'reduces', 'closes', 'rolls-out', 'rolls-in']),
  file: z.string(),
  line: z.number().int(),
});

/** What the linked fills in one contract add up to. A leg that was rolled has several, in order. */
const legContract = z.strictObject({
  contract: z.string(),
  contractName: z.string(),
  symbol: z.string(),
  account: z.string(),
  accountName: z.string(),
  positionSide,
  side: z.enum(['long', 'short', 'flat']),
  quantity: decimalText,
  unit,
  quote: z.string(),
  averageEntry: decimalText.nullable(),
  opened: instantText,
  /** null while it is open. */
  closed: instantText.nullable(),
  expiry: dateText.nullable(),
  realisedProfit: amount,
  fees: z.array(amount),
  /** The leg's share of what the account's position was paid, by the size held at each payment. */
  funding: amount,
  fundingPayments: z.number().int(),
});

const record = z.strictObject({
  sequence: z.number().int(),
  recordedAt: instantText,
  kind: z.string(),
  hash: z.string(),
  words: z.string(),
});

export const hedgeLegLife = z.strictObject({
  leg: z.string(),
  plan: z.string(),
  asset: z.string(),
  contract: z.string(),
  contractName: z.string(),
  symbol: z.string(),
  venue: z.string(),
  side,
  state: legState,
  /** "Opened on 2026-09-21 with 0.06 BTC, of 0.06 BTC planned." */
  stateWords: z.string(),
  /** As planned. */
  quantity: decimalText,
  unit,
  quote: z.string(),
  price: decimalText,
  notional: decimalText,
  wanted: decimalText.nullable(),
  /** Coins that the leg moves now, signed; null where no price tells (inverse, quanto). */
  coins: decimalText.nullable(),
  contracts: z.array(legContract),
  fills: z.array(fill),
  lots: z.array(
    z.strictObject({
      lot: z.string(),
      quantity: decimalText,
      /** null where the lot is not held any more. */
      acquiredDate: dateText.nullable(),
      longTermFrom: dateText.nullable(),
      held: decimalText,
      explain: z.string(),
    }),
  ),
  /** The identifications that name this leg, oldest first. */
  records: z.array(record),
  /** Fills that could be linked to it and are not yet. */
  linkable: z.number().int(),
  issues: z.array(issue),
  /** "leg:plan-1-leg-1": `holdings.explain` takes it with "/" and a figure's name. */
  explain: z.string(),
});

export const hedgePlanLife = z.strictObject({
  plan: z.string(),
  createdAt: instantText,
  firstDay: dateText,
  exitDate: dateText,
  reason: z.string(),
  sentence: z.string(),
  state: z.enum(['planned', 'running', 'closed']),
  legs: z.array(hedgeLegLife),
});

/** An open futures position, or a part of one, that belongs to no leg. */
const unclaimed = z.strictObject({
  position: positionId,
  contract: z.string(),
  contractName: z.string(),
  account: z.string(),
  accountName: z.string(),
  positionSide,
  asset: z.string(),
  side: direction,
  quantity: decimalText,
  unit,
  quote: z.string(),
  coins: decimalText.nullable(),
  notional: decimalText.nullable(),
  opened: instantText.nullable(),
  /** Its fills that belong to no leg: what adopting it would link. */
  fills: z.array(fill),
  words: z.string(),
});

const linked = z.strictObject({
  leg: hedgeLegLife,
  record,
  issues: z.array(issue),
});

const thresholds = z.strictObject({
  /** How far the hedge ratio may be from the plan's: 0.1 is ten points. */
  ratio: decimalText,
  /** The least distance to liquidation, as a share of the mark, whatever the volatility. */
  distance: decimalText,
  /** Distance in standard deviations of a day, times the root of the days to the next check. */
  sigmas: decimalText,
  /** Days until somebody looks again. */
  checkDays: z.number().int().min(1).max(365),
  /** Days before expiry at which a roll is due, and at which it is urgent. */
  rollWarnDays: z.number().int().min(0).max(365),
  rollActDays: z.number().int().min(0).max(365),
  /** Days after which a price is stale. */
  priceAgeDays: z.number().int().min(0).max(3650),
});

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

const order = z.strictObject({
  asset: z.string(),
  contract: z.string(),
  side,
  quantity: decimalText,
  unit,
  quote: z.string(),
  reduceOnly: z.boolean(),
  positionSide,
  /** The position that it changes; null where it opens one. */
  position: positionId.nullable(),
  marginMode: marginMode.nullable(),
  coins: decimalText,
  notional: decimalText,
  /** "Buy 0.02 BTC of BTCUSDT_261225, reduce-only." */
  words: z.string(),
});

/** One thing that was looked at, with what came of it. */
const checked = z.strictObject({ check: z.string(), passed: z.boolean(), words: z.string() });

const sliceStep = z.strictObject({
  number: z.number().int(),
  what: z.enum(['futures', 'spot']),
  words: z.string(),
  order: order.nullable(),
  /** Coins sold or bought at spot; zero for a futures step. */
  spotCoins: decimalText,
  /** Coins of the asset that move with the price, after this step: spot, collateral and futures. */
  netCoins: decimalText,
  netValue: decimalText,
});

/** What is about to be ordered, typed by the user, against what is meant. */
const typedOrder = z.strictObject({
  asset: z.string().min(1).max(20),
  contract: z.string().min(1),
  side,
  /** As typed; a sign of its own is refused. */
  quantity: z.string().min(1).max(60),
  /** What the typed quantity counts; the contract's own order unit where left out. */
  unit: z.enum(['contracts', 'base', 'quote']).optional(),
  price: decimalText.optional(),
  /** What is meant, in coins (without sign) or in money. */
  intended: z.strictObject({ coins: decimalText.optional(), money: decimalText.optional() }).optional(),
  reduceOnly: z.boolean().optional(),
  positionSide: positionSide.optional(),
  marginMode: marginMode.optional(),
  account: z.string().optional(),
  /** The position that a closing order names. */
  position: z.string().optional(),
  /** The multiple set at the venue: "5". */
  leverage: positiveText.optional(),
  /** A fee or funding rate as typed, with its suffix: "0.05%", "5 bp", "0.0005 fraction". */
  rate: z.string().max(40).optional(),
});

const hedgeCheckInput = z.strictObject({
  overlay: overlayInput.optional(),
  orders: z.array(typedOrder).max(50).optional(),
  exitDate: dateText.optional(),
  /** Ids of `beforeSaving` that the user has read and accepts. */
  acknowledged: z.array(z.string()).optional(),
});

const hedgeChecks = z.strictObject({
  /** Errors keep a plan from being saved; warnings do not. */
  issues: z.array(issue),
  /** The ten things to look at before a plan leaves the screen. */
  beforeSaving: z.array(
    z.strictObject({
      id: z.enum([
        'data-age',
        'notional',
        'delta',
        'margin-overnight',
        'liquidity',
        'leg-lost',
        'costs',
        'expiry',
        'tax',
        'uncertain',
      ]),
      state: z.enum(['fine', 'look', 'unknown']),
      words: z.string(),
      needsAcknowledgement: z.boolean(),
      acknowledged: z.boolean(),
    }),
  ),
  /** No errors, and everything uncertain is acknowledged. */
  canSave: z.boolean(),
});

const checklistStep = z.strictObject({
  number: z.number().int(),
  id: z.enum(['target', 'contract', 'size', 'execution', 'monitoring', 'exit']),
  title: z.string(),
  state: z.enum(['done', 'open', 'attention']),
  /** What the ledger says of it: why it is ticked, or why not. */
  words: z.string(),
  /** Where to go on; null where nothing is to be done. */
  next: z
    .strictObject({
      words: z.string(),
      screen: z.enum(['targets', 'monitor', 'import', 'plan', 'holdings']),
      command: z.string(),
    })
    .nullable(),
});

const changed = ['hedge.', 'monitor.', 'stress.', 'targets.', 'plan.', 'holdings.', 'ledger.'];

export const hedgeCalls = {
  'hedge.legs': query(
    nothing,
    z.strictObject({
      asOf: dateText,
      plans: z.array(hedgePlanLife),
      unclaimed: z.array(unclaimed),
      issues: z.array(issue),
    }),
  ),
  'hedge.linkable': query(
    z.strictObject({ leg: z.string() }),
    z.strictObject({
      leg: z.string(),
      /** In ledger order; `suggested` are those that open, adjust or roll the leg as planned. */
      fills: z.array(fill.extend({ suggested: z.boolean(), words: z.string() })),
    }),
  ),
  /** Without `fills`: all that are suggested. Writes an identification record of this very day. */
  'hedge.link': command(
    z.strictObject({ leg: z.string(), fills: z.array(z.string()).min(1).optional() }),
    linked,
    changed,
  ),
  /** Without `fills`: all of the leg's. */
  'hedge.unlink': command(
    z.strictObject({ leg: z.string(), fills: z.array(z.string()).min(1).optional() }),
    linked,
    changed,
  ),
  /** Open positions that no plan knows become the legs of a new plan. */
  'hedge.adopt': command(
    z.strictObject({
      /** Without: all that belong to no leg. */
      positions: z.array(positionId).min(1).optional(),
      exitDate: dateText,
      reason: z.string().max(500).optional(),
    }),
    z.strictObject({ plan: hedgePlanLife, record, issues: z.array(issue) }),
    changed,
  ),
  /** How to close a leg, or all legs of a plan: the order of the slices and what is open after each. Changes nothing. */
  'hedge.close': query(
    z.strictObject({
      leg: z.string().optional(),
      plan: z.string().optional(),
      slices: z.number().int().min(1).max(20).optional(),
      /** True: the coins that were hedged are sold (or bought) with it. */
      withSpot: z.boolean().optional(),
    }),
    z.strictObject({
      sentence: z.string(),
      steps: z.array(sliceStep),
      /** Of the asset, the largest exposure on the way, in coins. */
      largest: z.array(z.strictObject({ asset: z.string(), netCoins: decimalText, words: z.string() })),
      checks: z.array(checked),
      issues: z.array(issue),
    }),
  ),
  'hedge.setMargin': command(
    z.strictObject({
      position: positionId,
      mode: marginMode,
      /** In the settle asset; of an isolated position. */
      isolatedMargin: decimalText.nullable(),
    }),
    nothing,
    ['monitor.', 'hedge.', 'stress.', 'holdings.', 'ledger.'],
  ),
  'hedge.checks': query(hedgeCheckInput, hedgeChecks),
  'hedge.checklist': query(
    z.strictObject({ plan: z.string().optional() }),
    z.strictObject({
      /** The plan it is about; null while none is saved. */
      plan: z.string().nullable(),
      steps: z.array(checklistStep),
      /** The number of the first step that is not done; null when all are. */
      current: z.number().int().nullable(),
      sentence: z.string(),
    }),
  ),
  'monitor.read': query(
    z.strictObject({ leg: z.string().optional(), closed: z.boolean().optional() }),
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
      of: z.string().min(1),
      /** null: back to the default. */
      thresholds: thresholds.partial().nullable(),
    }),
    z.strictObject({ thresholds }),
    ['monitor.', 'hedge.', 'stress.', 'ledger.'],
  ),
  /** The trade that brings a leg's ratio back to plan, in whole contracts, and what was checked of it. */
  'monitor.proposal': query(
    z.strictObject({ leg: z.string() }),
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
