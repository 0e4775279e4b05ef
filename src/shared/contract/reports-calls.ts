import { z } from 'zod';
import { BROKER_FORMS, REPORT_FORMATS, REPORT_KINDS } from '../domain/report-kind.ts';
import { command, query, task } from './call.ts';
import { askedYear, dateText, issue, nothing } from './texts.ts';

const kind = z.enum(REPORT_KINDS);
const format = z.enum(REPORT_FORMATS);
const brokerForm = z.enum(BROKER_FORMS);

/** `package` is all kinds of a year, a file each. */
const makeable = z.enum([...REPORT_KINDS, 'package']);

const column = z.strictObject({
  id: z.string(),
  /** With the form's own letter where it has one: "(d) Proceeds". */
  title: z.string(),
  /** `money` in the ledger's currency; `quantity` of the row's asset. Both, and `count`, stand to the right. */
  kind: z.enum(['text', 'date', 'money', 'quantity', 'count']),
});

const cell = z.strictObject({
  /** As it is printed: money rounded to cents, half to even; null where there is nothing to say. */
  value: z.string().nullable(),
  /** The exact figure, where it has more decimals than `value`. */
  exact: z.string().optional(),
  /** What `holdings.explain` takes. */
  explain: z.string().optional(),
});

const row = z.strictObject({ cells: z.array(cell) });

const section = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What to know about these rows, whole sentences. */
  notes: z.array(z.string()),
  columns: z.array(column),
  /** How many rows there are, whatever the page. */
  total: z.number().int(),
  rows: z.array(row),
  /** Exact sums, rounded once; null in columns that are not summed, and as a whole where nothing is. */
  totals: row.nullable(),
});

/** What stands on every page and in the head of every file. */
const head = z.strictObject({
  kind,
  title: z.string(),
  year: z.number().int().nullable(),
  /** "Working paper prepared from your records. Not a filed form." */
  mark: z.string(),
  asOf: dateText,
  currency: z.string(),
  /** The first digits of the ledger's hash. */
  ledger: z.string(),
  /** "Hedgerow 0.1.0" */
  program: z.string(),
  /** The choices in force that differ from the default, or one sentence that none does. */
  elections: z.array(z.string()),
});

const shownReport = z.strictObject({
  head,
  /** What the paper is for, in one sentence. */
  purpose: z.string(),
  sections: z.array(section),
  /** Rounding, assumptions and what is left out, each a whole sentence. */
  notes: z.array(z.string()),
  issues: z.array(issue),
});

const accountForm = z.strictObject({
  account: z.string(),
  accountName: z.string(),
  form: brokerForm,
  /** True where the user set it; else it is assumed. */
  isSet: z.boolean(),
  /** Why it is assumed, a whole sentence. */
  why: z.string(),
});

export const reportsCalls = {
  /** What can be made, for which years, what for, and what is missing. */
  'reports.list': query(
    nothing,
    z.strictObject({
      asOf: dateText,
      /** Years with anything to report, in order; the running year included. */
      years: z.array(z.number().int()),
      kinds: z.array(
        z.strictObject({
          kind,
          title: z.string(),
          purpose: z.string(),
          /** False: of the whole ledger as of the day; it takes no year. */
          perYear: z.boolean(),
          /** Years for which it can be made in full; empty where it takes no year. */
          years: z.array(z.number().int()),
          /** What keeps it from being made for a year (null: at all), and what to do. */
          missing: z.array(
            z.strictObject({ year: z.number().int().nullable(), text: z.string(), fix: z.string() }),
          ),
        }),
      ),
      /** By year, the accounts with sales and the form that their broker sends: it decides boxes of Form 8949. */
      brokerForms: z.array(z.strictObject({ year: z.number().int(), accounts: z.array(accountForm) })),
    }),
  ),
  /** The same figures as the files have, for the screen. Without a limit the first 200 rows of each section. */
  'reports.preview': query(
    z.strictObject({
      kind,
      year: askedYear.optional(),
      /** Only this section, from `offset` on. */
      section: z.string().optional(),
      offset: z.number().int().min(0).optional(),
      limit: z.number().int().min(1).max(1000).optional(),
    }),
    shownReport,
  ),
  /** Files to save; nothing is written by the core. CSV of a paper with several sections is a file each. */
  'reports.make': task(
    z.strictObject({
      kind: makeable,
      year: askedYear.optional(),
      format,
      /** CSV only: begins with a byte order mark, which Excel needs to read UTF-8. */
      byteOrderMark: z.boolean().optional(),
    }),
    z.strictObject({
      files: z.array(
        z.strictObject({
          /** "form-8949-2025.pdf"; in a package with a folder: "tax-papers-2025/form-8949-2025.pdf". */
          name: z.string(),
          mediaType: z.string(),
          encoding: z.enum(['text', 'base64']),
          content: z.string(),
        }),
      ),
      /** What was left out of a package and why, and what a file does not show, each a whole sentence. */
      notes: z.array(z.string()),
    }),
  ),
  /** Says what the broker of an account reported for a year; null: as assumed. */
  'reports.setBrokerForm': command(
    z.strictObject({ account: z.string().min(1), year: askedYear, form: brokerForm.nullable() }),
    nothing,
    ['reports.', 'ledger.'],
  ),
};
