/** The first lines of a file, cut at each delimiter that may be its own: what formats are detected by. */
import { fail, ok, type Result } from '../../../shared/errors/failure.ts';
import type { DecimalMark, FileHead, Row } from '../importer.ts';
import { csvCaps } from './caps.ts';
import { DecimalMarkVote } from './decimal-mark.ts';
import { type Binary, createDecoder, type Encoding, sniffEncoding } from './decode.ts';
import { RowFramer } from './frame-rows.ts';
import { createRowSplitter, type Delimiter } from './split-row.ts';

const headBytes = 64 * 1024;
const headRows = 100;

const binaryWords: Readonly<Record<Binary, string>> = {
  zip: 'an archive or an Excel workbook',
  pdf: 'a PDF document',
  unknown: 'a binary file',
};

/** The head of a file, were its cells parted by `delimiter`. */
export interface HeadGuess {
  readonly head: FileHead;
  readonly delimiter: Delimiter;
  readonly newline: '\n' | '\r';
  readonly decimalMark: DecimalMark;
}

export interface GuessedHead {
  readonly encoding: Encoding;
  /** The likeliest first. */
  readonly guesses: readonly HeadGuess[];
}

/** In: `market`, what the user says that the rows are of. Errors: `import/empty-file`, `import/not-text`. */
export function readHead(file: string, bytes: Uint8Array, market?: string): Result<GuessedHead> {
  if (bytes.length === 0) return fail('import/empty-file', { file }, { file });
  const sniffed = sniffEncoding(bytes);
  if ('binary' in sniffed)
    return fail('import/not-text', { file, what: binaryWords[sniffed.binary] }, { file });
  const { encoding } = sniffed;
  const text = createDecoder(encoding).decode(bytes.subarray(0, headBytes));
  if (text.replaceAll('\u{FEFF}', '').trim() === '') return fail('import/empty-file', { file }, { file });
  const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  const lines = frameHead(text, newline, bytes.length > headBytes);
  const guesses = ([',', ';', '\t', '|'] as const).map((delimiter) =>
    guessOf(file, lines, delimiter, newline, market),
  );
  return ok({ encoding, guesses: guesses.toSorted((a, b) => widthOf(b) - widthOf(a)) });
}

interface Line {
  readonly raw: string;
  readonly line: number;
}

/** In: `isCut`, whether the last line may go on. Faults count as rows, as they do when the file is read. */
function frameHead(text: string, newline: '\n' | '\r', isCut: boolean): readonly Line[] {
  const lines: Line[] = [];
  const keep = (raw: string, line: number): void => {
    if (lines.length < headRows) lines.push({ raw, line });
  };
  const framer = new RowFramer(newline, { row: keep, fault: (_, raw, line) => keep(raw, line) });
  framer.push(isCut ? text.slice(0, text.lastIndexOf(newline) + 1) : text);
  framer.end();
  return lines;
}

function guessOf(
  file: string,
  lines: readonly Line[],
  delimiter: Delimiter,
  newline: '\n' | '\r',
  market: string | undefined,
): HeadGuess {
  const split = createRowSplitter(delimiter);
  // More cells than any format has: a file of nothing but commas is not looked at again and again.
  const rows: readonly Row[] = lines.map(({ raw, line }) => ({
    cells: split(raw).slice(0, csvCaps.columns + 1),
    line,
    raw,
  }));
  return {
    head: { file, rows, ...(market !== undefined && { market }) },
    delimiter,
    newline,
    decimalMark: delimiter === ',' ? '.' : decimalMarkOf(rows),
  };
}

function widthOf({ head }: HeadGuess): number {
  return Math.max(...head.rows.map(({ cells }) => cells.length));
}

/** As far as the head tells. */
function decimalMarkOf(rows: readonly Row[]): DecimalMark {
  const vote = new DecimalMarkVote();
  for (const { cells } of rows) for (const cell of cells) vote.add(cell);
  return vote.mark;
}
