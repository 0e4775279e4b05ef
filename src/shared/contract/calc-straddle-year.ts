/** `calc straddle-year`: section 1256 contracts and straddles of one year, without a ledger. */
import { z } from 'zod';
import { STRADDLE_REGIMES } from '../domain/tax-elections.ts';
import { askedDate, askedYear, decimalText, issue, trace } from './texts.ts';

const positiveText = decimalText.refine(
  (text) => /[1-9]/u.test(text) && !text.startsWith('-'),
  'more than zero',
);
const notNegativeText = decimalText.refine((text) => !text.startsWith('-'), 'an amount of zero or more');
const id = z.string().min(1).max(200);
const character = z.enum(['short', 'long', 'section1256', 'sixty-forty']);

const lot = z.strictObject({
  lot: id,
  asset: id,
  quantity: positiveText,
  costBasis: notNegativeText,
  acquired: askedDate,
  /** Sold as a whole on a day; what is sold in parts goes into `sales`. */
  sold: askedDate.optional(),
  proceeds: notNegativeText.optional(),
  sales: z
    .array(z.strictObject({ date: askedDate, quantity: positiveText, proceeds: notNegativeText }))
    .max(1000)
    .optional(),
});

const future = z.strictObject({
  position: id,
  asset: id,
  side: z.enum(['long', 'short']),
  /** Coins. */
  quantity: positiveText,
  section1256: z.boolean(),
  opened: askedDate,
  /** What its coins were worth at the contract's price: on opening, and on closing. */
  openValue: notNegativeText,
  closed: askedDate.optional(),
  closeValue: notNegativeText.optional(),
});

const offset = z.strictObject({
  short: id,
  /** A lot, or a long future. */
  long: id,
  /** Coins of the long side; the smaller of both where it is left out. */
  quantity: positiveText.optional(),
  /** The day both are there, and the day one is gone, where they are left out. */
  from: askedDate.optional(),
  until: askedDate.optional(),
  regime: z.enum(STRADDLE_REGIMES).optional(),
  /** The day the identification was written down: it counts only on the day the straddle began. */
  recorded: askedDate.optional(),
});

export const calcStraddleYearInput = z.strictObject({
  jurisdiction: z.string().min(1),
  year: askedYear,
  elections: z
    .strictObject({
      activelyTraded: z.boolean().optional(),
      crossAsset: z.enum(['never', 'always']).optional(),
      longTermLoss1256: z.boolean().optional(),
      washSalesFrom: askedDate.optional(),
      constructiveSalesFrom: askedDate.optional(),
    })
    .optional(),
  lots: z.array(lot).max(5000),
  futures: z.array(future).max(1000),
  /** Left out: each short offsets the lots of its asset in proportion to what was held when it was opened. */
  offsets: z.array(offset).max(50_000).optional(),
  marks: z
    .strictObject({
      /** What an open position's coins were worth at the contract's price on the last business day. */
      futures: z
        .array(z.strictObject({ position: id, year: askedYear, value: notNegativeText }))
        .max(50_000)
        .optional(),
      /** What one coin was worth on a day; it stands until the next. */
      coins: z
        .array(z.strictObject({ asset: id, date: askedDate, price: notNegativeText }))
        .max(50_000)
        .optional(),
    })
    .optional(),
  carryingCosts: z
    .array(z.strictObject({ position: id, date: askedDate, amount: positiveText }))
    .max(5000)
    .optional(),
  /** Losses that waited at the end of the year before: then only `year` is computed. */
  carried: z
    .array(z.strictObject({ position: id, year: askedYear, amount: positiveText, character }))
    .max(5000)
    .optional(),
});
export type CalcStraddleYearInput = z.output<typeof calcStraddleYearInput>;

const blocked = z.array(z.strictObject({ of: z.string(), amount: decimalText }));

export const calcStraddleYearOutput = z.strictObject({
  year: z.number().int(),
  /** Results that count in the year; `section1256` is what of them is split 60/40. */
  recognised: z.array(
    z.strictObject({
      position: z.string(),
      shortTerm: decimalText,
      longTerm: decimalText,
      section1256: decimalText,
    }),
  ),
  deferred: z.array(
    z.strictObject({
      position: z.string(),
      sustained: z.number().int(),
      amount: decimalText,
      character,
      blockedBy: blocked,
    }),
  ),
  losses: z.array(
    z.strictObject({
      position: z.string(),
      loss: decimalText,
      carriedIn: decimalText,
      unrecognisedGain: decimalText,
      recognised: decimalText,
      character,
    }),
  ),
  unrecognised: z.array(
    z.strictObject({
      position: z.string(),
      quantity: decimalText,
      value: decimalText,
      costBasis: decimalText,
      gain: decimalText,
    }),
  ),
  holdingPeriods: z.array(
    z.strictObject({
      lot: z.string(),
      quantity: decimalText,
      ended: z.string(),
      restartsOn: z.string().nullable(),
      longTermFrom: z.string().nullable(),
      by: z.string(),
    }),
  ),
  basisAdjustments: z.array(
    z.strictObject({
      lot: z.string(),
      quantity: decimalText,
      amount: decimalText,
      date: z.string(),
      law: z.string(),
    }),
  ),
  totals: z.strictObject({ shortTerm: decimalText, longTerm: decimalText, deferred: decimalText }),
  issues: z.array(issue),
  trace,
});
export type CalcStraddleYearOutput = z.output<typeof calcStraddleYearOutput>;
