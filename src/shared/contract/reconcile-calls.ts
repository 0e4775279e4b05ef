/** What files say of the same things: which of them counts, what the others state differently, and what is still open. */
import { z } from 'zod';
import { aboutFutures, command, query } from './call.ts';
import { dateText, decimalText, instantText, nothing } from './texts.ts';

const place = z.strictObject({ event: z.string(), file: z.string(), line: z.number().int() });
const format = z.strictObject({ format: z.string(), formatName: z.string() });
const subjectName = z.enum(['trades', 'moves', 'income', 'futures', 'funding', 'other']);
const role = z.enum(['principal', 'fee', 'funding', 'profit', 'rebate', 'insurance']);

/** The rows behind a figure: the first of them, and how many there are. */
const rows = z.strictObject({ first: z.array(place), count: z.number().int() });

const difference = z.strictObject({
  /** The taxpayer's day; sums are compared day by day. */
  date: dateText,
  asset: z.string(),
  /** Where both files tie the figure to a contract. */
  contract: z.string().nullable(),
  role,
  /** What the role is in words ("fee", "profit before fees"). */
  roleWords: z.string(),
  /** What the file that counts comes to; "0" where it has no such row. */
  counted: decimalText,
  /** What the other file comes to. */
  stated: decimalText,
  /** `stated` less `counted`. */
  difference: decimalText,
  countedRows: rows,
  statedRows: rows,
});

const filePair = z.strictObject({
  exchange: z.string(),
  account: z.string(),
  accountName: z.string(),
  subject: subjectName,
  subjectWords: z.string(),
  /** The format whose rows count. */
  counts: format,
  /** The format that is only compared. */
  compared: format,
  /** The days in which both have rows. */
  from: dateText,
  to: dateText,
  /** Rows of the compared format that do not count because the other one covers their time. */
  leftOut: z.number().int(),
  /** Figures (a day, an asset, a contract and a role) that are equal in both. */
  agreed: z.number().int(),
  /** Rows of the compared format that count, because no other file of the account has anything like them. */
  alone: z.number().int(),
  /** Rows that count and took a field from the other file: a contract, a transaction id, a price. */
  filled: z.number().int(),
  differences: z.array(difference),
});

const month = z.strictObject({
  /** "2025-03". */
  month: z.string(),
  /** `covered`: a file reaches over it, from its first row to its last; `gap`: none does, but over earlier and later months. */
  state: z.enum(['covered', 'gap']),
  /** Events that count. */
  events: z.number().int(),
  files: z.array(
    z.strictObject({
      /** The import: files of one name are told apart by it. */
      batch: z.string(),
      file: z.string(),
      ...format.shape,
      /** false where a better file covers the same month: its rows are compared. */
      counts: z.boolean(),
    }),
  ),
});

const coverage = z.strictObject({
  account: z.string(),
  accountName: z.string(),
  exchange: z.string().nullable(),
  subjects: z.array(
    z.strictObject({
      subject: subjectName,
      subjectWords: z.string(),
      /** From the first covered month to the last, none left out. */
      months: z.array(month),
      gaps: z.number().int(),
    }),
  ),
});

/** The kinds that an unclassified row can be said to be, in the user's words. */
const kindChoice = z.strictObject({
  kind: z.string(),
  words: z.string(),
  reason: z.string().nullable(),
  /** What has to be said besides: which other rows are of the same trade, or what was paid. */
  asks: z.enum(['nothing', 'others', 'money']),
});

/** An open row that may be of the same trade. */
const partner = z.strictObject({
  ...place.shape,
  time: instantText,
  localDate: dateText,
  words: z.string(),
});

const reviewRow = z.strictObject({
  event: z.string(),
  time: instantText,
  localDate: dateText,
  account: z.string(),
  accountName: z.string(),
  file: z.string(),
  line: z.number().int(),
  /** The row as it stands in the file. */
  raw: z.string(),
  /** The exchange's own word for it; null where the file has none. */
  operation: z.string().nullable(),
  words: z.string(),
  /** `unknown`: nobody knows what the row is; `half`: a row of an event whose other rows were not found. */
  why: z.enum(['unknown', 'half']),
  whyWords: z.string(),
  /** What the row changes, as it counts now. */
  effect: z.array(z.strictObject({ account: z.string(), asset: z.string(), quantity: decimalText })),
  /** What it can be said to be; another kind takes a row in a Hedgerow CSV. */
  choices: z.array(kindChoice),
  /** Other rows of the list, of the same account: the nearest in time, the nearest first. */
  partners: z.array(partner),
});

const lessThanNothing = z.strictObject({ ...place.shape, time: instantText, balance: decimalText });

const balance = z.strictObject({
  account: z.string(),
  accountName: z.string(),
  asset: z.string(),
  /** The sum of all that counts. */
  computed: decimalText,
  /** What the last row that states a balance says, and what had been computed by then; null where none does. */
  stated: z
    .strictObject({ balance: decimalText, computed: decimalText, time: instantText, ...place.shape })
    .nullable(),
  /** How many rows state a balance. */
  compared: z.number().int(),
  /** The first row that states another balance than is computed; null where none does. */
  differs: z
    .strictObject({
      ...place.shape,
      time: instantText,
      stated: decimalText,
      computed: decimalText,
      difference: decimalText,
    })
    .nullable(),
  /** The first row after which less than nothing is there; null where there is none. */
  belowZero: lessThanNothing.nullable(),
  /**
   * The same for money of a state at an exchange, which is no fault: what is bought by bank or card is paid from outside,
   * and exports have no deposit of it.
   */
  paidFromOutside: lessThanNothing.nullable(),
});

export const reconcileCalls = {
  /** For each two formats that tell of the same: which counts, and every figure that they state differently. */
  'imports.reconcile': query(nothing, z.strictObject({ pairs: z.array(filePair) })),
  /** Which months of each account which files cover, subject by subject. */
  'imports.coverage': query(nothing, z.strictObject({ accounts: z.array(coverage) })),
  /** Rows that count and nobody knows what they mean, the latest first. */
  'imports.review': query(
    z.strictObject({
      offset: z.number().int().min(0).optional(),
      limit: z.number().int().min(1).max(1000).optional(),
    }),
    z.strictObject({ total: z.number().int(), rows: z.array(reviewRow) }),
  ),
  /**
   * Says what a row of the review list is: an event of that kind takes its place, as an import of its own that can be
   * taken back. In: `kind` and `reason` as one of the row's choices has them; `others`, the rest of the list's rows that
   * are one trade with it, which is of the time of `event`; `money`, what was paid or received outside, such as 92 EUR.
   */
  'imports.classify': command(
    z.strictObject({
      event: z.string(),
      kind: z.string(),
      reason: z.string().optional(),
      others: z.array(z.string().max(100)).max(100).optional(),
      money: z.strictObject({ quantity: decimalText, asset: z.string().min(1).max(20) }).optional(),
    }),
    z.strictObject({ event: z.string(), batch: z.string(), words: z.string() }),
    [
      'ledger.',
      'imports.',
      'transfers.',
      'holdings.',
      'prices.',
      'targets.',
      'plan.',
      'market.',
      ...aboutFutures,
    ],
  ),
  /** What is computed against what files state, and against zero. */
  'holdings.balanceCheck': query(
    nothing,
    z.strictObject({
      asOf: dateText,
      /** Nothing is below zero (but for what is paid from outside), and every stated balance is the computed one. */
      holds: z.boolean(),
      balances: z.array(balance),
    }),
  ),
};
