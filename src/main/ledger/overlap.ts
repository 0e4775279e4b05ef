/** What a file has to do with the files of its format that are in the ledger. */
import type { AccountId } from '../../shared/domain/account.ts';
import type { BatchId } from './batch.ts';

/** How the cells of a file were read; null: nothing in it asked. */
export interface Reading {
  readonly dateOrder: string | null;
  readonly decimalMark: string | null;
  /** Whether that mark is the user's word. */
  readonly isMarkGiven: boolean;
  /** Names a state of the user's mapping. */
  readonly mapping: string | null;
}

/** An earlier import of the same format. */
export interface OtherFile {
  readonly id: BatchId;
  readonly file: string;
  /** null for imports of programs that did not keep it. */
  readonly zone: string | null;
  readonly reading: Reading | null;
  /** The same bytes, for the same account. */
  readonly isSame: boolean;
}

/** A new row in a time that other files of the format cover. */
export interface OverlappingRow {
  readonly account: AccountId;
  /** Epoch minutes. */
  readonly minute: number;
  readonly raw: string;
}

/** With what it is told by. */
export interface NewRowInOverlap extends OverlappingRow {
  readonly line: number;
  /** The exchange's own. */
  readonly externalId: string | null;
  /** Of what it states, as it is stored: hex. */
  readonly rowHash: string;
}

/** A row of another file of the format that bears an id which was asked for. */
export interface RowWithId {
  readonly id: BatchId;
  readonly file: string;
  readonly externalId: string;
  readonly rowHash: string;
}

export interface Overlap {
  /** Files that state rows which the file states again, and those with the same bytes. */
  readonly others: readonly OtherFile[];
  /** How many new rows lie in times that earlier programs read, by the file they read. */
  readonly newInOld: readonly { readonly id: BatchId; readonly file: string; readonly rows: number }[];
  /** Some hundred new rows in times that others cover, all of them where there are fewer. */
  readonly rows: readonly NewRowInOverlap[];
}

/** A row of another file of the format. */
export interface RowOfOther extends OverlappingRow {
  readonly id: BatchId;
  readonly file: string;
}
