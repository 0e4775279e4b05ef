import { z } from 'zod';
import { positiveText } from './calc-contract.ts';
import { aboutFutures, command, query } from './call.ts';
import { entryOrder, exposureBars, legDetails } from './overlay-answer.ts';
import { policyText } from './policy-text.ts';
import { askedDate, dateText, decimalText, instantText, issue, nothing, side } from './texts.ts';

const driftRow = z.strictObject({
  asset: z.string(),
  target: decimalText,
  spotWeight: decimalText,
  effectiveWeight: decimalText,
  /** Effective weight less target: positive is overweight. */
  drift: decimalText,
  driftValue: decimalText,
  bandLow: decimalText,
  bandHigh: decimalText,
  outside: z.boolean(),
  /** The group that it belongs to. */
  group: z.string().optional(),
});

export const contractText = z.strictObject({
  id: z.string(),
  venue: z.string(),
  symbol: z.string(),
  name: z.string(),
  underlying: z.string(),
  quote: z.string(),
  settleAsset: z.string(),
  kind: z.enum(['perpetual', 'dated']),
  payoff: z.enum(['linear', 'inverse', 'quanto']),
  multiplier: decimalText,
  quantityUnit: z.enum(['contracts', 'base', 'quote']),
  quantityStep: decimalText,
  minQuantity: decimalText.nullable(),
  expiry: dateText.nullable(),
  expiryRule: z.string().nullable(),
  takerFee: decimalText.nullable(),
  initialMargin: decimalText.nullable(),
  section1256: z.boolean(),
  section1256Settled: z.boolean(),
  section1256Reason: z.string(),
  usPersons: z.boolean().nullable(),
  asOf: dateText,
  confidence: z.string(),
  sources: z.array(z.string()),
});

const hedgeRatio = z.union([
  z.enum(['naive', 'minimum-variance', 'after-tax', 'after-tax-kept']),
  positiveText,
]);

const contractId = z.string().min(1).max(200);

export const overlayInput = z.strictObject({
  /** Which contract to use for each asset that is off target. */
  contracts: z
    .array(
      z.strictObject({
        asset: z.string().min(1).max(20),
        contract: contractId,
        /** A smaller contract on the same coin for what whole ones of the first leave over: a second leg. */
        small: contractId.optional(),
        /** True where the contract may follow another coin than the asset. */
        crossHedge: z.boolean().optional(),
        /** For this asset instead of `ratio` for all. */
        ratio: hedgeRatio.optional(),
      }),
    )
    .max(200),
  /** `nearest` takes the smaller order where both are as near. */
  rounding: z.enum(['floor', 'nearest', 'ceil']),
  /**
   * Of what brings an asset to its target; 1 (`naive`) where left out, `minimum-variance` in a cross hedge. `after-tax`
   * leaves wealth after tax the same at every price, `after-tax-kept` where the coins will not be sold at all.
   */
  ratio: hedgeRatio.optional(),
  /** Until when the legs are meant to be held; the expiry, or 90 days for a perpetual contract, where left out. */
  exitDate: askedDate.optional(),
  /** Notional of a leg ÷ the money at the venue for it: "2" is double. */
  leverageCap: positiveText.optional(),
  /** Money at a venue for these legs, in the settle asset; it is divided among them by notional. */
  margin: z
    .array(z.strictObject({ venue: z.string().min(1).max(100), amount: positiveText }))
    .max(50)
    .optional(),
  /** Targets that are being typed and are not saved; the saved ones where this is left out. */
  policy: policyText.optional(),
});

const overlayLeg = z.strictObject({
  asset: z.string(),
  contract: z.string(),
  contractName: z.string(),
  side,
  quantity: decimalText,
  unit: z.enum(['contracts', 'base', 'quote']),
  /** The asset that the contract's price is in, and that quantities in `quote` count. */
  quote: z.string(),
  coins: decimalText,
  price: decimalText,
  notional: decimalText,
  wanted: decimalText,
  residual: decimalText,
  residualValue: decimalText,
  residualRate: decimalText,
  initialMargin: decimalText.nullable(),
  fee: decimalText.nullable(),
  section1256: z.boolean(),
  usPersons: z.boolean().nullable(),
  notes: z.array(z.string()),
  ...legDetails,
});

const overlay = z.strictObject({
  /** "Short 0.15 BTC with BTCUSDT and go long 3.2 ETH with ETHUSDT: 65/35 becomes 50/50. No coin is sold." */
  sentence: z.string(),
  value: decimalText,
  legs: z.array(overlayLeg),
  before: z.array(z.strictObject({ asset: z.string(), target: decimalText, weight: decimalText })),
  after: z.array(z.strictObject({ asset: z.string(), target: decimalText, weight: decimalText })),
  /** What to weigh before acting: margin, basis, complexity and tax, each a whole sentence. */
  risks: z.array(
    z.strictObject({ kind: z.enum(['margin', 'basis', 'complexity', 'tax']), text: z.string() }),
  ),
  /** Lots that the short legs would hedge, by the standing order (highest basis first), with the date that matters. */
  hedgedLots: z.array(
    z.strictObject({
      asset: z.string(),
      lot: z.string(),
      quantity: decimalText,
      acquiredDate: dateText,
      longTermFrom: dateText,
      clockRestarts: z.boolean(),
    }),
  ),
  /** null where nothing is ordered. */
  entryOrder: entryOrder.nullable(),
  /** Spot, long futures, short futures and net of every targeted asset, before and after. */
  exposure: exposureBars,
});

/** Where an identification record stands in the chain. */
const sealedRecord = z.strictObject({
  sequence: z.number().int(),
  recordedAt: instantText,
  hash: z.string(),
});

export const hedgePlan = z.strictObject({
  id: z.string(),
  createdAt: instantText,
  exitDate: dateText,
  sentence: z.string(),
  legs: z.array(
    z.strictObject({
      id: z.string(),
      asset: z.string(),
      contract: z.string(),
      side,
      quantity: decimalText,
      price: decimalText,
      notional: decimalText,
      state: z.enum(['planned', 'opened', 'adjusted', 'rolled', 'closed']),
    }),
  ),
  steps: z.array(
    z.strictObject({ id: z.string(), date: dateText, text: z.string(), doneAt: instantText.nullable() }),
  ),
  /** The identification record written when the plan was saved. */
  record: sealedRecord,
});

export const targetsCalls = {
  'targets.read': query(
    nothing,
    z.strictObject({
      policy: policyText.nullable(),
      /** The policy in plain words. */
      words: z.string().nullable(),
      value: decimalText.nullable(),
      drift: z.array(driftRow),
      /** Which rule fired, in words; empty when all is within the bands. */
      triggers: z.array(z.string()),
      untargeted: z.array(z.strictObject({ asset: z.string(), value: decimalText })),
      pricesAsOf: instantText.nullable(),
      issues: z.array(issue),
    }),
  ),
  'targets.savePolicy': command(policyText, z.strictObject({ words: z.string() }), [
    'targets.',
    'plan.',
    'holdings.',
    ...aboutFutures,
  ]),
  'targets.contracts': query(
    z.strictObject({ underlying: z.string().max(20).optional() }),
    z.strictObject({ contracts: z.array(contractText) }),
  ),
  'targets.overlay': query(overlayInput, overlay),
  'targets.saveOverlay': command(
    z.strictObject({
      overlay: overlayInput,
      exitDate: dateText,
      /** Why, in the user's own words. */
      reason: z.string().max(500).optional(),
      /** Ids of `hedge.check`'s `beforeSaving` that the user has read and accepts. */
      acknowledged: z.array(z.string().max(40)).max(50).optional(),
    }),
    hedgePlan,
    ['targets.', 'plan.', 'holdings.', 'ledger.', ...aboutFutures],
  ),
  /** The plan leaves lists, dates and hedged lots; a record that it was dropped follows the one it was saved with. */
  'targets.dropPlan': command(
    z.strictObject({ plan: z.string().min(1).max(200) }),
    z.strictObject({ record: sealedRecord }),
    ['targets.', 'plan.', 'holdings.', 'ledger.', ...aboutFutures],
  ),
  'targets.plans': query(nothing, z.strictObject({ plans: z.array(hedgePlan) })),
};
