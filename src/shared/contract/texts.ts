import { z } from 'zod';

/** Exact numbers cross the contract as canonical decimal text: no exponent, '.' as the mark, below 10³⁰ as `shared/num` keeps them. */
export const decimalText = z
  .string()
  .regex(/^-?(?:0|[1-9]\d{0,29})(?:\.\d{1,18})?$/u, 'a plain decimal number such as 1234.56');
export const dateText = z.iso.date();
/** ISO with Z. */
export const instantText = z.iso.datetime();
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
