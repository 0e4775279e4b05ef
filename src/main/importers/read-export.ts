/**
 * A file's bytes → its format → its rows through the importer's reader.
 *
 * Pure and in slices: whoever reads takes one slice after the other and may give way, report progress or stop between
 * them. Errors of the whole file come from `openExport`; errors of rows go to the sink.
 */
import type { Account } from '../../shared/domain/account.ts';
import { fail, failure, ok, type Failure, type Result } from '../../shared/errors/failure.ts';
import type { Instant } from '../../shared/time/instant.ts';
import type { TimeZone } from '../../shared/time/time-zone.ts';
import type { DateOrder } from './cells/date-order.ts';
import { csvCaps } from './csv/caps.ts';
import { createDecoder, type Encoding } from './csv/decode.ts';
import { RowFramer } from './csv/frame-rows.ts';
import { type HeadGuess, readHead } from './csv/read-head.ts';
import { createRowSplitter } from './csv/split-row.ts';
import { dateOrderOf } from './date-order-of.ts';
import { decimalMarkOf, type DecimalMarkFact } from './decimal-mark-of.ts';
import { columnNames } from './header.ts';
import { knownUnread } from './known-unread.ts';
import type { DecimalMark, Detection, Importer, RowReader, Sink } from './importer.ts';
import { looksLikeJson, tableOfJson } from './market/fear-greed-json.ts';
import { importers } from './registry.ts';
import { withoutRowsInDoubt } from './tickers/rows-in-doubt.ts';
import { tickerBook, type TickerNames } from './tickers/ticker-book.ts';

/** A few milliseconds of work. */
const standardSliceBytes = 128 * 1024;

/** A file whose format is known. */
export interface OpenedExport {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly importer: Importer;
  readonly detection: Detection;
  readonly encoding: Encoding;
  readonly guess: HeadGuess;
}

/** What the user may decide against what was found. */
export interface ReadChoice {
  readonly account: Account;
  readonly zone: TimeZone;
  readonly now: Instant;
  /** What the user says that tickers stand for. */
  readonly tickerNames?: TickerNames;
  /** Of dates such as 01/02/2025. */
  readonly dateOrder?: DateOrder;
  /** Of numbers such as 1,234. */
  readonly decimalMark?: DecimalMark;
}

/** What was read, and which mark its numbers were taken to have. */
export interface ReadOutcome {
  readonly rows: number;
  readonly lines: number;
  readonly decimals: DecimalMarkFact;
  /** null where the format leaves nothing open. */
  readonly dateOrder: DateOrder | null;
}

/**
 * Finds out what a file is. In: `formatId`, a format that the user chose; `market`, what they say that its rows are of;
 * `own`, importers of the user's own mappings, which come last.
 * Errors: `import/broken-json`, `import/unknown-json`, `import/empty-file`, `import/not-text`, `import/unknown-format`, `import/known-unread`, `import/unknown-choice`,
 * `import/format-does-not-fit`, `import/duplicate-columns`, `import/unknown-columns`, `import/too-many-columns`.
 */
export function openExport(
  file: string,
  content: Uint8Array,
  formatId?: string,
  market?: string,
  own: readonly Importer[] = [],
): Result<OpenedExport> {
  const all = [...importers, ...own];
  const candidates = formatId === undefined ? all : all.filter(({ id }) => id === formatId);
  if (candidates.length === 0) return fail('import/unknown-choice', { format: formatId ?? '' }, { file });
  const table = asTable(file, content);
  if (!table.ok) return table;
  const bytes = table.value;
  const head = readHead(file, bytes, market);
  if (!head.ok) return head;
  const { encoding, guesses } = head.value;
  for (const guess of guesses) {
    for (const importer of candidates) {
      const detection = importer.detect(guess.head);
      if (detection?.refusal !== undefined) return { ok: false, failure: detection.refusal };
      if (detection !== null) return ok({ file, bytes, importer, detection, encoding, guess });
    }
  }
  const [chosen] = formatId === undefined ? [] : candidates;
  if (chosen !== undefined)
    return fail('import/format-does-not-fit', { file, format: chosen.name }, { file });
  const known = guesses.map(({ head: one }) => knownUnread(one)).find((one) => one !== undefined);
  if (known === undefined) return { ok: false, failure: unknownFormat(file, guesses) };
  return fail('import/known-unread', { file, what: known.what, instead: known.instead }, { file });
}

/** JSON becomes a table first; everything else is one. */
function asTable(file: string, content: Uint8Array): Result<Uint8Array> {
  if (!looksLikeJson(new TextDecoder().decode(content.subarray(0, 64)))) return ok(content);
  if (content.length > csvCaps.jsonBytes) return fail('import/unknown-json', { file }, { file });
  const table = tableOfJson(file, new TextDecoder().decode(content));
  return table.ok ? ok(new TextEncoder().encode(table.value)) : table;
}

/**
 * Reads the rows. Each step reads one slice and gives the share of bytes done; the last step ends the reader.
 * In: `sliceBytes`, for tests: what is read does not depend on it.
 * Out: a failure where the file as a whole cannot be read: `import/too-many-rows`, and those of `dateOrderOf` and `decimalMarkOf`.
 */
export function* readRows(
  opened: OpenedExport,
  choice: ReadChoice,
  sink: Sink,
  sliceBytes = standardSliceBytes,
  tally?: RowTally,
): Generator<number, Result<ReadOutcome>> {
  const { file, bytes, importer, detection, encoding, guess } = opened;
  const order = yield* dateOrderOf(opened, choice.dateOrder, sliceBytes);
  if (!order.ok) return order;
  const decimals = yield* decimalMarkOf(opened, choice.decimalMark, sliceBytes);
  if (!decimals.ok) return decimals;
  const tickers = tickerBook(importer.exchange, choice.tickerNames);
  const told = withoutRowsInDoubt(sink, tickers, file);
  const titles = titlesOf(opened);
  const context = { file, tickers, ...choice, decimalMark: decimals.value.mark, titles, ...order.value };
  const reader = importer.open(detection, context, told);
  const rows = new RowFeed(opened, reader, sink, tally);
  const framer = new RowFramer(guess.newline, rows);
  const decoder = createDecoder(encoding);
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    framer.push(decoder.decode(bytes.subarray(at, at + sliceBytes)));
    if (rows.count > csvCaps.rows)
      return fail('import/too-many-rows', { file, limit: csvCaps.rows }, { file });
    yield Math.min(at + sliceBytes, bytes.length);
  }
  framer.push(decoder.end());
  framer.end();
  reader.end();
  return ok({
    rows: rows.count,
    lines: framer.lines,
    decimals: decimals.value,
    dateOrder: order.value.dateOrder ?? null,
  });
}

/** The header's cells by the names that readers have for them, in small letters. */
function titlesOf({ detection, guess }: OpenedExport): ReadonlyMap<string, string> {
  const header = guess.head.rows[detection.headerIndex]?.cells ?? [];
  const titles = [...detection.columns].map(
    ([name, at]) => [name.toLowerCase(), header[at]?.trim() ?? ''] as const,
  );
  return new Map(titles.filter(([, title]) => title !== ''));
}

/** Who counts the lines of a file. */
export interface RowTally {
  /** A row of the table, wherever it ends: not its heading, not a blank line. */
  row(line: number, span: number): void;
}

/** Takes framed rows to the reader: skips what stands above the first row, splits, applies the caps. */
class RowFeed {
  readonly #opened: OpenedExport;
  readonly #reader: RowReader;
  readonly #sink: Sink;
  readonly #tally: RowTally | undefined;
  readonly #split: (raw: string) => readonly string[];
  #toSkip: number;
  count = 0;

  constructor(opened: OpenedExport, reader: RowReader, sink: Sink, tally: RowTally | undefined) {
    this.#opened = opened;
    this.#tally = tally;
    this.#reader = reader;
    this.#sink = sink;
    this.#split = createRowSplitter(opened.guess.delimiter);
    this.#toSkip = opened.detection.headerIndex + 1;
  }

  row(raw: string, line: number, span: number): void {
    if (this.#toSkip > 0) {
      this.#toSkip--;
      return;
    }
    const cells = this.#split(raw);
    if (isEmptyRow(cells)) return;
    this.count++;
    this.#tally?.row(line, span);
    if (raw.length > csvCaps.fieldLength && cells.some((cell) => cell.length > csvCaps.fieldLength)) {
      this.#problem('import/field-too-long', { limit: csvCaps.fieldLength }, raw.slice(0, 200), line);
    } else {
      this.#reader.row(cells, line, raw);
    }
  }

  fault(fault: 'row-too-long' | 'quote-not-closed', raw: string, line: number): void {
    if (this.#toSkip > 0) {
      this.#toSkip--;
      return;
    }
    this.count++;
    this.#tally?.row(line, 1);
    if (fault === 'row-too-long')
      this.#problem('import/row-too-long', { limit: csvCaps.rowBytes }, raw, line);
    else this.#problem('import/quote-not-closed', { limit: 0 }, raw, line);
  }

  #problem(
    code: 'import/row-too-long' | 'import/field-too-long' | 'import/quote-not-closed',
    values: { readonly limit: number },
    raw: string,
    line: number,
  ): void {
    const where = { file: this.#opened.file, row: line };
    this.#sink.problem({ severity: 'error', failure: failure(code, values, where), cause: code, line, raw });
  }
}

function isEmptyRow(cells: readonly string[]): boolean {
  const [first = ''] = cells;
  return first.trim() === '' && cells.every((cell) => cell.trim() === '');
}

/** The best that can be said of a header that nobody knows. */
function unknownFormat(file: string, guesses: readonly HeadGuess[]): Failure {
  const rows = guesses.flatMap(({ head }) => head.rows.slice(0, csvCaps.preambleRows));
  const widest = rows.toSorted((a, b) => b.cells.length - a.cells.length)[0];
  if (widest === undefined) return failure('import/empty-file', { file }, { file });
  if (widest.cells.length > csvCaps.columns)
    return failure('import/too-many-columns', { file, limit: csvCaps.columns }, { file });
  const names = columnNames(widest).map(({ name }) => name);
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (twice !== undefined) return failure('import/duplicate-columns', { file, column: twice }, { file });
  const header = widest.raw.length > 200 ? `${widest.raw.slice(0, 200)}…` : widest.raw;
  return failure('import/unknown-format', { file, header }, { file });
}
