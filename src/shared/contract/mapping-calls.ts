import { z } from 'zod';
import { MAPPING_ROLES } from '../domain/mapping-profile.ts';
import { command, query, task } from './call.ts';
import { mappingMeaning, mappingProfile } from './mapping-profile.ts';
import { instantText, nothing } from './texts.ts';

/** What is missing or contradicts; `field` is a role, a word or a name of the profile. */
const profileProblem = z.strictObject({
  code: z.string(),
  message: z.string(),
  fix: z.string(),
  field: z.string(),
});

const rowProblem = z.strictObject({
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  fix: z.string(),
});

const profiles = z.strictObject({
  profiles: z.array(
    z.strictObject({
      name: z.string(),
      /** What `imports.preview` takes as `format`, and what batches call it. */
      format: z.string(),
      profile: mappingProfile,
    }),
  ),
});

const name = z.strictObject({ name: z.string().min(1).max(80) });
const stale = ['mapping.', 'imports.formats', 'ledger.'];

export const mappingCalls = {
  /** A first mapping of an upload, from its header's words and its cells. Nothing is stored. */
  'mapping.suggest': task(
    z.strictObject({
      upload: z.string(),
      /** One of `presets`: its words are looked for first. */
      preset: z.string().max(60).optional(),
      /** What parts the cells, where the guess is wrong. */
      delimiter: z.enum([',', ';', '\t', '|']).optional(),
    }),
    z.strictObject({
      file: z.string(),
      /** In the file's order. `name` is what a profile calls the column. */
      columns: z.array(
        z.strictObject({
          name: z.string(),
          title: z.string(),
          /** Different cells, the first five. */
          samples: z.array(z.string()),
          roles: z.array(z.enum(MAPPING_ROLES)),
          /** Why it is taken for that; '' where it is taken for nothing. */
          why: z.string(),
          /** Its words in the whole file, with what each usually means in a type column; null where there are too many. */
          words: z
            .array(
              z.strictObject({
                word: z.string(),
                count: z.number().int(),
                usual: mappingMeaning.nullable(),
                /** In a status column: whether something moved; null where nobody can guess. */
                final: z.boolean().nullable(),
              }),
            )
            .nullable(),
        }),
      ),
      /** What parts the cells: found in the file, or chosen. */
      delimiter: z.enum([',', ';', '\t', '|']),
      /** The words of the type column with how often each stands there; of the side and status columns likewise. */
      words: z.array(
        z.strictObject({ role: z.enum(MAPPING_ROLES), word: z.string(), count: z.number().int() }),
      ),
      profile: mappingProfile,
      problems: z.array(profileProblem),
      presets: z.array(z.strictObject({ id: z.string(), name: z.string(), words: z.string() })),
      /** A saved profile that knows the header already. */
      known: z.string().nullable(),
      /** Imports that it read: a change of it changes nothing of them. */
      imports: z.array(z.strictObject({ batch: z.string(), file: z.string() })),
      /** A saved profile that knew most of these columns: what of its header is missing here, and what is new. */
      similar: z
        .strictObject({ name: z.string(), missing: z.array(z.string()), added: z.array(z.string()) })
        .nullable(),
    }),
  ),
  /** What the profile makes of the first rows, beside their text. Nothing is stored. */
  'mapping.preview': task(
    z.strictObject({ upload: z.string(), profile: mappingProfile }),
    z.strictObject({
      /** All at once; with any of them the rows are empty. */
      problems: z.array(profileProblem),
      rows: z.array(
        z.strictObject({
          line: z.number().int(),
          raw: z.string(),
          /** null where the row is no event. */
          time: instantText.nullable(),
          kind: z.string().nullable(),
          /** "Bought 0.1 BTC for 4,000 USDT", or the rule that leaves the row out. */
          words: z.string(),
          problems: z.array(rowProblem),
        }),
      ),
      /** Of the rows shown. */
      events: z.number().int(),
      ignored: z.number().int(),
      bad: z.number().int(),
      timeZone: z.string(),
      timeZoneFrom: z.enum(['file', 'file-name', 'assumed', 'given']),
      decimalMark: z.enum(['.', ',']),
      /** null where the file could not be looked at, or leaves the order of days and months open. */
      dateOrder: z.enum(['year-first', 'day-first', 'month-first']).nullable(),
    }),
  ),
  /** Takes the place of one of the same name. A profile with problems is refused, and all are named. */
  'mapping.save': command(z.strictObject({ profile: mappingProfile }), profiles, stale),
  'mapping.list': query(nothing, profiles),
  /** What was imported with it stays. */
  'mapping.drop': command(name, profiles, stale),
  /** The profile as a small JSON file to hand on. */
  'mapping.export': query(name, z.strictObject({ file: z.string(), text: z.string() })),
  'mapping.import': command(z.strictObject({ text: z.string().max(200_000) }), profiles, stale),
};
