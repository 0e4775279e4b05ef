/** Takes a full export in: the lines that `export-pieces.ts` made, into an empty ledger. */
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
import { endLine, exportedTables, quoted, stored } from './export-lines.ts';
import { columnsOfTable, sealOf } from './export-pieces.ts';
import { hashOfAll } from './recompute-hash.ts';

interface Head {
  readonly schema: number;
  readonly hash: string;
  /** Whether every piece has a seal: older programs set none. */
  readonly sealed?: boolean;
}

/** Errors: `ledger/not-empty`, `ledger/export-newer`, `ledger/export-damaged`, and the disk's; then nothing has changed. */
export async function restoreLines(
  file: LedgerFile,
  lines: Iterable<string> | AsyncIterable<string>,
  at: Instant,
): Promise<Result<{ readonly events: number }>> {
  return change(file, { kind: 'restore', subject: '', at }, async ({ transaction, content }) => {
    if (content.hash() !== new ContentSum().hash()) refuse('ledger/not-empty', {});
    await sql`PRAGMA defer_foreign_keys = ON`.execute(transaction);
    let head: Head | undefined;
    let insert: Database.Statement<unknown[]> | undefined;
    let done = 0;
    let isWhole = false;
    const seals = new Seals();
    for await (const line of lines) {
      isWhole = line === endLine;
      if (isWhole || seals.take(line)) continue;
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
    if (!isWhole || (head?.sealed === true && !seals.hold) || head?.hash !== hash)
      refuse('ledger/export-damaged', {});
    content.become(hash);
    const count = file.database
      .prepare<[], number>('SELECT count(*) FROM event WHERE occurrence >= 0')
      .pluck();
    return { events: count.get() ?? 0 };
  });
}

const sealBegin = '{"seal":"';

/** The seals of the pieces that go by. */
class Seals {
  #piece = sealOf('');
  /** Lines since the last seal. */
  #open = 0;
  #isAny = false;
  #isBroken = false;

  /** Out: whether the line is a seal. */
  take(line: string): boolean {
    if (!line.startsWith(sealBegin)) {
      this.#piece.update(`\n${line}`);
      this.#open++;
      return false;
    }
    const seal = this.#piece.digest('hex');
    this.#piece = sealOf(seal);
    this.#open = 0;
    this.#isAny = true;
    this.#isBroken ||= line !== JSON.stringify({ seal });
    return true;
  }

  /** Whether every line was under one. */
  get hold(): boolean {
    return !this.#isBroken && this.#isAny && this.#open === 0;
  }
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
  if (!exportedTables.includes(table)) refuse('ledger/export-damaged', {});
  const known = new Set(columnsOfTable(database, table));
  if (!columns.every((column) => known.has(column))) refuse('ledger/export-damaged', {});
  const places = columns.map(() => '?').join(', ');
  return database.prepare(`INSERT INTO ${table} (${columns.map(quoted).join(', ')}) VALUES (${places})`);
}
