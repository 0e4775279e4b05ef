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
import { appendToJournal, type JournalHead } from '../database/journal.ts';
import type { LedgerFile } from '../database/ledger-file.ts';
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
import { storeCoverage } from './batch-coverage.ts';
import { BatchSums } from './batch-sums.ts';
import { readBatchesOf } from './batches.ts';
import { importStatements, type ImportStatements } from './import-statements.ts';
import { NamedAccounts } from './named-accounts.ts';
import { OpenBatch } from './open-batch.ts';
import { OverlapWatch, overlapOf, rowsInMinutes, rowsWithIds } from './overlap-watch.ts';
import { readAllEvents } from './read-stored-events.ts';
import { RowPlaces } from './row-places.ts';
import { storeObservations, storePrices } from './store-values.ts';
import { settleAll, wordings, type Wordings } from './settle-wordings.ts';

/** Files that are being imported, in one transaction of the database. */
export class RunningImport implements ImportTransaction {
  readonly #file: LedgerFile;
  readonly #leave: () => void;
  readonly #before: JournalHead;
  readonly #content: ContentSum;
  readonly #sums: BatchSums;
  readonly #wordings: Wordings;
  readonly #worded = new Map<string, Buffer>();
  readonly #statements: ImportStatements;
  readonly #accounts: NamedAccounts;
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
    this.#accounts = new NamedAccounts(file.database);
  }

  hasEvent(event: EventId): boolean {
    return this.#statements.hasEvent(event);
  }

  storeAccounts(accounts: readonly StatedAccount[]): Result<readonly DifferentKind[]> {
    return this.#step(() => this.#accounts.state(accounts));
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
    return this.#step(() => rows.map((row) => this.#openBatch().store(row)));
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
    return this.#step(() => overlapOf(this.#file.database, this.#openBatch()));
  }

  rowsInMinutes(minutes: readonly number[]): Iterable<readonly RowOfOther[]> {
    return rowsInMinutes(this.#file.database, this.#openBatch(), minutes);
  }

  rowsWithIds(ids: readonly string[]): Iterable<readonly RowWithId[]> {
    return rowsWithIds(this.#file.database, this.#openBatch(), ids);
  }

  storePrices(marks: readonly PriceMark[]): Result<readonly StatedPrice[]> {
    return this.#step(() => storePrices(marks, this.#openBatch(), this.#statements.marks(), this.#content));
  }

  storeObservations(rows: readonly ObservedRow[]): Result<readonly boolean[]> {
    return this.#step(() =>
      storeObservations(rows, this.#openBatch(), this.#statements.observations(), this.#content),
    );
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
    return this.#accounts.names();
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
    this.#accounts.settle(this.#content);
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
    await settleAll(this.#wordings, this.#worded.values(), this.#sums);
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
    batch.accounts.add(batch.account);
    this.#accounts.store(batch.id, batch.accounts);
    storeCoverage(database, batch.id, batch.coverage.all());
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
    this.#accounts.forget();
    this.#batch = null;
  }

  #leavesNoTrace({ id, places, repeats, broughtValues, file, account }: OpenBatch): boolean {
    if (places.added + broughtValues > 0) return false;
    return repeats === 0 || this.#statements.isKnownFile({ ...file, account }, id);
  }
}
