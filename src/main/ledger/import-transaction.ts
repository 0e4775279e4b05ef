import type { AccountId } from '../../shared/domain/account.ts';
import type { EventId, LedgerEvent } from '../../shared/domain/event.ts';
import type { Observation } from '../../shared/domain/observation.ts';
import type { PriceMark } from '../../shared/domain/price-mark.ts';
import type { Result } from '../../shared/errors/failure.ts';
import type { DifferentKind, StatedAccount } from './account-statement.ts';
import type { Batch, NewBatch } from './batch.ts';
import type { Overlap, Reading, RowOfOther, RowWithId } from './overlap.ts';
import type { StoredEvents } from './stored-events.ts';

/** An event as its row states it; which event of the ledger it is, the ledger finds out. */
export interface ArrivingRow {
  readonly event: Omit<LedgerEvent, 'id'>;
  /** SHA-256 of the row in normal form, 64 lower-case hex digits: equal for rows that state the same thing. */
  readonly rowHash: string;
  /** SHA-256 of the row's text with what it cannot be understood without; the row's hash where it is left out. */
  readonly textHash?: string;
  /** The row's text as it stands in the file. */
  readonly raw: string;
  /** Stored only where the ledger knows the row's text: a part of a line whose other parts it knows. */
  readonly onlyIfKnown?: boolean;
}

/**
 * What became of a row. `known`: another file has the same text; `restated`: another file says the same in other words;
 * `left-out`: see `onlyIfKnown`.
 */
export type Placement = 'new' | 'known' | 'restated' | 'left-out';

/** An observation with the line it came from; its source is the file and that line. */
export interface ObservedRow {
  readonly observation: Omit<Observation, 'source'>;
  readonly line: number;
}

/** What became of a price. */
export interface StatedPrice {
  /** Whether nothing stated it before. */
  readonly isNew: boolean;
  /** What the ledger has for the same thing and time, where it differs. */
  readonly other: PriceMark | null;
}

export interface ImportResult {
  readonly batches: readonly Batch[];
  readonly ledgerHash: string;
}

/**
 * One import of one or more files: all of it is stored, or nothing.
 *
 * Its steps are synchronous and short, so that the caller can give way between them, report progress and stop.
 * Whoever reads meanwhile sees the ledger as it was before; whoever writes waits. End it with `commit` or `rollback`, always.
 * Errors: a step that the disk refuses is the last one tried; later ones, and `commit`, answer the same failure.
 */
export interface ImportTransaction {
  /** Whether there is such an event, those that came with this import included. */
  hasEvent(event: EventId): boolean;
  /**
   * What the file started last, or else the next, says of accounts; what they are follows from all that is said
   * (`account-in-force.ts`). Out: those that another file, or the program, calls another kind.
   */
  storeAccounts(accounts: readonly StatedAccount[]): Result<readonly DifferentKind[]>;
  /**
   * The file that the next rows and prices come from. Errors: `import/file-in-other-zone`; then they come from none.
   */
  startFile(file: NewBatch): Result<void>;
  /**
   * Rows of the file started last, in its order. Identical rows of one file are real; where files overlap, the greater
   * count of each row is kept, and the file remembers those that were there.
   */
  store(rows: readonly ArrivingRow[]): Result<readonly Placement[]>;
  /** Whose the file is, where that is known at its end only. */
  ownFile(account: AccountId): Result<void>;
  /** What became of the lines of the file started last. */
  noteLines(lines: string, counts: { readonly skipped: number; readonly already: number }): Result<void>;
  /** Prices of the file started last; it remembers those that were there. Which of several counts: `in-force.ts`. */
  storePrices(marks: readonly PriceMark[]): Result<readonly StatedPrice[]>;
  /** Market data of the file started last, in the same way. Out: of each, whether nothing stated it before. */
  storeObservations(rows: readonly ObservedRow[]): Result<readonly boolean[]>;
  /** How the cells of the file started last were read. */
  noteReading(reading: Reading): Result<void>;
  /** What the file started last has to do with others of its format, once its rows are stored. */
  overlap(): Result<Overlap>;
  /** Rows of other files of the format in some minutes since 1970: all rows are looked through, in short steps. */
  rowsInMinutes(minutes: readonly number[]): Iterable<readonly RowOfOther[]>;
  /** The same of rows that bear one of these ids of the exchange. */
  rowsWithIds(ids: readonly string[]): Iterable<readonly RowWithId[]>;
  /** How many rows of the file started last equal an earlier one of it. */
  identicalRows(): number;
  /** Forgets the file started last. */
  leaveFileOut(): Result<void>;
  /** What accounts will be called after the commit. */
  accountNames(): ReadonlyMap<AccountId, string>;
  /** All events as they will be after the commit. */
  events(): Promise<StoredEvents>;
  /** Before the commit, so that it is short: a piece of what is stored goes into the file. Out: whether there is more. */
  writeOut(): Result<boolean>;
  commit(): Promise<Result<ImportResult>>;
  /** Forgets everything. Does nothing after the end. */
  rollback(): Promise<void>;
}
