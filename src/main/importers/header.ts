/** Headers: knowing one by its columns' names, wherever in the first lines it stands and in whatever order. */
import { csvCaps } from './csv/caps.ts';
import type { FileHead, Row } from './importer.ts';

/** A header that an importer knows, in normal column names (lower case, no zone in brackets). */
export interface HeaderSignature {
  readonly variant: string;
  readonly required: readonly string[];
  readonly optional?: readonly string[];
}

export interface HeaderMatch {
  readonly signature: HeaderSignature;
  readonly headerIndex: number;
  readonly columns: ReadonlyMap<string, number>;
  /** What stands in the brackets of a time column ("UTC+02:00"); null where there are none. */
  readonly zoneText: string | null;
}

/** One column's name in normal form, and the zone that it states. */
export interface ColumnName {
  readonly name: string;
  readonly zoneText: string | null;
}

const timeColumn = /^((?:.*[ _])?(?:date|time|timestamp|čas)(?: of update)?)\s*\(([^()]*)\)$/u;

/** No name of a column is longer; patterns are not run over whole texts that are none. */
const longestName = 120;

/**
 * "Filled Time(UTC+02:00)" → filled time, UTC+02:00; " Realized  Profit" → realized profit; ",Fee Currency," → fee
 * currency, as KuCoin writes some.
 */
function columnName(cell: string): ColumnName {
  if (cell.length > longestName) return { name: cell.toLowerCase(), zoneText: null };
  const name = withoutEdges(cell).replaceAll(/\s+/gu, ' ').toLowerCase();
  const time = timeColumn.exec(name);
  return time === null ? { name, zoneText: null } : { name: time[1] ?? name, zoneText: time[2] ?? '' };
}

/** Without blanks and commas around it. */
function withoutEdges(cell: string): string {
  let text = cell.trim();
  while (text.startsWith(',')) text = text.slice(1).trimStart();
  while (text.endsWith(',')) text = text.slice(0, -1).trimEnd();
  return text;
}

/** A row is asked by every importer: its names are read once. */
const namesOfRows = new WeakMap<Row, readonly ColumnName[]>();

/** The names of a row taken as a header. Empty names at the end are Excel's. */
export function columnNames(row: Row): readonly ColumnName[] {
  let names = namesOfRows.get(row);
  if (names === undefined) {
    const read = row.cells.map(columnName);
    while (read.at(-1)?.name === '') read.pop();
    names = read;
    namesOfRows.set(row, names);
  }
  return names;
}

/**
 * The first row among the first lines that is one of the headers: all required columns, no unknown one. A name that
 * comes twice is numbered ("unit", "unit 2"), so that only a header that expects it fits.
 * In: `alias`, the signature's name for a name as it may stand in a file.
 */
export function matchHeader(
  head: FileHead,
  signatures: readonly HeaderSignature[],
  alias: (name: string) => string = (name) => name,
): HeaderMatch | null {
  for (const [headerIndex, row] of head.rows.slice(0, csvCaps.preambleRows).entries()) {
    if (row.cells.length > csvCaps.columns) continue;
    const names = columnNames(row).map(({ name, zoneText }) => ({ name: alias(name), zoneText }));
    const columns = numbered(names.map(({ name }) => name));
    const signature = signatures.find((known) => fits(columns, known));
    const zoneText = names.find((column) => column.zoneText !== null)?.zoneText ?? null;
    if (signature !== undefined) return { signature, headerIndex, columns, zoneText };
  }
  return null;
}

/** Where each column of a row taken as a header stands, by name in normal form. */
export function columnPlaces(row: Row): ReadonlyMap<string, number> {
  return numbered(columnNames(row).map(({ name }) => name));
}

/** Where each column stands; the second of a name is "unit 2", as OKX has two that are called alike. */
function numbered(names: readonly string[]): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const [at, name] of names.entries()) {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    columns.set(count === 1 ? name : `${name} ${count}`, at);
  }
  return columns;
}

function fits(columns: ReadonlyMap<string, number>, { required, optional = [] }: HeaderSignature): boolean {
  if (!required.every((name) => columns.has(name))) return false;
  return columns.size === required.length + optional.filter((name) => columns.has(name)).length;
}

/** An `alias` of `matchHeader` from a table. */
export function aliasesOf(names: Readonly<Record<string, string>>): (name: string) => string {
  const known = new Map(Object.entries(names));
  return (name) => known.get(name) ?? name;
}
