/** Choices that law or practice leaves open, and what the taxpayer puts on record about lots. */
import { z } from 'zod';
import { LOT_METHODS } from '../domain/lot.ts';
import { aboutFutures, command, query } from './call.ts';
import { askedInstant, dateText, decimalText, instantText, nothing } from './texts.ts';

const lotMethod = z.enum(LOT_METHODS);
const lotChoice = z.strictObject({ lot: z.string().min(1), quantity: decimalText });

const election = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What is open and what the choice means, in plain words. */
  sentence: z.string(),
  law: z.string(),
  options: z.array(z.strictObject({ value: z.string(), words: z.string() })),
  /** In force. */
  value: z.string(),
  defaultValue: z.string(),
  madeAt: instantText.nullable(),
});

const orderText = z.strictObject({
  account: z.string().nullable(),
  accountName: z.string().nullable(),
  method: lotMethod,
  words: z.string(),
  from: instantText,
  recordedAt: instantText,
  toldBroker: z.boolean(),
  keptElsewhere: z.boolean(),
  /** When another order for the same accounts takes its place; null where none does. */
  until: instantText.nullable(),
  /** On the day that is asked about. */
  inForce: z.boolean(),
});

const identificationText = z.strictObject({
  sequence: z.number().int(),
  account: z.string(),
  accountName: z.string(),
  asset: z.string(),
  lots: z.array(
    z.strictObject({
      lot: z.string(),
      /** null where no lot has that name any more. */
      acquiredDate: dateText.nullable(),
      quantity: decimalText,
      /** What no sale has used up yet. */
      left: decimalText,
    }),
  ),
  recordedAt: instantText,
  toldBroker: z.boolean(),
  /** What later sales have not used up yet. */
  left: decimalText,
  /** The sales that it decided. */
  sales: z.array(z.string()),
});

const allocationWay = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('specific-unit'),
    units: z.array(
      z.strictObject({ lot: z.string().min(1), account: z.string().min(1), quantity: decimalText }),
    ),
  }),
  z.strictObject({
    kind: z.literal('global'),
    accounts: z.array(z.string().min(1)).min(1),
    order: z.enum(['fifo', 'lifo', 'hifo', 'lofo']),
  }),
]);

/** Every figure made of lots is stale after any of these. */
const stale = ['elections.', 'plan.', 'holdings.', 'targets.', 'ledger.', ...aboutFutures];

export const electionsCalls = {
  'elections.read': query(
    nothing,
    z.strictObject({
      elections: z.array(election),
      /** Oldest first; the last that holds for an account at a time counts. */
      orders: z.array(orderText),
      identifications: z.array(identificationText),
      /** Rev. Proc. 2024-28; null until one is recorded. */
      allocation: z.strictObject({ way: allocationWay, recordedAt: instantText }).nullable(),
      /** Accounts that orders can name. */
      accounts: z.array(z.strictObject({ account: z.string(), accountName: z.string(), kind: z.string() })),
      /** What to know before recording: deadlines, and what is too late. Whole sentences. */
      notes: z.array(z.string()),
    }),
  ),
  'elections.save': command(
    z.strictObject({ id: z.string().min(1), value: z.string().min(1) }),
    nothing,
    stale,
  ),
  /** Records a standing order. Out: its place in the chain. */
  'elections.order': command(
    z.strictObject({
      account: z.string().min(1).nullable(),
      method: lotMethod,
      /** Without it: from now. Earlier only with `keptElsewhere`. */
      from: askedInstant.optional(),
      toldBroker: z.boolean().optional(),
      keptElsewhere: z.boolean().optional(),
    }),
    z.strictObject({ sequence: z.number().int(), from: instantText }),
    stale,
  ),
  /** Names the lots that the next sales of an asset in an account are of. */
  'elections.identify': command(
    z.strictObject({
      account: z.string().min(1),
      asset: z.string().min(1),
      lots: z.array(lotChoice).min(1),
      toldBroker: z.boolean().optional(),
    }),
    z.strictObject({ sequence: z.number().int(), recordedAt: instantText }),
    stale,
  ),
  /** Divides the basis left on 2025-01-01 among the accounts, once. */
  'elections.allocate': command(
    z.strictObject({ way: allocationWay }),
    z.strictObject({ sequence: z.number().int() }),
    stale,
  ),
};
