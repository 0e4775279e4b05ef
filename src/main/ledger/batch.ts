import type { AccountId } from '../../shared/domain/account.ts';
import type { EventId } from '../../shared/domain/event.ts';
import type { StatedSpan } from '../../shared/domain/stated-span.ts';
import type { Instant } from '../../shared/time/instant.ts';

/** Names one import of one file. Never used again, even when the batch was undone. */
export type BatchId = string & { readonly __id: 'batch' };

/** What is known of a file before its rows are stored. */
export interface NewBatch {
  readonly file: string;
  /** SHA-256 of the file's bytes, hex. */
  readonly fileHash: string;
  readonly format: string;
  readonly account: AccountId;
  readonly importedAt: Instant;
  /** Rows left out because they had an error; rows that the ledger held before. Where they are known before the rows. */
  readonly skippedRows?: number;
  readonly alreadyRows?: number;
  /** Which layout its rows have: of one layout, rows of different texts are different rows. */
  readonly layout?: string;
  /** In which time zone times without one of their own were read, as text. */
  readonly zone?: string;
  /** Where that zone is known from: "file", "file-name", "assumed", "given" or "unused". */
  readonly zoneFrom?: ZoneFrom;
  /** Of which download it is one part: parts do not overlap, so that what two of them state is there twice. */
  readonly download?: DownloadPart;
}

/** `unused`: no time of the file needs it, because each says its own. */
export type ZoneFrom = 'file' | 'file-name' | 'assumed' | 'given' | 'unused';

export interface DownloadPart {
  readonly name: string;
  readonly part: number;
}

/** One import of one file, as stored. */
export interface Batch extends Omit<NewBatch, 'layout' | 'download' | 'zone' | 'zoneFrom'> {
  readonly id: BatchId;
  /** The accounts that its rows use, its own included. */
  readonly accounts: readonly AccountId[];
  /** null for imports of programs that did not keep it. */
  readonly zone: string | null;
  readonly zoneFrom: ZoneFrom | null;
  readonly skippedRows: number;
  readonly alreadyRows: number;
  /** What became of each line, as canonical JSON; null for imports of programs that did not count. */
  readonly lines: string | null;
  readonly events: number;
  readonly prices: number;
  /** Rows of market data. */
  readonly observations: number;
  /** Times of its earliest and latest event or observation. */
  readonly first: Instant | null;
  readonly last: Instant | null;
}

/** The rows that a file states of one account and subject, those that another file had brought before it included. */
export interface BatchCoverage extends StatedSpan {
  readonly batch: BatchId;
  readonly rows: number;
}

/** The row of the export that an event came from. */
export interface EventRow {
  readonly event: EventId;
  /** null for events typed by the user. */
  readonly batch: BatchId | null;
  readonly file: string;
  readonly fileHash: string | null;
  readonly format: string;
  readonly line: number;
  readonly raw: string;
}
