/** The table in a file that no importer knows: where its header is, and what its first rows hold. */
import { fail, ok, type Result } from '../../../../shared/errors/failure.ts';
import { splitAmount } from '../../cells/amounts.ts';
import { isBlank } from '../../cells/decimals.ts';
import { ordersOf } from '../../cells/date-order.ts';
import { dayOf } from '../../cells/time-layouts.ts';
import { createTimeReader } from '../../cells/times.ts';
import { utc } from '../../../../shared/time/time-zone.ts';
import { csvCaps } from '../../csv/caps.ts';
import type { Encoding } from '../../csv/decode.ts';
import { type HeadGuess, readHead } from '../../csv/read-head.ts';
import { columnPlaces } from '../../header.ts';
import type { FileHead } from '../../importer.ts';
import { plainTime } from '../plain-time.ts';

export interface SampleColumn {
  /** In normal form, as profiles call it. */
  readonly name: string;
  /** As the file writes it. */
  readonly title: string;
  /** Cells of the first rows that say something. */
  readonly cells: readonly string[];
}

export interface TableSample {
  readonly file: string;
  readonly encoding: Encoding;
  readonly guess: HeadGuess;
  readonly headerIndex: number;
  readonly columns: readonly SampleColumn[];
}

/** In: `delimiter`, what parts the cells, where the user says it. Errors: those of `readHead`; `mapping/no-table`. */
export function sampleTable(file: string, bytes: Uint8Array, delimiter?: string): Result<TableSample> {
  const head = readHead(file, bytes);
  if (!head.ok) return head;
  const isChosen = (guess: HeadGuess): boolean => delimiter === undefined || guess.delimiter === delimiter;
  for (const guess of head.value.guesses.filter(isChosen)) {
    const headerIndex = headerOf(guess.head);
    if (headerIndex === null) continue;
    const { encoding } = head.value;
    return ok({ file, encoding, guess, headerIndex, columns: columnsOf(guess.head, headerIndex) });
  }
  return fail('mapping/no-table', { file }, { file });
}

/** The widest of the first rows that is all words, and the first of those. */
function headerOf({ rows }: FileHead): number | null {
  let best: number | null = null;
  let width = 1;
  for (const [at, { cells }] of rows.slice(0, csvCaps.preambleRows).entries()) {
    const filled = cells.filter((cell) => !isBlank(cell));
    if (filled.length <= width || cells.length > csvCaps.columns) continue;
    if (filled.some((cell) => isNumber(cell) || isTime(cell))) continue;
    best = at;
    width = filled.length;
  }
  return best;
}

function columnsOf({ rows }: FileHead, headerIndex: number): readonly SampleColumn[] {
  const header = rows[headerIndex];
  if (header === undefined) return [];
  const below = rows.slice(headerIndex + 1);
  return [...columnPlaces(header)].map(([name, place]) => ({
    name,
    title: (header.cells[place] ?? '').trim(),
    cells: below.map(({ cells }) => (cells[place] ?? '').trim()).filter((cell) => !isBlank(cell)),
  }));
}

/** Whether nearly all cells are so; true of a column without any. */
export function mostly(cells: readonly string[], is: (cell: string) => boolean): boolean {
  return cells.filter((cell) => is(cell)).length >= cells.length * 0.8;
}

/** Patterns are not run over whole texts. */
const longestValue = 80;

/** With a unit behind it, or a sign of currency before it, too. */
export function isNumber(cell: string): boolean {
  if (cell.length > longestValue) return false;
  const { number, unit } = splitAmount(cell);
  const plain = number === '' ? unit.replaceAll(/^[\s(+-]*\p{Sc}|\)$/gu, '') : number;
  return (
    /^[(+-]?[\d.,' ]*\d[\d.,' ]*(?:[eE][+-]?\d+)?\)?$/u.test(plain) &&
    (number === '' || /^[A-Za-z0-9$€£]{0,15}$/u.test(unit))
  );
}

const readTime = createTimeReader(utc);

export function isTime(text: string): boolean {
  if (text.length > longestValue) return false;
  const cell = plainTime(text);
  return readTime(cell) !== null || isDay(cell) || (ordersOf(cell) !== null && /\d:\d\d/u.test(cell));
}

/** A date without a time of day. */
export function isDay(cell: string): boolean {
  return !cell.includes(':') && (dayOf(cell, undefined) !== null || ordersOf(cell) !== null);
}

export function isClock(cell: string): boolean {
  return cell.length <= longestValue && /^\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:\s*[ap]\.?m\.?)?$/iu.test(cell);
}

export function isTicker(cell: string): boolean {
  return /^\$?[\p{L}\d][\p{L}\d._*:/-]{0,79}$/u.test(cell) && /\p{L}/u.test(cell);
}
