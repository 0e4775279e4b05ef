/** `calc gains`: lots and gains of a list of events, without a ledger. */
import { z } from 'zod';
import { LOT_METHODS } from '../domain/lot.ts';
import { INCOME_REASONS } from '../domain/event.ts';
import { dateText, decimalText } from './texts.ts';

const positiveText = decimalText.refine(
  (text) => !text.startsWith('-') && /[1-9]/u.test(text),
  'a number above zero',
);
const notNegativeText = decimalText.refine((text) => !text.startsWith('-'), 'a number of zero or more');
const id = z.string().min(1).max(200);
const name = z.string().min(1).max(100);
/** An instant with its zone, or a date: then the day's first instant in `timeZone`. */
const timeText = z.union([z.iso.datetime({ offset: true }), dateText]);

const base = { id, time: timeText, account: name, asset: name, quantity: positiveText };
/**
 * `fee` is money in the reporting currency. A fee in units is `feeAsset` and `feeQuantity`, worth `feeValue` in all;
 * in units of what was received it is taken out of that.
 */
const fees = {
  fee: notNegativeText.optional(),
  feeAsset: name.optional(),
  feeQuantity: positiveText.optional(),
  feeValue: notNegativeText.optional(),
};
const valued = { ...base, value: notNegativeText };

const buy = z.strictObject({ kind: z.literal('buy'), ...base, total: notNegativeText, ...fees });
const sell = z.strictObject({
  kind: z.literal('sell'),
  ...base,
  total: notNegativeText,
  ...fees,
  lots: z.array(z.strictObject({ lot: id, quantity: positiveText })).optional(),
  /** When `lots` was put on record; without it, in time. After the sale it does not count. */
  identifiedAt: timeText.optional(),
});
const swap = z.strictObject({
  kind: z.literal('swap'),
  ...base,
  toAsset: name,
  toQuantity: positiveText,
  value: notNegativeText,
  ...fees,
});
const transfer = z.strictObject({
  kind: z.literal('transfer'),
  ...base,
  toAccount: name,
  received: positiveText,
  /** Of one unit: what the network fee was worth. */
  value: notNegativeText.optional(),
});
const income = z.strictObject({ kind: z.literal('income'), ...valued, reason: z.enum(INCOME_REASONS) });

export const calcEvent = z.discriminatedUnion('kind', [
  buy,
  sell,
  swap,
  transfer,
  income,
  z.strictObject({ kind: z.literal('spend'), ...valued }),
  z.strictObject({ kind: z.literal('gift'), ...valued }),
  z.strictObject({
    kind: z.literal('gift-received'),
    ...base,
    /** What the giver paid and when; without it nobody knows. */
    costBasis: notNegativeText.optional(),
    acquired: timeText.optional(),
    /** Of all units, when they were given: where it is less than what they cost the giver, a loss counts from it. */
    value: notNegativeText.optional(),
  }),
  z.strictObject({ kind: z.literal('donation'), ...valued }),
  z.strictObject({ kind: z.literal('lost'), ...valued }),
  z.strictObject({ kind: z.literal('short-open'), ...base, total: notNegativeText, ...fees }),
  z.strictObject({ kind: z.literal('short-close'), ...base, total: notNegativeText, ...fees }),
]);
export type CalcEvent = z.output<typeof calcEvent>;

const lotMethod = z.enum(LOT_METHODS);
const ratesText = z.strictObject({ short: decimalText, long: decimalText });
const allocationText = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('specific-unit'),
    units: z.array(z.strictObject({ lot: id, account: name, quantity: positiveText })),
  }),
  z.strictObject({
    kind: z.literal('global'),
    accounts: z.array(name).min(1),
    order: z.enum(['fifo', 'lifo', 'hifo', 'lofo']),
  }),
]);

export const calcGainsInput = z.strictObject({
  jurisdiction: z.string().min(1),
  /** One for all years, or by year: a year without its own uses the one before it. Without it: the law's default. */
  lotMethod: z.union([lotMethod, z.record(z.string().regex(/^\d{4}$/u, 'a year'), lotMethod)]).optional(),
  /** Orders that hold from a time on, for one account or all; they go before `lotMethod`. */
  standingOrders: z
    .array(z.strictObject({ account: name.optional(), method: lotMethod, from: timeText }))
    .optional(),
  /** Without it: the law's default. `universalUntil`: one pool, divided among the accounts at the start of that day. */
  basisScope: z
    .union([
      z.enum(['account', 'universal']),
      z.strictObject({ universalUntil: dateText, allocation: allocationText.optional() }),
    ])
    .optional(),
  /** What a gain is taxed at, for `lowest-tax`; without it, the top federal rates of each year. */
  rates: z.union([ratesText, z.record(z.string().regex(/^\d{4}$/u, 'a year'), ratesText)]).optional(),
  elections: z
    .strictObject({
      /** The network fee of a transfer: disposed of, or its basis added to what arrives. */
      transferFee: z.enum(['disposal', 'into-basis']).optional(),
      /** Units whose cost nobody knows: counted as costing nothing, or left out of the gains. */
      unknownCost: z.enum(['zero-cost', 'left-out']).optional(),
      /** Units sold beyond what is held: left out of the gains, or counted as costing nothing. */
      missingUnits: z.enum(['left-out', 'zero-cost']).optional(),
    })
    .optional(),
  timeZone: z.string().min(1).optional(),
  currency: name,
  /** Events after this day do not count. */
  asOf: dateText.optional(),
  events: z.array(calcEvent),
});
export type CalcGainsInput = z.output<typeof calcGainsInput>;

export const calcGainsOutput = z.strictObject({
  disposals: z.array(
    z.strictObject({
      event: z.string(),
      asset: z.string(),
      account: z.string(),
      quantity: decimalText,
      lot: z.string(),
      acquired: dateText,
      disposed: dateText,
      proceeds: decimalText,
      costBasis: decimalText,
      gain: decimalText,
      /** null where the law sees no gain or loss at all (gifts, donations, lost units). */
      term: z.enum(['short', 'long']).nullable(),
      /** Why just these units: the method, or the rule that goes before it. */
      reason: z.string(),
      adjustments: z.array(z.string()).optional(),
    }),
  ),
  openLots: z.array(
    z.strictObject({
      lot: z.string(),
      asset: z.string(),
      account: z.string(),
      quantity: decimalText,
      acquired: dateText,
      costBasis: decimalText,
      /** null where the law knows no terms. */
      longTermFrom: dateText.nullable(),
    }),
  ),
  years: z.array(
    z.strictObject({
      /** The calendar year in which the tax year begins. */
      year: z.number().int(),
      /** "2025-26" where the tax year is not the calendar year. */
      taxYear: z.string().optional(),
      proceeds: decimalText,
      costBasis: decimalText,
      shortTermGain: decimalText,
      longTermGain: decimalText,
      exemptGain: decimalText.optional(),
      disallowedLoss: decimalText.optional(),
    }),
  ),
  issues: z.array(z.strictObject({ code: z.string(), event: z.string().nullable(), message: z.string() })),
});
export type CalcGainsOutput = z.output<typeof calcGainsOutput>;
