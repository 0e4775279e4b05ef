/**
 * The whole ledger as lines of JSON: every fact, and which file each row came from. An empty ledger that takes the lines in
 * has the same content hash.
 *
 * It goes out in pieces of some megabytes, each made when it is asked for: a ledger may be larger than one text can be. A
 * piece ends with a line that seals it together with all before it, so that a damaged or shortened file is noticed.
 */
import { createHash, type Hash } from 'node:crypto';
import type Database from 'better-sqlite3-multiple-ciphers';
import { fail, ok, type Result } from '../../../shared/errors/failure.ts';
import type { ExportPiece } from '../ledger.ts';
import type { LedgerFile } from '../database/ledger-file.ts';
import { schemaVersion } from '../migrations/migrations.ts';
import { endLine, exportedTables, quoted, shown, stored } from './export-lines.ts';

/** Where the next piece begins. */
interface Cursor {
  /** The ledger's state when the first piece was made. */
  readonly state: string;
  readonly table: number;
  /** The key of the last row; null at the beginning of a table. */
  readonly after: readonly unknown[] | null;
  readonly seal: string;
}

const pieceLength = 4 * 1024 * 1024;

/** In: what the piece before said comes next; null for the first. Errors: `ledger/changed-meanwhile`. */
export async function exportPiece(file: LedgerFile, next: string | null): Promise<Result<ExportPiece>> {
  const leave = await file.enter();
  try {
    const from = next === null ? null : (JSON.parse(next) as Cursor);
    if (from !== null && from.state !== file.head.hash) return fail('ledger/changed-meanwhile', {});
    return ok(pieceFrom(file, from));
  } finally {
    leave();
  }
}

function pieceFrom({ database, head }: LedgerFile, from: Cursor | null): ExportPiece {
  const lines: string[] = [];
  if (from === null)
    lines.push(
      JSON.stringify({
        hedgerow: 'full export',
        schema: schemaVersion,
        hash: head.contentHash,
        sealed: true,
      }),
    );
  let { table, after } = from ?? { table: 0, after: null };
  let length = 0;
  while (table < exportedTables.length && length < pieceLength) {
    const page = pageOf(database, exportedTables[table] ?? '', after);
    lines.push(...page.lines);
    length += page.lines.reduce((sum, line) => sum + line.length, 0);
    after = page.after;
    if (after === null) table++;
  }
  const sum = sealOf(from?.seal ?? '');
  for (const line of lines) sum.update(`\n${line}`);
  const seal = sum.digest('hex');
  lines.push(JSON.stringify({ seal }));
  const isEnd = table >= exportedTables.length;
  if (isEnd) lines.push(endLine);
  const cursor: Cursor = { state: head.hash, table, after, seal };
  return {
    text: `${lines.join('\n')}\n`,
    next: isEnd ? null : JSON.stringify(cursor),
    done: table,
    total: exportedTables.length,
  };
}

/** Of a piece and all before it: its lines are to be added, each behind a line break. In: the seal before. */
export function sealOf(before: string): Hash {
  return createHash('sha256').update(before);
}

const rowsAtOnce = 500;

function pageOf(
  database: Database.Database,
  table: string,
  after: readonly unknown[] | null,
): { readonly lines: readonly string[]; readonly after: readonly unknown[] | null } {
  const columns = columnsOfTable(database, table);
  const key = keyOf(database, table);
  const names = key.map(quoted).join(', ');
  const beyond = after === null ? '' : `WHERE (${names}) > (${key.map(() => '?').join(', ')})`;
  const rows = database
    .prepare<unknown[], unknown[]>(
      `SELECT ${names}, ${columns.map(quoted).join(', ')} FROM ${table} ${beyond} ORDER BY ${names} LIMIT ${rowsAtOnce}`,
    )
    .raw()
    .all(...(after ?? []).map(stored)) as unknown as unknown[][];
  const lines = rows.map((row) => JSON.stringify(row.slice(key.length).map(shown)));
  const last = rows.length < rowsAtOnce ? undefined : rows.at(-1);
  return {
    lines: after === null ? [JSON.stringify({ table, columns }), ...lines] : lines,
    after: last?.slice(0, key.length).map(shown) ?? null,
  };
}

/** Without those that follow from others. */
export function columnsOfTable(database: Database.Database, table: string): readonly string[] {
  return database
    .prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid')
    .pluck()
    .all(table);
}

function keyOf(database: Database.Database, table: string): readonly string[] {
  const key = database
    .prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?) WHERE pk > 0 ORDER BY pk')
    .pluck()
    .all(table);
  return key.length === 0 ? ['rowid'] : key;
}
