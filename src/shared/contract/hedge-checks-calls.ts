import { z } from 'zod';
import { positiveText } from './calc-contract.ts';
import { query } from './call.ts';
import { givenId, marginMode, positionId, positionSide } from './hedge-shapes.ts';
import { dateText, issue, side } from './texts.ts';
import { overlayInput } from './targets-calls.ts';

/** What is about to be ordered, typed by the user, against what is meant. */
const typedOrder = z.strictObject({
  asset: z.string().min(1).max(20),
  contract: givenId,
  side,
  /** As typed; a sign of its own is refused. */
  quantity: z.string().min(1).max(60),
  /** What the typed quantity counts; the contract's own order unit where left out. */
  unit: z.enum(['contracts', 'base', 'quote']).optional(),
  price: positiveText.optional(),
  /** What is meant, in coins (without sign) or in money. */
  intended: z.strictObject({ coins: positiveText.optional(), money: positiveText.optional() }).optional(),
  reduceOnly: z.boolean().optional(),
  positionSide: positionSide.optional(),
  marginMode: marginMode.optional(),
  account: givenId.optional(),
  /** The position that a closing order names. */
  position: positionId.optional(),
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
  acknowledged: z.array(z.string().max(40)).max(50).optional(),
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

export const hedgeChecksCalls = {
  'hedge.checks': query(hedgeCheckInput, hedgeChecks),
  'hedge.checklist': query(
    z.strictObject({ plan: givenId.optional() }),
    z.strictObject({
      /** The plan it is about; null while none is saved. */
      plan: z.string().nullable(),
      steps: z.array(checklistStep),
      /** The number of the first step that is not done; null when all are. */
      current: z.number().int().nullable(),
      sentence: z.string(),
    }),
  ),
};
