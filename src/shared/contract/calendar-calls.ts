/** Every date that matters, on one timeline; the same as an iCalendar file; and what another day would change. */
import { z } from 'zod';
import { query } from './call.ts';
import { askedDate, dateText, decimalText, issue, trace } from './texts.ts';

export const calendarKind = z.enum([
  'long-term', // lots of a coin turn long-term
  'year-end', // the tax year ends
  'mark', // section 1256 contracts are marked to market
  'expiry', // a contract ends
  'roll', // a contract is rolled into a later one
  'window', // days within which a rule watches what is bought, sold or opened
  'step', // a step of a saved plan
  'price-target', // a price at which one means to act, with its last day
  'review', // a look at targets or hedges
  'payment', // tax is due
  'election', // the last day of a choice
]);

const entry = z.strictObject({
  /** Stable as long as what it is about: "long-term:BTC:2027-03-01". */
  id: z.string(),
  date: dateText,
  /** The last day, where it is a span of days. */
  until: dateText.nullable(),
  kind: calendarKind,
  /** A few words without any amount: "BTC turns long-term". */
  title: z.string(),
  /** A whole sentence, amounts included. */
  text: z.string(),
  /** What it means and why it is so, without amounts; with its law where there is one. */
  why: z.string(),
  law: z.string().nullable(),
  asset: z.string().nullable(),
  /** Figures: what turns long-term and what that is worth, the tax of the year that is due. */
  amounts: z.array(
    z.strictObject({
      words: z.string(),
      value: decimalText,
      /** The currency, or the coin. */
      unit: z.string(),
      /** Re-adds to the value; null for what the ledger simply holds. */
      trace: trace.nullable(),
    }),
  ),
  /** What it is about, by the ids that other calls take. */
  of: z.array(
    z.strictObject({
      kind: z.enum(['lot', 'position', 'contract', 'plan', 'step', 'exit-plan', 'year', 'election']),
      id: z.string(),
    }),
  ),
  /** True where it rests on something that is only meant. */
  planned: z.boolean(),
  /** True for a planned step that `calendar.whatIf` takes to another day. */
  movable: z.boolean(),
});

const asked = {
  /** Today where left out; steps that are not done yet stay, however old. */
  from: askedDate.optional(),
  /** The end of next year, or of the year of the last planned day, where left out. */
  to: askedDate.optional(),
  kinds: z.array(calendarKind).max(20).optional(),
  assets: z.array(z.string().min(1).max(20)).max(100).optional(),
};

const amountsBeforeAndAfter = {
  before: decimalText,
  after: decimalText,
  /** After less before; positive: the move costs. */
  difference: decimalText,
};

export const calendarCalls = {
  'calendar.read': query(
    z.strictObject(asked),
    z.strictObject({
      asOf: dateText,
      currency: z.string(),
      from: dateText,
      to: dateText,
      /** By date, then kind, then id. */
      entries: z.array(entry),
      /** What the dates rest on, whole sentences. */
      assumptions: z.array(z.string()),
      issues: z.array(issue),
    }),
  ),
  /** As an iCalendar file. A calendar leaves this machine: amounts are in it only where they are asked for. */
  'calendar.file': query(
    z.strictObject({
      ...asked,
      withAmounts: z.boolean().optional(),
      /** A reminder so many days before each entry, at nine in the morning; none where left out. */
      remindDays: z.number().int().min(0).max(60).optional(),
    }),
    z.strictObject({
      name: z.string(),
      content: z.string(),
      entries: z.number().int(),
      /** What to know before it is given away, whole sentences. */
      notes: z.array(z.string()),
    }),
  ),
  /** What it would change if planned steps were done on other days. Nothing is stored. */
  'calendar.whatIf': query(
    z.strictObject({
      moves: z
        .array(z.strictObject({ entry: z.string().min(1).max(300), date: askedDate }))
        .min(1)
        .max(50),
    }),
    z.strictObject({
      asOf: dateText,
      currency: z.string(),
      /** What was moved, steps that belong together included. */
      moved: z.array(z.strictObject({ title: z.string(), from: dateText, to: dateText })),
      years: z.array(z.strictObject({ year: z.number().int(), due: dateText, ...amountsBeforeAndAfter })),
      tax: z.strictObject(amountsBeforeAndAfter),
      /** In today's money: the tax of these years, and what the hedges cost until they are closed. */
      cost: z.strictObject({ ...amountsBeforeAndAfter, trace }),
      /** In whole sentences: what comes out, and what is not in it. */
      words: z.array(z.string()),
    }),
  ),
};
