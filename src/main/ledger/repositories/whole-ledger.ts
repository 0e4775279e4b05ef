/**
 * The whole ledger as lines of JSON, and back: every fact, and which file each row came from. An empty ledger that takes the
 * lines in has the same content hash.
 */
import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3-multiple-ciphers';
import { sql, type Transaction } from 'kysely';
import type { Result } from '../../../shared/errors/failure.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { change, refuse } from '../database/change.ts';
import { ContentSum } from '../database/content-sum.ts';
import type { LedgerFile } from '../database/ledger-file.ts';
import { statementsOfOldFiles } from '../migrations/0009-files-say-what-they-cover.ts';
import { schemaVersion } from '../migrations/migrations.ts';
import { hashOfAll } from './recompute-hash.ts';

/** What the first line of a full export begins with. */
export const exportMark = '{"hedgerow":"full export"';

/** Whether the file is whole: it could end anywhere. */
const endLine = '{"end":"full export"}';

/** Those that others refer to come first. What a ledger says of itself and its journal are its own. */
const tables = [
  'account',
  'batch',
  'batch_account',
  'batch_coverage',
  'event',
  'batch_repeat',
  'worded_row',
  'row_decision',
  'mark',
  'contract_correction',
  'own_contract',
  'setting',
  'observed_series',
  'observation',
  'profile_version',
  'policy_version',
  'identification_record',
  'election',
  'hedge_plan',
  'hedge_leg',
  'hedge_leg_lot',
  'hedge_leg_fill',
  'plan_step',
];

type Value = string | number | null | { readonly hex: string };
interface Head {
  readonly schema: number;
  readonly hash: string;
}

/** Text in pieces, a few hundred rows each. */
export async function* exportedLines(file: LedgerFile): AsyncGenerator<string> {
  const leave = await file.enter();
  try {
    const head = { hedgerow: 'full export', schema: schemaVersion, hash: file.head.contentHash };
    yield `${JSON.stringify(head)}\n`;
    for (const table of tables) yield* tableLines(file.database, table);
    yield `${endLine}\n`;
  } finally {
    leave();
  }
}

async function* tableLines(database: Database.Database, table: string): AsyncGenerator<string> {
  const columns = columnsOfTable(database, table);
  yield `${JSON.stringify({ table, columns })}\n`;
  const rows = database.prepare<[number], unknown[]>(
    `SELECT ${columns.map(quoted).join(', ')} FROM ${table} ORDER BY ${keyOf(database, table)} LIMIT 500 OFFSET ?`,
  );
  for (let at = 0; ; at += 500, await setImmediate()) {
    const page = rows.raw().all(at) as unknown as unknown[][];
    yield page.map((row) => `${JSON.stringify(row.map(shown))}\n`).join('');
    if (page.length < 500) return;
  }
}

/** Errors: `ledger/not-empty`, `ledger/export-newer`, `ledger/export-damaged`, and the disk's; then nothing has changed. */
export async function restoreLines(
  file: LedgerFile,
  lines: Iterable<string>,
  at: Instant,
): Promise<Result<{ readonly events: number }>> {
  return change(file, { kind: 'restore', subject: '', at }, async ({ transaction, content }) => {
    if (content.hash() !== new ContentSum().hash()) refuse('ledger/not-empty', {});
    await sql`PRAGMA defer_foreign_keys = ON`.execute(transaction);
    let head: Head | undefined;
    let insert: Database.Statement<unknown[]> | undefined;
    let done = 0;
    let isWhole = false;
    for (const line of lines) {
      isWhole = line === endLine;
      if (isWhole) continue;
      const parsed = parsedLine(line);
      if (Array.isArray(parsed) && insert !== undefined) insertRow(insert, parsed);
      else if (isHead(parsed)) head = parsed;
      else if (isTable(parsed)) insert = insertInto(file.database, parsed.table, parsed.columns);
      else refuse('ledger/export-damaged', {});
      if (++done % 1000 === 0) await setImmediate();
    }
    if (head !== undefined && head.schema > schemaVersion) refuse('ledger/export-newer', {});
    if (head !== undefined && head.schema < 9)
      await statementsOfOldFiles(transaction as unknown as Transaction<unknown>);
    const hash = await hashOfAll(file.database, transaction);
    if (!isWhole || head?.hash !== hash) refuse('ledger/export-damaged', {});
    content.become(hash);
    const count = file.database
      .prepare<[], number>('SELECT count(*) FROM event WHERE occurrence >= 0')
      .pluck();
    return { events: count.get() ?? 0 };
  });
}

function insertRow(insert: Database.Statement<unknown[]>, row: readonly unknown[]): void {
  try {
    insert.run(...row.map(stored));
  } catch (error) {
    // A row that the schema refuses, or of another width. What the disk refuses is thrown on.
    const { code = '' } = error as { readonly code?: string };
    if (error instanceof RangeError || error instanceof TypeError || code.startsWith('SQLITE_CONSTRAINT'))
      refuse('ledger/export-damaged', {});
    throw error;
  }
}

function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return refuse('ledger/export-damaged', {});
  }
}

function isHead(value: unknown): value is Head {
  return typeof value === 'object' && value !== null && 'hedgerow' in value;
}

function isTable(value: unknown): value is { readonly table: string; readonly columns: readonly string[] } {
  return typeof value === 'object' && value !== null && 'table' in value && 'columns' in value;
}

/** Only names that the schema has come into the statement. */
function insertInto(
  database: Database.Database,
  table: string,
  columns: readonly string[],
): Database.Statement<unknown[]> {
  if (!tables.includes(table)) refuse('ledger/export-damaged', {});
  const known = new Set(columnsOfTable(database, table));
  if (!columns.every((column) => known.has(column))) refuse('ledger/export-damaged', {});
  const places = columns.map(() => '?').join(', ');
  return database.prepare(`INSERT INTO ${table} (${columns.map(quoted).join(', ')}) VALUES (${places})`);
}

/** Without those that follow from others. */
function columnsOfTable(database: Database.Database, table: string): readonly string[] {
  return database
    .prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid')
    .pluck()
    .all(table);
}

function keyOf(database: Database.Database, table: string): string {
  const key = database
    .prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?) WHERE pk > 0 ORDER BY pk')
    .pluck()
    .all(table);
  return key.length === 0 ? 'rowid' : key.map(quoted).join(', ');
}

function quoted(name: string): string {
  return `"${name}"`;
}

function shown(value: unknown): Value {
  return Buffer.isBuffer(value) ? { hex: value.toString('hex') } : (value as Value);
}

function stored(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Buffer.from((value as { readonly hex: string }).hex, 'hex');
}
