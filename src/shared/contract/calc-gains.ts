/** `calc gains`: lots and gains of a list of events, without a ledger. */
import { z } from 'zod';
import { LOT_METHODS } from '../domain/lot.ts';
import { calcEvent, dayText, lotName, name, positiveText, timeText } from './calc-gains-event.ts';
import { dateText, decimalText } from './texts.ts';

const lotMethod = z
  .enum(LOT_METHODS)
  .describe(
    'fifo, lifo: first or last in, first out. hifo, lofo: highest or lowest cost per unit first, fees included. lowest-tax: least tax per unit first, by term and rates. specific: what each sale names in lots, the rest fifo. average: average cost; in ca over all accounts, with superficial losses denied. section-104: same day, then the thirty days after, then the pool, over all accounts.',
  );
const yearText = z.string().regex(/^\d{4}$/u, 'expected a year such as "2025"');
const rateText = z
  .string()
  .regex(/^(?:0(?:\.\d{1,18})?|1(?:\.0{1,18})?)$/u, 'expected a rate from 0 to 1, such as 0.238');
const ratesText = z.strictObject({ short: rateText, long: rateText });
const allocationText = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('specific-unit'),
      units: z.array(z.strictObject({ lot: lotName, account: name, quantity: positiveText })),
    })
    .describe('These units of these lots lie in these accounts; the rest stays where it lies.'),
  z
    .strictObject({
      kind: z.literal('global'),
      accounts: z.array(name).min(1),
      order: z.enum(['fifo', 'lifo', 'hifo', 'lofo']),
    })
    .describe(
      'The accounts are filled one after the other, each with the lots that come first in the order.',
    ),
]);

export const calcGainsInput = z.strictObject({
  jurisdiction: z.string().min(1).describe('us, uk, de, ca or au.'),
  lotMethod: z
    .union([lotMethod, z.record(yearText, lotMethod)])
    .optional()
    .describe(
      'One for all years, or by tax year (the year in which it begins): a year without its own uses the one before it, years before the first use the first. Without it the default of the law: us, de, au fifo; uk section-104; ca average. A method that the law does not allow is computed for comparison (issue lots/method-not-in-law). section-104, and average in ca, hold for all years or for none.',
    ),
  standingOrders: z
    .array(z.strictObject({ account: name.optional(), method: lotMethod, from: timeText }))
    .optional()
    .describe(
      'Orders that hold from a time on, for one account or for all; they go before lotMethod, the order of an account before one for all, the later before the earlier.',
    ),
  basisScope: z
    .union([
      z.enum(['account', 'universal']),
      z.strictObject({ universalUntil: dayText, allocation: allocationText.optional() }),
    ])
    .optional()
    .describe(
      'account: units are matched inside one account. universal: one pool for all. universalUntil: one pool until the start of that day, then what is left is divided among the accounts, as allocation says (us: 2025-01-01, Rev. Proc. 2024-28). Without it what the law has: us universalUntil 2025-01-01 without an allocation; de, au account; uk, ca universal.',
    ),
  rates: z
    .union([ratesText, z.record(yearText, ratesText)])
    .optional()
    .describe(
      'What a gain is taxed at, for lowest-tax; by calendar year, a year without its own uses the one before it. Without it the top rates of the law (us: 40.8 % and 23.8 %).',
    ),
  elections: z
    .strictObject({
      transferFee: z
        .enum(['disposal', 'into-basis'])
        .optional()
        .describe('The network fee of a transfer: disposed of (default), or its cost added to what arrives.'),
      unknownCost: z
        .enum(['zero-cost', 'left-out'])
        .optional()
        .describe(
          'Units whose cost nobody knows: counted as costing nothing (default), or left out of the gains.',
        ),
      missingUnits: z
        .enum(['left-out', 'zero-cost'])
        .optional()
        .describe(
          'Units sold beyond what is held: left out of the gains (default), or counted as costing nothing.',
        ),
    })
    .optional(),
  timeZone: z
    .string()
    .min(1)
    .optional()
    .describe('The taxpayer’s: its calendar decides dates, terms and tax years. Without it UTC.'),
  currency: name,
  asOf: dayText
    .optional()
    .describe(
      'Events after this day do not count. Disposals that later ones can still change are said in issues.',
    ),
  events: z.array(calcEvent).describe('In any order: time decides, and at one time the place in this list.'),
});
export type CalcGainsInput = z.output<typeof calcGainsInput>;
export type CalcEvent = CalcGainsInput['events'][number];

const adjustments = z
  .array(z.string())
  .optional()
  .describe('What is not as usual about the figures, whole sentences: assumptions above all.');

const disposal = z.strictObject({
  event: z.string(),
  asset: z.string(),
  account: z.string(),
  quantity: decimalText,
  lot: z
    .string()
    .describe(
      'The event that acquired the units. "pool:BTC" for a pool; the purchases of one day in the United Kingdom are one, named after the first.',
    ),
  acquired: dateText.describe('Of a pool: when it was filled after it was last empty.'),
  disposed: dateText,
  proceeds: decimalText,
  costBasis: decimalText,
  gain: decimalText.describe(
    'proceeds − costBasis, whatever the law makes of it: see adjustments and years.',
  ),
  term: z
    .enum(['short', 'long'])
    .nullable()
    .describe(
      'long: us more than one year; de tax-free after one year; au discount after twelve months. null where the law knows no terms (uk, ca) or sees neither gain nor loss.',
    ),
  reason: z
    .string()
    .describe('Why just these units: the method, or identified, same-day, thirty-days, pool, zero-cost.'),
  adjustments,
});

const openLot = z.strictObject({
  lot: z.string(),
  asset: z.string(),
  account: z.string().describe('"all accounts" for a pool.'),
  quantity: decimalText,
  acquired: dateText,
  costBasis: decimalText,
  longTermFrom: dateText
    .nullable()
    .describe('The first day on which a sale is long; null where the law knows no terms.'),
  adjustments,
});

const gainsYear = z
  .strictObject({
    year: z.number().int().describe('The calendar year in which the tax year begins.'),
    taxYear: z.string().optional().describe('"2025-26" where the tax year is not the calendar year.'),
    proceeds: decimalText,
    costBasis: decimalText,
    shortTermGain: decimalText.describe('Where the law knows no terms (uk, ca), the whole gain.'),
    longTermGain: decimalText.describe('Before any discount. Always 0 where long-term gains are tax-free.'),
    exemptGain: decimalText
      .optional()
      .describe(
        'de: gains less losses after one year, which the law does not look at; in neither of the two above.',
      ),
    disallowedLoss: decimalText
      .optional()
      .describe(
        'ca: superficial losses, positive; left out of the gain and added to what the replacement cost.',
      ),
    adjustments,
  })
  .describe('proceeds − costBasis = shortTermGain + longTermGain + exemptGain − disallowedLoss.');

export const calcGainsOutput = z.strictObject({
  disposals: z.array(disposal),
  openLots: z.array(openLot),
  years: z.array(gainsYear),
  issues: z.array(
    z.strictObject({
      code: z.string(),
      event: z.string().nullable(),
      message: z.string().describe('What was found, what it does to the figures, and what to do.'),
    }),
  ),
});
export type CalcGainsOutput = z.output<typeof calcGainsOutput>;
