import type { ControlledTransaction } from 'kysely';
import type { Account } from '../../../shared/domain/account.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import type { PriceMark } from '../../../shared/domain/price-mark.ts';
import { ok, type Failure, type Result } from '../../../shared/errors/failure.ts';
import { invariant } from '../../../shared/invariant.ts';
import { epochMs, type Instant } from '../../../shared/time/instant.ts';
import type { Batch, NewBatch } from '../batch.ts';
import { failureOf } from '../database/change.ts';
import { ContentSum } from '../database/content-sum.ts';
import { appendToJournal, journalHead, type JournalHead } from '../database/journal.ts';
import type { LedgerFile } from '../database/ledger-file.ts';
import type { LedgerSchema } from '../database/schema.ts';
import type { ImportResult, ImportTransaction, ObservedRow, StoredRow } from '../import-transaction.ts';
import { batchOf } from './batches.ts';
import { accountsOf, columnsOf, type FactColumns } from './event-columns.ts';
import { EventsHash } from './events-hash.ts';
import { countRows } from './events.ts';
import { importStatements, type ImportStatements, type InsertEvent } from './import-statements.ts';

/** Waits for its turn and begins. */
export async function beginImport(file: LedgerFile): Promise<ImportTransaction> {
  const transaction = await file.db.startTransaction().execute();
  return new RunningImport(file, transaction, await journalHead(transaction));
}

/** The batch whose rows are arriving. */
interface OpenBatch {
  readonly id: number;
  readonly fileHash: string;
  readonly importedAt: Instant;
  readonly insert: InsertEvent;
  readonly hash: EventsHash;
  readonly accounts: Set<string>;
  events: number;
  prices: number;
  observations: number;
  first: number | null;
  last: number | null;
}

class RunningImport implements ImportTransaction {
  readonly #file: LedgerFile;
  readonly #transaction: ControlledTransaction<LedgerSchema>;
  readonly #before: JournalHead;
  readonly #content: ContentSum;
  readonly #statements: ImportStatements;
  readonly #accounts: Set<string>;
  readonly #batches: Batch[] = [];
  readonly #fileHashes: string[] = [];
  #batch: OpenBatch | null = null;
  #failure: Failure | null = null;
  #ended = false;

  constructor(file: LedgerFile, transaction: ControlledTransaction<LedgerSchema>, before: JournalHead) {
    this.#file = file;
    this.#transaction = transaction;
    this.#before = before;
    this.#content = new ContentSum(before.contentHash);
    this.#statements = importStatements(file.database);
    this.#accounts = new Set(this.#statements.knownAccounts());
  }

  rowCounts(rowHashes: Iterable<string>): ReadonlyMap<string, number> {
    return countRows(this.#file, rowHashes);
  }

  storeAccounts(accounts: readonly Account[]): Result<void> {
    return this.#step(() => {
      for (const account of accounts) {
        if (this.#accounts.has(account.id)) continue;
        this.#statements.insertAccount(account, this.#content);
        this.#accounts.add(account.id);
      }
    });
  }

  startFile(file: NewBatch): Result<void> {
    return this.#step(() => {
      this.#finishBatch();
      const id = this.#statements.insertBatch(file);
      const { fileHash, importedAt, account } = file;
      const insert = this.#statements.eventInsert(id);
      const accounts = new Set<string>([account]);
      this.#batch = {
        id,
        fileHash,
        importedAt,
        insert,
        hash: new EventsHash(),
        accounts,
        events: 0,
        prices: 0,
        observations: 0,
        first: null,
        last: null,
      };
    });
  }

  store(rows: readonly StoredRow[]): Result<void> {
    return this.#step(() => {
      const batch = this.#openBatch();
      batch.hash.add(rows.map((row) => this.#storeRow(batch, row)));
    });
  }

  storePrices(marks: readonly PriceMark[]): Result<number> {
    return this.#step(() => {
      const batch = this.#openBatch();
      const stored = marks.filter((mark) => this.#statements.insertMark(mark, batch.id, this.#content));
      batch.prices += stored.length;
      return stored.length;
    });
  }

  storeObservations(rows: readonly ObservedRow[]): Result<number> {
    return this.#step(() => {
      const batch = this.#openBatch();
      const writer = this.#statements.observations();
      let stored = 0;
      for (const { observation, line } of rows) {
        const outcome = writer.storeImported(observation, batch.id, line, this.#content);
        if (outcome !== 'new') continue;
        noteTime(batch, epochMs(observation.time));
        stored += 1;
      }
      batch.observations += stored;
      return stored;
    });
  }

  async commit(): Promise<Result<ImportResult>> {
    const finished = this.#step(() => this.#finishBatch());
    if (!finished.ok) {
      await this.rollback();
      return finished;
    }
    try {
      return ok(await this.#commit());
    } catch (error) {
      await this.rollback();
      return { ok: false, failure: failureOf(error, this.#file.path) };
    }
  }

  async rollback(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    await this.#transaction.rollback().execute();
  }

  async #commit(): Promise<ImportResult> {
    invariant(this.#importedAt !== null, 'an import has at least one file');
    const entry = { kind: 'import', subject: this.#fileHashes.join(' '), at: this.#importedAt } as const;
    const head = await appendToJournal(this.#transaction, this.#before, entry, this.#content.hash());
    await this.#transaction.commit().execute();
    this.#ended = true;
    this.#file.moveTo(head);
    return { batches: this.#batches, ledgerHash: head.contentHash };
  }

  get #importedAt(): Instant | null {
    return this.#batches[0]?.importedAt ?? null;
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

  #storeRow(batch: OpenBatch, row: StoredRow): FactColumns {
    const columns = columnsOf(row);
    batch.insert(columns, row.raw);
    this.#note(batch, row.event);
    return columns;
  }

  #note(batch: OpenBatch, event: LedgerEvent): void {
    batch.events += 1;
    noteTime(batch, epochMs(event.time));
    for (const account of accountsOf(event)) {
      if (batch.accounts.has(account)) continue;
      invariant(this.#accounts.has(account), `the account ${account} is stored before rows that name it`);
      batch.accounts.add(account);
    }
  }

  #finishBatch(): void {
    const batch = this.#batch;
    if (batch === null) return;
    this.#batch = null;
    const record = this.#statements.finishBatch({ ...batch, eventsHash: batch.hash.end() }, this.#content);
    this.#batches.push(batchOf(record));
    this.#fileHashes.push(batch.fileHash);
  }
}

function noteTime(batch: OpenBatch, time: number): void {
  batch.first = batch.first === null || time < batch.first ? time : batch.first;
  batch.last = batch.last === null || time > batch.last ? time : batch.last;
}
