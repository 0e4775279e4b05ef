import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { Kysely } from 'kysely';
import type { Account, AccountId } from '../../../shared/domain/account.ts';
import type { EventId } from '../../../shared/domain/event.ts';
import type { PriceMark } from '../../../shared/domain/price-mark.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/errors/failure.ts';
import { invariant } from '../../../shared/invariant.ts';
import { epochMs, type Instant } from '../../../shared/time/instant.ts';
import type { NewBatch } from '../batch.ts';
import type { StoredEvents } from '../stored-events.ts';
import { failureOf } from '../database/change.ts';
import { ContentSum } from '../database/content-sum.ts';
import { appendToJournal, journalHead, type JournalHead } from '../database/journal.ts';
import type { Arriving, LedgerFile } from '../database/ledger-file.ts';
import type { LedgerSchema } from '../database/schema.ts';
import type {
  ArrivingRow,
  ImportResult,
  ImportTransaction,
  ObservedRow,
  Placement,
  StatedPrice,
} from '../import-transaction.ts';
import { BatchSums } from './batch-sums.ts';
import { batchOf } from './batches.ts';
import { importStatements, type ImportStatements } from './import-statements.ts';
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

/** The batch whose rows are arriving. */
interface OpenBatch {
  readonly id: number;
  file: NewBatch;
  readonly places: RowPlaces;
  readonly accounts: Set<string>;
  /** Rows that were there. */
  repeats: number;
  /** Prices and market data that it states. */
  prices: number;
  observations: number;
  /** Those of them that nothing stated before. */
  broughtValues: number;
  first: number | null;
  last: number | null;
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
  readonly #accounts: ReadonlySet<string>;
  /** Stored with the commit, those that files turned out to name. */
  readonly #newAccounts = new Map<string, Account>();
  readonly #batches: number[] = [];
  readonly #fileHashes: string[] = [];
  /** Accounts that files name. */
  readonly #named = new Set<string>();
  #importedAt: Instant | null = null;
  #batch: OpenBatch | null = null;
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
    this.#accounts = new Set(this.#statements.knownAccounts());
  }

  hasEvent(event: EventId): boolean {
    return this.#statements.hasEvent(event);
  }

  storeAccounts(accounts: readonly Account[]): Result<void> {
    for (const account of accounts)
      if (!this.#accounts.has(account.id) && !this.#newAccounts.has(account.id))
        this.#newAccounts.set(account.id, account);
    return ok(undefined);
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
      this.#batch = {
        id,
        file,
        places: new RowPlaces(database, this.#wordings, this.#sums, this.#worded, {
          batch: id,
          format: file.format,
          otherParts: this.#statements.otherParts(file),
        }),
        accounts: new Set<string>(),
        repeats: 0,
        prices: 0,
        observations: 0,
        broughtValues: 0,
        first: null,
        last: null,
      };
    });
  }

  store(rows: readonly ArrivingRow[]): Result<readonly Placement[]> {
    return this.#step(() => {
      const batch = this.#openBatch();
      return rows.map((row) => {
        const placement = batch.places.place(row);
        if (placement === 'left-out') return placement;
        if (placement !== 'new') batch.repeats++;
        this.#noteFacts(batch, row.event);
        return placement;
      });
    });
  }

  ownFile(account: AccountId): Result<void> {
    return this.#step(() => {
      const batch = this.#openBatch();
      batch.file = { ...batch.file, account };
    });
  }

  noteLines(lines: string, counts: { readonly skipped: number; readonly already: number }): Result<void> {
    return this.#step(() => this.#statements.noteLines(this.#openBatch().id, lines, counts));
  }

  storePrices(marks: readonly PriceMark[]): Result<readonly StatedPrice[]> {
    return this.#step(() => {
      const batch = this.#openBatch();
      const writer = this.#statements.marks();
      return marks.map((mark) => {
        const { isNew, isAdded, other } = writer.store(mark, batch.id, this.#content);
        batch.prices += isAdded ? 1 : 0;
        noteValue(batch, isNew);
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
        noteTime(batch, epochMs(observation.time));
        batch.observations += stored === 'new' || stored === 'repeat' ? 1 : 0;
        noteValue(batch, isNew);
        return isNew;
      });
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
      if (database.inTransaction) database.exec('ROLLBACK');
      this.#file.arriving = null;
    });
    this.#leave();
  }

  /** Holds the connection, so that no reader comes between. An import that brought nothing changes nothing. */
  async #commit(db: Kysely<LedgerSchema>): Promise<ImportResult> {
    const { database } = this.#file;
    await this.#settle();
    for (const account of this.#newAccounts.values())
      if (this.#named.has(account.id)) this.#statements.insertAccount(account, this.#content);
    const head = this.#importedAt === null ? null : await this.#journal(db, this.#importedAt);
    database.exec(head === null ? 'ROLLBACK' : 'COMMIT');
    this.#ended = true;
    this.#file.arriving = null;
    if (head !== null) this.#file.moveTo(head);
    const records = await db
      .selectFrom('batch')
      .selectAll()
      .where('id', 'in', this.#batches)
      .orderBy('id')
      .execute();
    this.#leave();
    return { batches: records.map(batchOf), ledgerHash: this.#file.head.contentHash };
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

  #noteFacts(batch: OpenBatch, event: ArrivingRow['event']): void {
    noteTime(batch, epochMs(event.time));
    for (const { account } of event.legs) batch.accounts.add(account);
    if (event.fill !== undefined) batch.accounts.add(event.fill.account);
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
    const { id, accounts, file } = batch;
    for (const account of [...accounts, file.account]) {
      const isThere = this.#accounts.has(account) || this.#newAccounts.has(account);
      invariant(isThere, `the account ${account} is stored with the rows that name it`);
      accounts.add(account);
      this.#named.add(account);
    }
    this.#statements.finishBatch({ ...batch, id, account: file.account });
    this.#sums.flush(database);
    this.#batches.push(batch.id);
    this.#fileHashes.push(batch.file.fileHash);
    this.#importedAt ??= batch.file.importedAt;
  }

  /** By hand: with a savepoint SQLite would keep every page as it was before, which is most of the file. */
  #rollbackFile(batch: OpenBatch): void {
    this.#statements.removeBatch(batch.id);
    this.#sums.drop();
    this.#batch = null;
  }

  #leavesNoTrace({ id, places, repeats, broughtValues, file }: OpenBatch): boolean {
    if (places.added + broughtValues > 0) return false;
    return repeats === 0 || this.#statements.isKnownFile(file, id);
  }
}

function noteValue(batch: OpenBatch, isNew: boolean): void {
  if (isNew) batch.broughtValues++;
  else batch.repeats++;
}

function noteTime(batch: OpenBatch, time: number): void {
  batch.first = batch.first === null || time < batch.first ? time : batch.first;
  batch.last = batch.last === null || time > batch.last ? time : batch.last;
}
