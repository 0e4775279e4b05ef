import type { Account } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { PriceMark } from '../../../../shared/domain/price-mark.ts';
import type { OpenedExport } from '../../../importers/read-export.ts';
import type { EventDraft, ObservationDraft, ZoneFact } from '../../../importers/importer.ts';
import type { ProblemBook } from './problem-book.ts';

/** An event of a file with what it is known again by. */
export interface ParsedRow {
  readonly draft: EventDraft;
  readonly rowHash: string;
  /** 0 for the first row with this hash in the file, 1 for the next. */
  readonly occurrence: number;
  /** Its place among the file's events of the same instant, the earliest first. */
  readonly sequence: number;
}

export interface ParsedPrice {
  readonly mark: PriceMark;
  readonly line: number;
  readonly raw: string;
  /** What it is in, where the file cannot choose. */
  readonly quote?: AssetId;
}

export interface ParsedObservation {
  readonly observation: ObservationDraft;
  readonly line: number;
  readonly raw: string;
}

/** All that one file says. Nothing of it is stored yet. */
export interface ParsedFile {
  readonly opened: OpenedExport;
  readonly account: Account;
  readonly zone: ZoneFact;
  /** SHA-256 of the bytes, hex. */
  readonly fileHash: string;
  /** Rows below the header. */
  readonly rows: number;
  /** By time, and those of one instant in the order in which they happened. */
  readonly events: readonly ParsedRow[];
  readonly prices: readonly ParsedPrice[];
  readonly observations: readonly ParsedObservation[];
  /** Accounts that the rows need. */
  readonly accounts: readonly Account[];
  readonly problems: ProblemBook;
  /** Rows that equal an earlier one of the file. */
  readonly identicalKept: number;
}
