import { z } from 'zod';
import { parseIsoInstant } from '../time/instant.ts';
import { parseLocalDate } from '../time/local-date.ts';

const anyDecimal = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u;

/** Exact numbers cross the contract as canonical decimal text: no exponent, '.' as the mark, below 10³⁰ as `shared/num` keeps them. */
export const decimalText = z.string().regex(/^-?(?:0|[1-9]\d{0,29})(?:\.\d{1,18})?$/u, {
  error: ({ input }) =>
    typeof input === 'string' && anyDecimal.test(input)
      ? 'expected a number of at most 18 decimals, and 30 digits before the point'
      : 'expected a plain decimal number such as 1234.56',
});
/** A day of the years 1000 to 9999. */
export const dateText = z.iso
  .date('expected a date such as 2025-03-01')
  .refine((text) => parseLocalDate(text) !== undefined, 'expected a date of the years 1000 to 9999');
/** ISO with Z, of the years 1000 to 9999. */
export const instantText = z.iso
  .datetime('expected an instant such as 2025-03-01T09:30:00Z')
  .refine(
    (text) => parseIsoInstant(text) !== undefined,
    'expected an instant of the years 1000 to 9999, with at most 9 decimals of a second',
  );

/** Lots are held for years on both sides of a time: no calendar has room for them near its ends. */
export const inOurTime = (text: string): boolean => /^(?:19|2\d)\d\d-/u.test(text);
export const ourTime = 'a time of the years 1900 to 2999';
/** Days, instants and years that a question or a record may name. */
export const askedDate = dateText.refine(inOurTime, `expected ${ourTime}`);
export const askedInstant = instantText.refine(inOurTime, `expected ${ourTime}`);
export const askedYear = z.number().int().min(1900).max(2999);

export const nothing = z.strictObject({});
export const side = z.enum(['buy', 'sell']);

export const issue = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  message: z.string(),
  fix: z.string(),
  event: z.string().nullable(),
  asset: z.string().nullable(),
  account: z.string().nullable(),
});

const rule = z.strictObject({ id: z.string(), law: z.string(), url: z.string().nullable() });

const traceFields = {
  label: z.string(),
  value: z.string(),
  unit: z.string(),
  how: z.string(),
  rule: rule.nullable(),
  events: z.array(z.string()),
  lots: z.array(z.string()),
  /** What `holdings.explain` takes to go on with this very figure; only where it has an id of its own. */
  explain: z.string().optional(),
};
/** Why a figure is what it is; its parts re-add to it. */
export interface TraceText extends z.infer<z.ZodObject<typeof traceFields>> {
  parts: TraceText[];
}
export const trace: z.ZodType<TraceText> = z.strictObject({
  ...traceFields,
  get parts() {
    return z.array(trace);
  },
});
