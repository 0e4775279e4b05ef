/** Choices that law or practice leaves open, and what the taxpayer puts on record about lots. */
import { z } from 'zod';
import { LOT_METHODS } from '../domain/lot.ts';
import { STRADDLE_REGIMES, TAX_ELECTION_GROUPS } from '../domain/tax-elections.ts';
import { aboutFutures, command, query } from './call.ts';
import { askedInstant, dateText, decimalText, instantText, issue, nothing } from './texts.ts';

const lotMethod = z.enum(LOT_METHODS);
const lotChoice = z.strictObject({ lot: z.string().min(1), quantity: decimalText });

const election = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What is open and what the choice means, in plain words. */
  sentence: z.string(),
  law: z.string(),
  /** When it had to be made, a whole sentence. */
  deadline: z.string(),
  options: z.array(z.strictObject({ value: z.string(), words: z.string() })),
  /** In force. */
  value: z.string(),
  defaultValue: z.string(),
  madeAt: instantText.nullable(),
});

/** A choice about futures, straddles and losses. One that is asked by year has an entry for each year: "carryback:2026". */
const taxElection = election.extend({
  group: z.enum(TAX_ELECTION_GROUPS),
  /** `date-or-off`: beside its options every date is a value. */
  kind: z.enum(['options', 'date-or-off', 'by-year']),
  /** The loss year of one that is asked by year. */
  year: z.number().int().nullable(),
  /** Why a choice made now would be too late, or the one in force was; null: in time, or no deadline. */
  late: z.string().nullable(),
});

/** A choice that is made elsewhere, or that Hedgerow does not offer: named, so that the list is whole. */
const elsewhereElection = z.strictObject({
  id: z.string(),
  title: z.string(),
  sentence: z.string(),
  /** Where it is made; null: Hedgerow does not offer it. */
  place: z.enum(['lot-orders', 'tax-details', 'lot-choices', 'contracts']).nullable(),
  /** The terminal's way there. */
  command: z.string().nullable(),
});

/** A contract of this ledger and how it is taxed. */
const contractStatus = z.strictObject({
  contract: z.string(),
  contractName: z.string(),
  section1256: z.boolean(),
  /** False: practice or law is not settled. */
  settled: z.boolean(),
  /** Set by the user against the catalogue. */
  yours: z.boolean(),
  /** "A section 1256 contract (60/40, marked at year end); not settled: …" */
  words: z.string(),
});

const straddleRegime = z.enum(STRADDLE_REGIMES);

/** A dated identification of a hedge as a kind of straddle. */
const straddleText = z.strictObject({
  sequence: z.number().int(),
  recordedAt: instantText,
  hash: z.string(),
  plan: z.string(),
  leg: z.string(),
  regime: straddleRegime,
  /** The local day of the record. */
  date: dateText,
  /** True: written on the day the hedge began or before it. */
  inTime: z.boolean(),
  /** Own books are said to show it from the day itself. */
  keptElsewhere: z.boolean(),
  words: z.string(),
});

/** What has to be on record before the taxpayer's day ends. */
const endingToday = z.strictObject({
  /** `unlinked`: fills of today belong to no leg; `unidentified`: a leg's hedge of today has no record of what it is. */
  kind: z.enum(['unlinked', 'unidentified']),
  /** null for a position that no leg has. */
  leg: z.string().nullable(),
  position: z.string().nullable(),
  asset: z.string(),
  contractName: z.string(),
  /** The fills of today that it is about. */
  fills: z.array(z.string()),
  /** The end of the taxpayer's local day. */
  until: instantText,
  minutesLeft: z.number().int(),
  /** "4 hours left today to put on record which lots this short hedges: …" */
  words: z.string(),
  /** The terminal's command that does it. */
  command: z.string(),
});

const electionEffect = z.strictObject({
  id: z.string(),
  title: z.string(),
  year: z.number().int().nullable(),
  options: z.array(
    z.strictObject({
      value: z.string(),
      words: z.string(),
      inForce: z.boolean(),
      /** Tax of all years together; null where it cannot be computed: then `words` of `sentence` says why. */
      total: decimalText.nullable(),
      /** Against what is in force: positive costs more. */
      difference: decimalText.nullable(),
      /** Years in which it differs. */
      years: z.array(z.strictObject({ year: z.number().int(), difference: decimalText })),
      /** What still waits at the end of the last year, against what is in force: losses carried forward or deferred. */
      lossesAhead: decimalText.nullable(),
      /** "Choosing … would cost 1 234 more over 2024–2027." */
      sentence: z.string(),
      explain: z.string().nullable(),
    }),
  ),
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
const stale = ['plan.', 'holdings.', 'targets.', 'ledger.', ...aboutFutures];

export const electionsCalls = {
  'elections.read': query(
    nothing,
    z.strictObject({
      /** About lots. */
      elections: z.array(election),
      /** About futures, straddles and losses, in the order of their groups. */
      taxElections: z.array(taxElection),
      elsewhere: z.array(elsewhereElection),
      /** Contracts that this ledger trades or plans to. */
      contracts: z.array(contractStatus),
      /** Identified straddles, oldest first. */
      straddles: z.array(straddleText),
      /** What has to be on record before today ends, most urgent first. */
      endingToday: z.array(endingToday),
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
  /**
   * Makes one choice. A choice whose time has passed is refused, unless own books are said to show that it was made in
   * time.
   */
  'elections.save': command(
    z.strictObject({
      id: z.string().min(1),
      value: z.string().min(1),
      keptElsewhere: z.boolean().optional(),
    }),
    z.strictObject({
      sequence: z.number().int(),
      /** What to know about it: that it is only warned of, that it binds. Whole sentences. */
      notes: z.array(z.string()),
    }),
    stale,
  ),
  /** What each choice would change in money, for this ledger; `ids`: only these. Every figure is the tax engine's own. */
  'elections.effects': query(
    z.strictObject({ ids: z.array(z.string().min(1)).optional() }),
    z.strictObject({
      currency: z.string(),
      /** null without a tax profile: then nothing is computed. */
      firstYear: z.number().int().nullable(),
      lastYear: z.number().int().nullable(),
      /** Tax of all years together as it is. */
      total: decimalText.nullable(),
      elections: z.array(electionEffect),
      issues: z.array(issue),
    }),
  ),
  /** Puts on record what kind of straddle a hedge is. Counts only on the day the hedge began. */
  'elections.identifyStraddle': command(
    z.strictObject({
      leg: z.string().min(1),
      regime: straddleRegime,
      /** Own books show it from the day itself. */
      keptElsewhere: z.boolean().optional(),
    }),
    z.strictObject({ record: straddleText, issues: z.array(issue) }),
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
