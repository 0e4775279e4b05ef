import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { Kysely } from 'kysely';
import type { AccountId } from '../../../shared/domain/account.ts';
import type { EventId } from '../../../shared/domain/event.ts';
import type { PriceMark } from '../../../shared/domain/price-mark.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/errors/failure.ts';
import { invariant } from '../../../shared/invariant.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { DifferentKind, StatedAccount } from '../account-statement.ts';
import type { NewBatch } from '../batch.ts';
import type { Overlap, Reading, RowOfOther, RowWithId } from '../overlap.ts';
import type { StoredEvents } from '../stored-events.ts';
import { failureOf } from '../database/change.ts';
import { ContentSum } from '../database/content-sum.ts';
import { appendToJournal, journalHead, type JournalHead } from '../database/journal.ts';
import type { Arriving, LedgerFile } from '../database/ledger-file.ts';
import type { LedgerSchema } from '../database/schema.ts';
import { WriteOut } from '../database/write-out.ts';
import type {
  ArrivingRow,
  ImportResult,
  ImportTransaction,
  ObservedRow,
  Placement,
  StatedPrice,
} from '../import-transaction.ts';
import { type AccountStatements, accountStatements } from './account-statements.ts';
import { storeCoverage } from './batch-coverage.ts';
import { BatchSums } from './batch-sums.ts';
import { readBatchesOf } from './batches.ts';
import { importStatements, type ImportStatements } from './import-statements.ts';
import { OpenBatch } from './open-batch.ts';
import { OverlapWatch, otherFiles, rowsInMinutes, rowsWithIds } from './overlap-watch.ts';
import { readAllEvents } from './read-stored-events.ts';
import { RowPlaces } from './row-places.ts';
import { wordings, type Wordings } from './settle-wordings.ts';

/** Waits for its turn and begins. Whoever reads meanwhile sees the ledger as it was. */
export async function beginImport(file: LedgerFile): Promise<ImportTransaction> {
  const leave = await file.enter();
  try {
    return await file.db.connection().execute(async (db) => {
      const before = await journalHead(db);
      // Which accounts a file names is known at its end.
      file.database.exec('BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON');
      file.arriving = arrivingIn(file.database);
      return new RunningImport(file, before, leave);
    });
  } catch (error) {
    leave();
    throw error;
  }
}

function arrivingIn(database: Database.Database): Arriving {
  const numberOf = (query: string): number => database.prepare<[], number>(query).pluck().get() ?? 0;
  return {
    batch: numberOf("SELECT seq FROM sqlite_sequence WHERE name = 'batch'") + 1,
    position: numberOf('SELECT max(position) FROM event'),
  };
}

class RunningImport implements ImportTransaction {
  readonly #file: LedgerFile;
  readonly #leave: () => void;
  readonly #before: JournalHead;
  readonly #content: ContentSum;
  readonly #sums: BatchSums;
  readonly #wordings: Wordings;
  readonly #worded = new Map<string, Buffer>();
  readonly #statements: ImportStatements;
  readonly #accounts: AccountStatements;
  /** Those that are known, or that a file of this import has named. */
  readonly #knownAccounts: Set<string>;
  /** Of this import: what they are is found out at its end. */
  readonly #named = new Set<string>();
  /** What is said of accounts by the file that is open, or else by the next. */
  #stated = new Map<AccountId, StatedAccount>();
  readonly #batches: number[] = [];
  readonly #fileHashes: string[] = [];
  #importedAt: Instant | null = null;
  #batch: OpenBatch | null = null;
  #writeOut: WriteOut | null = null;
  #failure: Failure | null = null;
  #ended = false;

  constructor(file: LedgerFile, before: JournalHead, leave: () => void) {
    this.#file = file;
    this.#leave = leave;
    this.#before = before;
    this.#content = new ContentSum(before.contentHash);
    this.#sums = new BatchSums(this.#content);
    this.#wordings = wordings(file.database);
    this.#statements = importStatements(file.database);
    this.#accounts = accountStatements(file.database);
    this.#knownAccounts = new Set(this.#accounts.known());
  }

  hasEvent(event: EventId): boolean {
    return this.#statements.hasEvent(event);
  }

  storeAccounts(accounts: readonly StatedAccount[]): Result<readonly DifferentKind[]> {
    return this.#step(() => {
      for (const account of accounts)
        if (!this.#stated.has(account.id)) this.#stated.set(account.id, account);
      return this.#accounts.differing(accounts);
    });
  }

  startFile(file: NewBatch): Result<void> {
    const finished = this.#step(() => this.#finishBatch());
    if (!finished.ok) return finished;
    const other = this.#statements.inOtherZone(file);
    if (other !== undefined) {
      const values = { file: file.file, as: other.file, zone: other.zone, wanted: file.zone ?? '' };
      return fail('import/file-in-other-zone', values, { file: file.file });
    }
    return this.#step(() => {
      const id = this.#statements.insertBatch(file);
      const { database } = this.#file;
      const places = new RowPlaces(database, this.#wordings, this.#sums, this.#worded, {
        batch: id,
        format: file.format,
        otherParts: this.#statements.otherParts(file),
      });
      this.#batch = new OpenBatch(id, file, places, new OverlapWatch(database, file, id));
    });
  }

  store(rows: readonly ArrivingRow[]): Result<readonly Placement[]> {
    return this.#step(() => {
      const batch = this.#openBatch();
      return rows.map((row) => {
        const placement = batch.places.place(row);
        if (placement === 'left-out') return placement;
        batch.row(row, placement === 'new');
        return placement;
      });
    });
  }

  ownFile(account: AccountId): Result<void> {
    return this.#step(() => {
      this.#openBatch().account = account;
    });
  }

  noteLines(lines: string, counts: { readonly skipped: number; readonly already: number }): Result<void> {
    return this.#step(() => this.#statements.noteLines(this.#openBatch().id, lines, counts));
  }

  noteReading(reading: Reading): Result<void> {
    return this.#step(() => this.#statements.noteReading(this.#openBatch().id, reading));
  }

  overlap(): Result<Overlap> {
    return this.#step(() => {
      const { id, account, file, places, watch } = this.#openBatch();
      const shared = places.repeated;
      const others = otherFiles(this.#file.database, file, { id, account, shared });
      return { others, ...(watch?.found() ?? { rows: [], newInOld: [] }) };
    });
  }

  rowsInMinutes(minutes: readonly number[]): Iterable<readonly RowOfOther[]> {
    const { id, file } = this.#openBatch();
    return rowsInMinutes(this.#file.database, { id, format: file.format }, minutes);
  }

  rowsWithIds(ids: readonly string[]): Iterable<readonly RowWithId[]> {
    const { id, file } = this.#openBatch();
    return rowsWithIds(this.#file.database, { id, format: file.format }, ids);
  }

  storePrices(marks: readonly PriceMark[]): Result<readonly StatedPrice[]> {
    return this.#step(() => {
      const batch = this.#openBatch();
      const writer = this.#statements.marks();
      return marks.map((mark) => {
        const { isNew, isAdded, other } = writer.store(mark, batch.id, this.#content);
        batch.prices += isAdded ? 1 : 0;
        batch.value(isNew);
        return { isNew, other };
      });
    });
  }

  storeObservations(rows: readonly ObservedRow[]): Result<readonly boolean[]> {
    return this.#step(() => {
      const batch = this.#openBatch();
      const writer = this.#statements.observations();
      return rows.map(({ observation, line }) => {
        const stored = writer.storeImported(observation, batch.id, line, this.#content);
        const isNew = stored === 'new' || stored === 'changed';
        batch.time(observation.time);
        batch.observations += stored === 'new' || stored === 'repeat' ? 1 : 0;
        batch.value(isNew);
        return isNew;
      });
    });
  }

  writeOut(): Result<boolean> {
    return this.#step(() => {
      const { database, arriving } = this.#file;
      this.#writeOut ??= new WriteOut(database, arriving?.position ?? 0);
      const hasMore = this.#writeOut.step();
      if (!hasMore) this.#writeOut.end();
      return hasMore;
    });
  }

  identicalRows(): number {
    return this.#batch?.places.identical ?? 0;
  }

  leaveFileOut(): Result<void> {
    return this.#step(() => {
      if (this.#batch !== null) this.#rollbackFile(this.#batch);
    });
  }

  accountNames(): ReadonlyMap<AccountId, string> {
    this.#finishBatch();
    return this.#accounts.names(this.#named);
  }

  async events(): Promise<StoredEvents> {
    const { db } = this.#file;
    this.#finishBatch();
    return db.connection().execute(async () => {
      await this.#settle();
      return readAllEvents(this.#file);
    });
  }

  async commit(): Promise<Result<ImportResult>> {
    const finished = this.#step(() => this.#finishBatch());
    if (!finished.ok) {
      await this.rollback();
      return finished;
    }
    try {
      return ok(await this.#file.db.connection().execute((db) => this.#commit(db)));
    } catch (error) {
      await this.rollback();
      return { ok: false, failure: failureOf(error, this.#file.path) };
    }
  }

  async rollback(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    const { db, database } = this.#file;
    await db.connection().execute(async () => {
      // On a full disk SQLite may have rolled back by itself.
      this.#writeOut?.end();
      if (database.inTransaction) database.exec('ROLLBACK');
      this.#file.arriving = null;
    });
    this.#leave();
  }

  /** Holds the connection, so that no reader comes between. An import that brought nothing changes nothing. */
  async #commit(db: Kysely<LedgerSchema>): Promise<ImportResult> {
    const { database } = this.#file;
    await this.#settle();
    this.#accounts.settle(this.#named, this.#content);
    const head = this.#importedAt === null ? null : await this.#journal(db, this.#importedAt);
    database.exec(head === null ? 'ROLLBACK' : 'COMMIT');
    this.#ended = true;
    this.#file.arriving = null;
    if (head !== null) this.#file.moveTo(head);
    const batches = await readBatchesOf(db, this.#batches);
    this.#leave();
    return { batches, ledgerHash: this.#file.head.contentHash };
  }

  async #journal(db: Kysely<LedgerSchema>, at: Instant): Promise<JournalHead> {
    const entry = { kind: 'import', subject: this.#fileHashes.join(' '), at } as const;
    return appendToJournal(db, this.#before, entry, this.#content.hash());
  }

  async #settle(): Promise<void> {
    let done = 0;
    for (const rowHash of this.#worded.values()) {
      this.#wordings.settle(rowHash, this.#sums);
      if (++done % 100 === 0) await setImmediate();
    }
    this.#sums.flush(this.#file.database);
  }

  /** One step of the import; if the disk refuses it, no later one is tried, and the end is a rollback. */
  #step<T>(work: () => T): Result<T> {
    if (this.#failure !== null) return { ok: false, failure: this.#failure };
    invariant(!this.#ended, 'an import that has ended takes nothing more');
    try {
      return ok(work());
    } catch (error) {
      this.#failure = failureOf(error, this.#file.path);
      return { ok: false, failure: this.#failure };
    }
  }

  #openBatch(): OpenBatch {
    invariant(this.#batch !== null, 'rows belong to a file: startFile comes first');
    return this.#batch;
  }

  /** A file that brought nothing leaves no trace; so does one that was there and brought nothing new. */
  #finishBatch(): void {
    const batch = this.#batch;
    if (batch === null) return;
    this.#batch = null;
    const { database } = this.#file;
    if (this.#leavesNoTrace(batch)) {
      this.#rollbackFile(batch);
      return;
    }
    const { id, accounts, account } = batch;
    accounts.add(account);
    for (const one of accounts) {
      const isThere = this.#knownAccounts.has(one) || this.#stated.has(one);
      invariant(isThere, `the account ${one} is stored with the rows that name it`);
      this.#knownAccounts.add(one);
      this.#named.add(one);
    }
    this.#accounts.store(id, accounts, this.#stated);
    this.#stated = new Map();
    storeCoverage(database, id, batch.coverage.all());
    this.#statements.finishBatch(batch);
    this.#sums.flush(database);
    this.#batches.push(batch.id);
    this.#fileHashes.push(batch.file.fileHash);
    this.#importedAt ??= batch.file.importedAt;
  }

  /** By hand: with a savepoint SQLite would keep every page as it was before, which is most of the file. */
  #rollbackFile(batch: OpenBatch): void {
    this.#statements.removeBatch(batch.id);
    this.#sums.drop();
    this.#stated = new Map();
    this.#batch = null;
  }

  #leavesNoTrace({ id, places, repeats, broughtValues, file, account }: OpenBatch): boolean {
    if (places.added + broughtValues > 0) return false;
    return repeats === 0 || this.#statements.isKnownFile({ ...file, account }, id);
  }
}
