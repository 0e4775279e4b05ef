import type { Account } from '../../shared/domain/account.ts';
import type { LedgerEvent } from '../../shared/domain/event.ts';
import type { Observation } from '../../shared/domain/observation.ts';
import type { PriceMark } from '../../shared/domain/price-mark.ts';
import type { Result } from '../../shared/errors/failure.ts';
import type { Batch, NewBatch } from './batch.ts';

/** An event with the row it came from. */
export interface StoredRow {
  readonly event: LedgerEvent;
  /** SHA-256 of the row in normal form, 64 lower-case hex digits: equal for rows that state the same thing. */
  readonly rowHash: string;
  /** 0 for the first row with this hash in its file, 1 for the next: identical rows of one file are real. */
  readonly occurrence: number;
  /** The row's text as it stands in the file. */
  readonly raw: string;
}

/** An observation with the line it came from; its source is the file and that line. */
export interface ObservedRow {
  readonly observation: Omit<Observation, 'source'>;
  readonly line: number;
}

export interface ImportResult {
  readonly batches: readonly Batch[];
  readonly ledgerHash: string;
}

/**
 * One import of one or more files: all of it is stored, or nothing.
 *
 * Its steps are synchronous and short, so that the caller can give way between them, report progress and stop.
 * Every other read or write of the ledger waits until it ends; end it with `commit` or `rollback`, always.
 * Errors: a step that the disk refuses is the last one tried; later ones, and `commit`, answer the same failure.
 */
export interface ImportTransaction {
  /** How many rows of each hash are stored; hashes that are not stored are left out. */
  rowCounts(rowHashes: Iterable<string>): ReadonlyMap<string, number>;
  /** Accounts that rows name; those known already stay as they are. Before the rows that use them. */
  storeAccounts(accounts: readonly Account[]): Result<void>;
  /** The file that the next rows and prices come from. */
  startFile(file: NewBatch): Result<void>;
  /** In: new rows only, of the file started last. A thousand rows take about ten milliseconds. */
  store(rows: readonly StoredRow[]): Result<void>;
  /** Out: how many of the prices were new. */
  storePrices(marks: readonly PriceMark[]): Result<number>;
  /**
   * Market data of the file started last. What the ledger states already is not stored again; where it states another
   * value for the same series and time, the new one counts until this import is undone. What was typed always counts.
   * Out: how many were stored; the rest is there already.
   */
  storeObservations(rows: readonly ObservedRow[]): Result<number>;
  commit(): Promise<Result<ImportResult>>;
  /** Forgets everything. Does nothing after the end. */
  rollback(): Promise<void>;
}
