import { z } from 'zod';
import { notNegativeText } from './calc-contract.ts';
import { aboutExit, command, query } from './call.ts';
import {
  amount,
  checked,
  direction,
  fill,
  givenId,
  legState,
  marginMode,
  order,
  positionId,
  positionSide,
  record,
  unit,
} from './hedge-shapes.ts';
import { dateText, decimalText, instantText, issue, nothing, side } from './texts.ts';

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

/** Events, by their ids: those of one leg may be many. */
const fillIds = z.array(z.string().min(1).max(200)).min(1).max(100_000);

const changed = [
  'hedge.',
  'monitor.',
  'stress.',
  'reports.',
  'elections.',
  'targets.',
  'plan.',
  'holdings.',
  'ledger.',
  ...aboutExit,
];

export const hedgeLegsCalls = {
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
    z.strictObject({ leg: givenId }),
    z.strictObject({
      leg: z.string(),
      /** In ledger order; `suggested` are those that open, adjust or roll the leg as planned. */
      fills: z.array(fill.extend({ suggested: z.boolean(), words: z.string() })),
    }),
  ),
  /** Without `fills`: all that are suggested. Writes an identification record of this very day. */
  'hedge.link': command(z.strictObject({ leg: givenId, fills: fillIds.optional() }), linked, changed),
  /** Without `fills`: all of the leg's. */
  'hedge.unlink': command(z.strictObject({ leg: givenId, fills: fillIds.optional() }), linked, changed),
  /** Open positions that no plan knows become the legs of a new plan. */
  'hedge.adopt': command(
    z.strictObject({
      /** Without: all that belong to no leg. */
      positions: z.array(positionId).min(1).max(1000).optional(),
      exitDate: dateText,
      reason: z.string().max(500).optional(),
    }),
    z.strictObject({ plan: hedgePlanLife, record, issues: z.array(issue) }),
    changed,
  ),
  /** How to close a leg, or all legs of a plan: the order of the slices and what is open after each. Changes nothing. */
  'hedge.close': query(
    z.strictObject({
      leg: givenId.optional(),
      plan: givenId.optional(),
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
      isolatedMargin: notNegativeText.nullable(),
    }),
    nothing,
    ['monitor.', 'hedge.', 'stress.', 'holdings.', 'ledger.'],
  ),
};
