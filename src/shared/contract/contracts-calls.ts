/** The catalogue of futures contracts: finding, reading, correcting and adding to it. */
import { z } from 'zod';
import { EVIDENT_FIELDS, type EvidentField } from '../domain/contract-terms.ts';
import { positiveText } from './calc-contract.ts';
import { command, query } from './call.ts';
import { dateText, decimalText, instantText } from './texts.ts';

const contractName = z.string().min(3).max(100);
const short = z.string().trim().min(1).max(30);
/** A value as one would write it: "0.1", "0.05 %", "16:00 Europe/London", "unknown". */
const typed = z.string().trim().min(1).max(20_000);
const words = z.string().trim().min(1).max(500);

const contractField = z.enum(EVIDENT_FIELDS);
/** `theirs`: the user's own. */
const confidence = z.enum(['verified', 'from-knowledge', 'uncertain', 'theirs']);

const kind = z.enum(['perpetual', 'dated']);
const payoff = z.enum(['linear', 'inverse', 'quanto']);

export const contractRow = z.strictObject({
  id: z.string(),
  venue: z.string(),
  symbol: z.string(),
  name: z.string(),
  underlying: z.string(),
  quote: z.string(),
  settleAsset: z.string(),
  kind,
  payoff,
  /** Whether it stands for all expiries of a series. */
  series: z.boolean(),
  expiry: dateText.nullable(),
  /** What one unit of the quantity box is worth: "0.1 BTC", "100 USD". */
  size: z.string(),
  usPersons: z.boolean().nullable(),
  section1256: z.boolean(),
  section1256Settled: z.boolean(),
  /** Of the size of a contract, which costs most where it is wrong. */
  confidence,
  /** "verified, but not: taker fee". */
  confidenceWords: z.string(),
  /** How many fields the user has corrected. */
  corrected: z.number().int(),
  /** Added by the user. */
  own: z.boolean(),
  asOf: dateText,
});

const fieldText = z.strictObject({
  field: contractField,
  /** "size of a contract". */
  label: z.string(),
  /** What may be typed: "a number above zero, such as 0.1". */
  hint: z.string(),
  /** As it would be typed; null where it is not known. */
  value: z.string().nullable(),
  words: z.string(),
  /** null where it is not known. */
  confidence: confidence.nullable(),
  confidenceWords: z.string(),
  sources: z.array(z.string()),
  asOf: dateText,
  correction: z
    .strictObject({
      /** The contract or series that it was set for. */
      contract: z.string(),
      source: z.string(),
      setAt: instantText,
      /** What counts where the correction is taken back; null where that is not known. */
      shipped: z.string().nullable(),
      shippedWords: z.string(),
    })
    .nullable(),
});

const nextExpiry = z.strictObject({
  contract: z.string(),
  expiry: dateText,
  days: z.number().int(),
  /** When the final price is fixed; null where the hour is not known. */
  fixing: z
    .strictObject({
      at: instantText,
      /** "2026-12-25 16:00 UTC". */
      utc: z.string(),
      /** "2026-12-25 11:00 America/New_York", in the profile's time zone. */
      local: z.string(),
    })
    .nullable(),
});

const contractDetails = z.strictObject({
  contract: contractRow,
  /** The series that it is one of; null for others. */
  template: z.string().nullable(),
  fields: z.array(fieldText),
  /** What twelve units are: "12 of MBT = 1.2 BTC = 120,000 USD (at 100,000 USD)". */
  example: z.string(),
  /** Of a dated contract its own; of a series the next four. */
  expiries: z.array(nextExpiry),
  notes: z.string().nullable(),
});

const selfCheckAnswer = z.strictObject({
  fits: z.boolean(),
  /** What the terms make of it, in the asset of the stated value. */
  computed: decimalText,
  stated: decimalText,
  asset: z.string(),
  /** Stated over computed. */
  ratio: decimalText,
  /** `factor`: the size of a contract is off by a power of ten; `unit`: the quantity is in another unit. */
  verdict: z.enum(['fits', 'factor', 'unit', 'differs']),
  words: z.string(),
  /** What would make it fit; never done by itself. */
  suggestions: z.array(z.strictObject({ field: contractField, value: z.string(), words: z.string() })),
});

const FIELDS = Object.fromEntries(EVIDENT_FIELDS.map((field) => [field, typed.optional()])) as Record<
  EvidentField,
  z.ZodOptional<typeof typed>
>;

/** A contract of one's own: what it is, and its terms as `contracts.correct` takes them. */
const ownContract = z.strictObject({
  /** "My broker"; the id is own:<symbol>. */
  venue: words,
  symbol: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,59}$/u, 'expected letters, digits and . _ / - without blanks'),
  /** "<venue key>:<symbol>" as export files name it; own:<symbol> where it is left out. */
  id: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]*:[^\s:]{1,60}$/u, 'expected a venue key and a symbol, such as own:ABC')
    .optional(),
  name: words.optional(),
  underlying: short,
  quote: short,
  settleAsset: short,
  kind,
  payoff,
  expiry: dateText.optional(),
  notes: z.string().max(2000).optional(),
  /** Where the terms come from, in one's own words: "contract page of the venue, read today". */
  source: words,
  ...FIELDS,
  multiplier: typed,
  quantityUnit: typed,
});

export const contractsCalls = {
  /** Search looks at ids, symbols, names, venues and assets; XBT finds BTC. All filters have to fit. */
  'contracts.list': query(
    z.strictObject({
      search: z.string().max(100).optional(),
      underlying: short.optional(),
      /** Its name or its key: "CME", "binance-um". */
      venue: words.optional(),
      kind: kind.optional(),
      payoff: payoff.optional(),
      usPersons: z.boolean().optional(),
      section1256: z.boolean().optional(),
      own: z.boolean().optional(),
      corrected: z.boolean().optional(),
    }),
    z.strictObject({
      contracts: z.array(contractRow),
      /** How many there are without filters. */
      total: z.number().int(),
      /** What there is to filter by. */
      underlyings: z.array(z.string()),
      venues: z.array(z.string()),
    }),
  ),
  'contracts.read': query(z.strictObject({ contract: contractName }), contractDetails),
  /** How a typed value is understood, before it is saved. */
  'contracts.tryValue': query(
    z.strictObject({ contract: contractName, field: contractField, value: typed }),
    z.strictObject({
      value: z.string(),
      words: z.string(),
      /** Whether it is what counts already. */
      same: z.boolean(),
      /** What is unusual about it: "10 times what counted before". */
      warnings: z.array(z.string()),
    }),
  ),
  /** Sets one field against the catalogue. For a series it counts for all its expiries, for one expiry only there. */
  'contracts.correct': command(
    z.strictObject({ contract: contractName, field: contractField, value: typed, source: words }),
    /** `warnings`: as `contracts.tryValue` gives them, once it is stored. */
    contractDetails.extend({ warnings: z.array(z.string()) }),
    [''],
  ),
  /** Says that fields are as the user's exchange has them: they count as theirs from then on, with today's date. */
  'contracts.confirm': command(
    z.strictObject({
      contract: contractName,
      /** Those that no source confirms where it is left out. */
      fields: z.array(contractField).min(1).optional(),
      source: words,
    }),
    contractDetails,
    [''],
  ),
  'contracts.takeBack': command(
    z.strictObject({ contract: contractName, field: contractField }),
    contractDetails,
    [''],
  ),
  /** Adds a contract, or with `replace` changes one that was added before. */
  'contracts.add': command(
    z.strictObject({ terms: ownContract, replace: z.boolean().default(false) }),
    contractDetails,
    [''],
  ),
  /** Removes a contract that the user added, and what was corrected on it. */
  'contracts.remove': command(
    z.strictObject({ contract: contractName }),
    z.strictObject({
      removed: z.string(),
      /** Fills and legs of saved plans that name it: they have no terms any more. */
      fills: z.number().int(),
      legs: z.number().int(),
    }),
    [''],
  ),
  /** Compares with a line of a statement: does the size of the contract give the value that the exchange states? */
  'contracts.selfCheck': query(
    z.strictObject({
      contract: contractName,
      /** As in the venue's quantity box, without sign. */
      quantity: positiveText,
      price: positiveText,
      /** The position's value, without sign. */
      value: positiveText,
      /** What the value is in; the quote money where it is left out. */
      asset: short.optional(),
    }),
    selfCheckAnswer,
  ),
} as const;
