import { z } from 'zod';
import { aboutFutures, command, query, task, taskBeside } from './call.ts';
import { decimalText, instantText, nothing } from './texts.ts';

const rowProblem = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  fix: z.string(),
  /** Every row with this cause: line in the file and its text. */
  rows: z.array(z.strictObject({ line: z.number().int(), raw: z.string() })),
  count: z.number().int(),
});

/** What became of each line of a file: the counts add up to `total`. */
export const lineCounts = z.strictObject({
  total: z.number().int(),
  imported: z.number().int(),
  /** The ledger has the row already. */
  already: z.number().int(),
  /** Imported, and one event together with another row. */
  part: z.number().int(),
  ignored: z.array(z.strictObject({ rule: z.string(), words: z.string(), count: z.number().int() })),
  /** Imported as a change of balance, for review: nobody knows what it is, or its other rows are not in the file. */
  unclassified: z.number().int(),
  /** Left out because of an error; `problems` say why. */
  rejected: z.number().int(),
  /** Headings and blank lines. */
  notRows: z.number().int(),
});

/** `unused`: no time of the file needs it, because each says its own. */
const zoneFrom = z.enum(['file', 'file-name', 'assumed', 'given', 'unused']);

/** As the ledger keeps it. */
export const keptRowDecision = z.strictObject({
  choice: z.enum(['in', 'out']),
  /** Of a row that is in: how often it happened. */
  copies: z.number().int().min(1),
  why: z.string(),
  /** Epoch milliseconds. */
  decidedAt: z.number().int(),
});

export const previewFile = z.strictObject({
  upload: z.string(),
  file: z.string(),
  /** null where no importer knows the header. */
  format: z.string().nullable(),
  formatName: z.string().nullable(),
  /** Which header signature matched, in words. */
  why: z.string(),
  account: z.string().nullable(),
  timeZone: z.string().nullable(),
  timeZoneFrom: zoneFrom.nullable(),
  /** null where the file cannot be read. */
  decimalMark: z.enum(['.', ',']).nullable(),
  decimalMarkFrom: z.enum(['given', 'format', 'file']).nullable(),
  /** Of market data: what its rows are of, from the file's name or the user's choice. */
  market: z.string().optional(),
  rows: z.number().int(),
  lines: lineCounts,
  new: z.number().int(),
  already: z.number().int(),
  identicalKept: z.number().int(),
  byKind: z.array(z.strictObject({ kind: z.string(), count: z.number().int() })),
  problems: z.array(rowProblem),
  sampleRows: z.array(
    z.strictObject({
      line: z.number().int(),
      raw: z.string(),
      time: instantText,
      kind: z.string(),
      words: z.string(),
    }),
  ),
});

const fileChoice = z.strictObject({
  upload: z.string(),
  /** Takes rows in that look like rows of another file which a spreadsheet has saved anew. */
  asOtherRows: z.boolean().optional(),
  format: z.string().optional(),
  account: z.string().optional(),
  timeZone: z.string().optional(),
  /** What the rows of market data are of, where the file does not say it: "binance-um:BTCUSDT", "BTC". */
  market: z.string().max(100).optional(),
  /** Of dates such as 01/02/2025, where no row of the file tells. */
  dateOrder: z.enum(['year-first', 'day-first', 'month-first']).optional(),
  /** Of numbers such as 1,234, where no cell of the file tells. */
  decimalMark: z.enum(['.', ',']).optional(),
});

export const importBatch = z.strictObject({
  id: z.string(),
  importedAt: instantText,
  file: z.string(),
  format: z.string(),
  formatName: z.string(),
  account: z.string(),
  accountName: z.string(),
  /** Those that its rows use, its own included. */
  accounts: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  fileHash: z.string(),
  /** In which its times without a zone were read, and where that is known from; null for imports of programs that did not keep it. */
  timeZone: z.string().nullable(),
  timeZoneFrom: zoneFrom.nullable(),
  events: z.number().int(),
  prices: z.number().int(),
  /** Values of market data. */
  observations: z.number().int(),
  skippedRows: z.number().int(),
  /** null for imports of programs that did not count lines. */
  lines: lineCounts.nullable(),
  first: instantText.nullable(),
  last: instantText.nullable(),
});

const stale = [
  'ledger.',
  'imports.',
  'transfers.',
  'holdings.',
  'prices.',
  'targets.',
  'plan.',
  'market.',
  ...aboutFutures,
];

export const importCalls = {
  'imports.formats': query(
    nothing,
    z.strictObject({
      formats: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          exchange: z.string(),
          headers: z.array(z.string()),
          help: z.string(),
        }),
      ),
    }),
  ),
  /** Files arrive in pieces, so that no process ever needs a path from a screen. `base64` of at most 1 MiB. */
  'imports.upload': command(
    z.strictObject({
      upload: z.string().min(8).max(64),
      file: z.string().min(1).max(512),
      base64: z.string(),
      last: z.boolean(),
    }),
    z.strictObject({ bytes: z.number().int() }),
    [],
  ),
  'imports.discard': command(z.strictObject({ upload: z.string() }), nothing, []),
  /** Reads everything, stores nothing: what would arrive, and all that is wrong, at once. */
  'imports.preview': task(
    z.strictObject({ files: z.array(fileChoice).min(1) }),
    z.strictObject({
      files: z.array(previewFile),
      balances: z.array(
        z.strictObject({
          asset: z.string(),
          account: z.string(),
          accountName: z.string(),
          before: decimalText,
          after: decimalText,
        }),
      ),
    }),
  ),
  /** Stores what the preview showed, all or nothing. `skipBadRows` false refuses where any row has an error. */
  'imports.confirm': taskBeside(
    z.strictObject({ files: z.array(fileChoice).min(1), skipBadRows: z.boolean() }),
    z.strictObject({
      batches: z.array(importBatch),
      /** Every file, those that left no trace because they brought nothing new included. */
      files: z.array(z.strictObject({ upload: z.string(), file: z.string(), lines: lineCounts })),
      added: z.number().int(),
      already: z.number().int(),
      identicalKept: z.number().int(),
      skippedRows: z.number().int(),
      ledgerHash: z.string(),
    }),
    stale,
  ),
  /**
   * Rows of the ledger counted against the rules: `out` never, `in` always and `copies` times (1 unless told), `by-rule`
   * takes a decision back. Remembered by the row, whatever files it comes in.
   */
  'imports.decide': command(
    z.strictObject({
      decisions: z
        .array(
          z.strictObject({
            event: z.string().max(100),
            choice: z.enum(['in', 'out', 'by-rule']),
            copies: z.number().int().min(1).max(1000).optional(),
            why: z.string().max(500).optional(),
          }),
        )
        .min(1)
        .max(10_000),
    }),
    nothing,
    stale,
  ),
  'imports.decisions': query(
    nothing,
    z.strictObject({
      decisions: z.array(
        z.strictObject({
          event: z.string(),
          choice: z.enum(['in', 'out']),
          copies: z.number().int(),
          why: z.string(),
          decidedAt: instantText,
          /** null where the ledger does not hold the row at present. */
          row: z.strictObject({ file: z.string(), line: z.number().int(), raw: z.string() }).nullable(),
        }),
      ),
    }),
  ),
  'imports.list': query(nothing, z.strictObject({ batches: z.array(importBatch) })),
  'imports.undo': command(
    z.strictObject({ batch: z.string() }),
    z.strictObject({ removed: z.number().int() }),
    stale,
  ),
};
