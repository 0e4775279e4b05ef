/**
 * One row of text → cells. Rows whose quotes hold neither delimiters nor quotes are split; the others go through papaparse,
 * one row at a time, so that a quote that is never closed cannot swallow the rows below it.
 */
import Papa from 'papaparse';
import { invariant } from '../../../shared/invariant.ts';

export type Delimiter = ',' | ';' | '\t' | '|';

const quote = '"';
const byteOrderMark = '\u{FEFF}';

interface RowParser {
  parse(text: string): { readonly data: readonly (readonly string[])[]; readonly errors: readonly unknown[] };
}

/**
 * A function that splits rows at `delimiter`.
 * Repairs, as exchanges and Excel need them: a mark of byte order before any cell; a row that is quoted as a whole;
 * doubled quotes around a cell that has no quotes of its own (`""1,500.0ADA""`).
 */
export function createRowSplitter(delimiter: Delimiter): (raw: string) => readonly string[] {
  const parser = createParser(delimiter);
  return (raw) => {
    const text = raw.includes(byteOrderMark) ? raw.replaceAll(byteOrderMark, '') : raw;
    if (!text.includes(quote)) return text.split(delimiter);
    const cells = text.split(delimiter);
    return unquoteEach(cells) ? cells : splitQuoted(parser, text, delimiter);
  };
}

/** Takes the quotes off, in place. Out: false where a quote stands anywhere but around a cell. */
function unquoteEach(cells: string[]): boolean {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? '';
    const first = cell.indexOf(quote);
    if (first === -1) continue;
    if (first !== 0 || cell.length < 2 || cell.indexOf(quote, 1) !== cell.length - 1) return false;
    cells[at] = cell.slice(1, -1);
  }
  return true;
}

function createParser(delimiter: Delimiter): RowParser {
  // The types of papaparse hide the constructor's argument; no row holds a newline that ends it, so none is named.
  const config = { delimiter, newline: '\r\n' };
  return new (Papa.Parser as unknown as new (config: object) => RowParser)(config);
}

function splitQuoted(parser: RowParser, text: string, delimiter: Delimiter): readonly string[] {
  const parsed = parser.parse(text);
  const cells = parsed.data[0];
  invariant(cells !== undefined, 'a text that is not empty has a row');
  const only = cells.length === 1 ? cells[0] : undefined;
  if (only !== undefined && text.startsWith(quote) && only.includes(delimiter)) {
    return splitInner(parser, only, delimiter);
  }
  if (parsed.errors.length > 0 && text.includes(quote + quote)) return splitInner(parser, text, delimiter);
  return cells;
}

/** A row whose own quotes are doubled, or were when it still stood inside quotes. */
function splitInner(parser: RowParser, text: string, delimiter: Delimiter): readonly string[] {
  if (!text.includes(quote)) return text.split(delimiter);
  const strict = parser.parse(text);
  if (strict.errors.length === 0 && strict.data[0] !== undefined) return strict.data[0];
  const single = parser.parse(text.replaceAll(quote + quote, quote));
  return single.data[0] ?? [];
}
