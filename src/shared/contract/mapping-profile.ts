/** A mapping profile as it stands in its file and in the ledger, checked. */
import { z } from 'zod';
import { INCOME_REASONS } from '../domain/event.ts';
import {
  MAPPING_ASSETS,
  MAPPING_IGNORE_RULES,
  MAPPING_MEANS,
  MAPPING_ROLES,
  type MappingProfile,
} from '../domain/mapping-profile.ts';
import { fail, ok, type Result } from '../errors/failure.ts';

const columnName = z.string().min(1).max(200);
const word = z.string().trim().max(120);
const words = z.array(word.min(1)).max(100);

const meaning = {
  means: z.enum(MAPPING_MEANS),
  side: z.enum(['buy', 'sell']).optional(),
  positionSide: z.enum(['one-way', 'long', 'short']).optional(),
  reason: z.enum(INCOME_REASONS).optional(),
  rule: z.enum(MAPPING_IGNORE_RULES).optional(),
};

/** What a row is, without the word that says so. */
export const mappingMeaning = z.strictObject(meaning);

export const mappingProfile = z.strictObject({
  hedgerowMapping: z.literal(1, 'expected a mapping profile of Hedgerow, with "hedgerowMapping": 1'),
  name: z.string().trim().min(1).max(80),
  header: z.array(z.string().max(200)).min(1).max(256),
  account: z.strictObject({
    name: z.string().trim().min(1).max(80),
    kind: z.enum(['exchange', 'wallet', 'futures']),
    venue: z.string().trim().min(1).max(80).nullable(),
  }),
  timeZone: z.string().max(60).optional(),
  dateOrder: z.enum(['year-first', 'day-first', 'month-first']).optional(),
  decimalMark: z.enum(['.', ',']).optional(),
  columns: z.partialRecord(z.enum(MAPPING_ROLES), columnName),
  assets: z.partialRecord(z.enum(MAPPING_ASSETS), z.string().trim().min(1).max(30)),
  pair: z.strictObject({ prefix: z.string().max(20), separator: z.string().max(3) }),
  meanings: z.array(z.strictObject({ word, ...meaning })).max(300),
  otherwise: mappingMeaning.nullable(),
  sides: z.strictObject({ buy: words, sell: words }),
  finalStatus: words,
  notFinalStatus: words.optional(),
  fees: z.strictObject({
    sign: z.enum(['positive-is-cost', 'negative-is-cost']),
    inside: z.boolean().nullable(),
  }),
  funding: z.enum(['positive-is-received', 'positive-is-paid']).nullable(),
  profit: z.enum(['gross', 'net', 'net-of-fees']).nullable(),
  contract: z
    .strictObject({
      venue: z.string().regex(/^[a-z0-9-]{1,40}$/u, 'expected small letters and digits, as in "weex"'),
      payoff: z.enum(['linear', 'inverse', 'quanto']).nullable(),
    })
    .nullable(),
}) satisfies z.ZodType<MappingProfile>;

/** Of a file that somebody handed on. Errors: `mapping/not-a-profile`, `mapping/other-version`. */
export function profileOfText(text: string): Result<z.output<typeof mappingProfile>> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\u{FEFF}/u, ''));
  } catch {
    return fail('mapping/not-a-profile', { why: 'it is not JSON' });
  }
  const layout = z.looseObject({ hedgerowMapping: z.number().int() }).safeParse(json);
  if (!layout.success) return fail('mapping/not-a-profile', { why: 'it has no "hedgerowMapping"' });
  const { hedgerowMapping } = layout.data;
  if (hedgerowMapping !== 1) return fail('mapping/other-version', { layout: hedgerowMapping });
  const parsed = mappingProfile.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const why = parsed.error.issues.map(({ path, message }) => [path.join('.'), message].join(': ')).join('; ');
  return fail('mapping/not-a-profile', { why: why.slice(0, 500) });
}

export const keptProfiles = z.array(mappingProfile);
