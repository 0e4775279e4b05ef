import { z } from 'zod';
import { aboutFutures, command, query } from './call.ts';
import {
  askedDate,
  askedInstant,
  askedYear,
  dateText,
  decimalText,
  instantText,
  issue,
  nothing,
  trace,
} from './texts.ts';

const term = z.enum(['short', 'long']);
/** What the election in force makes of coins whose cost nobody knows: said beside what is marked `basisUnknown`. */
export const unknownCost = z.enum(['zero-cost', 'left-out']);

const holding = z.strictObject({
  asset: z.string(),
  assetClass: z.enum(['currency', 'stablecoin', 'fiat', 'coin']),
  quantity: decimalText,
  price: decimalText.nullable(),
  priceTime: instantText.nullable(),
  priceSource: z.string().nullable(),
  value: decimalText.nullable(),
  /** Share of the priced spot total. */
  weight: decimalText.nullable(),
  futuresQuantity: decimalText,
  futuresValue: decimalText.nullable(),
  effectiveQuantity: decimalText,
  effectiveValue: decimalText.nullable(),
  effectiveWeight: decimalText.nullable(),
  costBasis: decimalText,
  /** True where nobody knows what a lot cost. */
  basisUnknown: z.boolean(),
  unrealisedShort: decimalText.nullable(),
  unrealisedLong: decimalText.nullable(),
  /** Hedges counted: units whose clock a hedge stopped turn on no day. */
  nextLongTerm: z.strictObject({ date: dateText, days: z.number().int(), quantity: decimalText }).nullable(),
  /** Units whose clock stands still while they are hedged; null where none does. */
  stoppedQuantity: decimalText.nullable(),
  byAccount: z.array(z.strictObject({ account: z.string(), accountName: z.string(), quantity: decimalText })),
  /** "holding:BTC": what `holdings.explain` takes. */
  explain: z.string(),
});

const openLot = z.strictObject({
  lot: z.string(),
  asset: z.string(),
  account: z.string(),
  accountName: z.string(),
  quantity: decimalText,
  acquired: instantText,
  acquiredDate: dateText,
  costBasis: decimalText,
  costPerUnit: decimalText,
  value: decimalText.nullable(),
  gain: decimalText.nullable(),
  /** From when all of it is long-term, hedges counted; null while a hedge keeps units of it from starting. */
  longTermFrom: dateText.nullable(),
  /** `long` where all of it is. */
  term,
  daysToLongTerm: z.number().int().nullable(),
  /** Units whose holding period a hedge ended; null where it did of none. */
  clock: z.strictObject({ quantity: decimalText, words: z.string(), explain: z.string() }).nullable(),
  basisUnknown: z.boolean(),
  hedgedQuantity: decimalText,
  event: z.string(),
  file: z.string(),
  line: z.number().int(),
  explain: z.string(),
});

const position = z.strictObject({
  contract: z.string(),
  contractName: z.string(),
  account: z.string(),
  accountName: z.string(),
  underlying: z.string(),
  side: z.enum(['long', 'short', 'flat']),
  quantity: decimalText,
  unit: z.enum(['contracts', 'base', 'quote']),
  /** The asset that the contract's price is in, and that quantities in `quote` count. */
  quote: z.string(),
  averageEntry: decimalText.nullable(),
  mark: decimalText.nullable(),
  markTime: instantText.nullable(),
  notional: decimalText.nullable(),
  delta: decimalText.nullable(),
  realisedProfit: decimalText,
  unrealisedProfit: decimalText.nullable(),
  fees: decimalText,
  funding: decimalText,
  settleAsset: z.string(),
  expiry: dateText.nullable(),
  explain: z.string(),
});

const disposal = z.strictObject({
  event: z.string(),
  asset: z.string(),
  account: z.string(),
  accountName: z.string(),
  quantity: decimalText,
  lot: z.string(),
  acquired: dateText,
  disposed: dateText,
  proceeds: decimalText,
  costBasis: decimalText,
  gain: decimalText,
  term,
  cause: z.string(),
  /** Why just these units left: the method in force, or the rule that goes before it. */
  reason: z.string(),
  basisUnknown: z.boolean(),
  file: z.string(),
  line: z.number().int(),
  explain: z.string(),
});

const transactionRow = z.strictObject({
  event: z.string(),
  time: instantText,
  localDate: dateText,
  kind: z.string(),
  words: z.string(),
  legs: z.array(
    z.strictObject({ account: z.string(), asset: z.string(), quantity: decimalText, role: z.string() }),
  ),
  file: z.string(),
  line: z.number().int(),
  counted: z.boolean(),
});

const accountChoice = z.strictObject({ account: z.string(), accountName: z.string() });

/** Without a limit: all. */
const page = {
  offset: z.number().int().min(0).optional(),
  limit: z.number().int().min(1).max(1000).optional(),
};

export const holdingsCalls = {
  'holdings.read': query(
    nothing,
    z.strictObject({
      asOf: dateText,
      pricesAsOf: instantText.nullable(),
      /** Its day where the taxpayer lives. */
      pricesDay: dateText.nullable(),
      currency: z.string(),
      total: decimalText,
      costBasis: decimalText,
      /** Part of `costBasis` that is of coins without a price: they are in neither `total` nor the gains. */
      costWithoutPrice: decimalText,
      /** Part of `total` that is of units that no lot shows: total = priced cost + gains + this. Missing units are negative. */
      worthWithoutLot: decimalText,
      unrealisedShort: decimalText,
      unrealisedLong: decimalText,
      unknownCost,
      holdings: z.array(holding),
      positions: z.array(position),
      issues: z.array(issue),
      assumptions: z.array(z.string()),
    }),
  ),
  'holdings.lots': query(
    z.strictObject({
      asset: z.string().optional(),
      account: z.string().optional(),
      term: term.optional(),
      /** By asset, account, acquisition; or the next to turn long-term first, without those that are. */
      order: z.enum(['asset', 'countdown']).optional(),
      ...page,
    }),
    z.strictObject({
      asOf: dateText,
      /** In force today: a method's name, or "mixed" where accounts differ. */
      method: z.string(),
      /** How many lots match, whatever the page. */
      total: z.number().int(),
      /**
       * Of all that match. `value` and `gain` are of those that have a price, null where none has:
       * costBasis − costWithoutPrice + gain = value.
       */
      sums: z.strictObject({
        costBasis: decimalText,
        costWithoutPrice: decimalText,
        value: decimalText.nullable(),
        gain: decimalText.nullable(),
        basisUnknown: z.boolean(),
      }),
      unknownCost,
      lots: z.array(openLot),
      /** What can be asked for, whatever was. */
      assets: z.array(z.string()),
      accounts: z.array(accountChoice),
      issues: z.array(issue),
    }),
  ),
  /** What each method would have given for a year, on the same facts up to it. */
  'holdings.methods': query(
    z.strictObject({ year: askedYear }),
    z.strictObject({
      year: z.number().int(),
      currency: z.string(),
      rows: z.array(
        z.strictObject({
          /** A method's name; "recorded" for what the orders and identifications on record give. */
          method: z.string(),
          words: z.string(),
          proceeds: decimalText,
          costBasis: decimalText,
          shortTermGain: decimalText,
          longTermGain: decimalText,
          gain: decimalText,
          /** Gain less the gain on record: negative is less gain. */
          difference: decimalText,
          /** The year's whole tax with these gains; null without a profile of that year. */
          tax: decimalText.nullable(),
          /** `recorded` counts; `from-now` can be ordered for sales to come; `no` cannot. */
          possible: z.enum(['recorded', 'from-now', 'no']),
          why: z.string(),
          law: z.string(),
          /** True where a gain of it rests on a cost that nobody knows. */
          basisUnknown: z.boolean(),
        }),
      ),
      unknownCost,
      issues: z.array(issue),
    }),
  ),
  'holdings.gains': query(
    z.strictObject({
      year: askedYear.optional(),
      asset: z.string().optional(),
      account: z.string().optional(),
      term: term.optional(),
      ...page,
    }),
    z.strictObject({
      /** How many disposals match, whatever the page. */
      total: z.number().int(),
      /** Of all that match. */
      sums: z.strictObject({
        proceeds: decimalText,
        costBasis: decimalText,
        gain: decimalText,
        /** Part of proceeds and cost alike: gifts, donations and losses leave at cost, and years leave them out. */
        atCost: decimalText,
        basisUnknown: z.boolean(),
      }),
      unknownCost,
      /** What can be asked for, whatever was: of all disposals. */
      assets: z.array(z.string()),
      accounts: z.array(accountChoice),
      years: z.array(
        z.strictObject({
          year: z.number().int(),
          proceeds: decimalText,
          costBasis: decimalText,
          shortTermGain: decimalText,
          longTermGain: decimalText,
          section1256Gain: decimalText,
          otherFuturesGain: decimalText,
          income: decimalText,
          /** True where a gain of the year rests on a cost that nobody knows. */
          basisUnknown: z.boolean(),
          /** "year:2025": what `holdings.explain` takes. */
          explain: z.string(),
        }),
      ),
      disposals: z.array(disposal),
      issues: z.array(issue),
    }),
  ),
  'holdings.transactions': query(
    z.strictObject({
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(1000),
      search: z.string().optional(),
      kind: z.string().optional(),
      asset: z.string().optional(),
      account: z.string().optional(),
      /** Local days, both included. */
      from: askedDate.optional(),
      to: askedDate.optional(),
      /** Only rows that repeat another or were replaced. */
      notCounted: z.boolean().optional(),
    }),
    z.strictObject({
      total: z.number().int(),
      rows: z.array(transactionRow),
      /** What can be asked for, whatever was: of all rows. */
      assets: z.array(z.string()),
      accounts: z.array(accountChoice),
    }),
  ),
  /** The trace behind a figure, by the `explain` id that stands beside it, down to file and line. */
  'holdings.explain': query(
    z.strictObject({ id: z.string().min(1) }),
    z.strictObject({
      id: z.string(),
      title: z.string(),
      trace,
      rows: z.array(
        z.strictObject({ event: z.string(), file: z.string(), line: z.number().int(), raw: z.string() }),
      ),
    }),
  ),
  'prices.read': query(
    nothing,
    z.strictObject({
      prices: z.array(
        z.strictObject({
          of: z.string(),
          price: decimalText,
          time: instantText,
          source: z.string(),
          ageDays: z.number().int(),
          stale: z.boolean(),
        }),
      ),
      /** Held or needed, but without any price. */
      missing: z.array(z.string()),
      /** What could not be valued because no price lies within a day of it: oldest first. */
      missingAt: z.array(
        z.strictObject({
          asset: z.string(),
          date: z.string(),
          time: instantText,
          event: z.string(),
          /** What the price is needed for, in words. */
          words: z.string(),
        }),
      ),
      /** Whether stablecoins without a price are taken for a dollar (or their money). */
      stablecoinsAtPar: z.boolean(),
    }),
  ),
  /** The prices that are missing as a CSV table, to fill in and import again. */
  'prices.missingFile': query(
    nothing,
    z.strictObject({ name: z.string(), content: z.string(), rows: z.number().int() }),
  ),
  /** Switches the assumption that stablecoins without a price are worth their money. */
  'prices.assume': command(z.strictObject({ stablecoinsAtPar: z.boolean() }), nothing, [
    'ledger.',
    'holdings.',
    'prices.',
    'targets.',
    'plan.',
    'market.',
    ...aboutFutures,
  ]),
  'prices.set': command(
    z.strictObject({
      prices: z
        .array(z.strictObject({ of: z.string().min(1), price: decimalText, time: askedInstant.optional() }))
        .min(1),
    }),
    z.strictObject({ stored: z.number().int() }),
    ['ledger.', 'holdings.', 'prices.', 'targets.', 'plan.', 'market.', ...aboutFutures],
  ),
};
