import type { LedgerEvent } from '../../shared/domain/event.ts';

/**
 * The events of one state of the ledger, with what tells which of them the next state still holds. Reading again from
 * here reads only new rows; what is still there stays the very same object.
 */
export interface StoredEvents {
  /** In their total order: time, sequence, id. */
  readonly events: readonly LedgerEvent[];
  /** By the number of their import, which never comes back. */
  readonly batches: ReadonlyMap<number, StoredBatch>;
}

/** The events of one import. They are never changed: an undo takes all of them away. */
export interface StoredBatch {
  /** What the content hash knows of them: file, format, number and SHA-256 of the events. */
  readonly fact: string;
  readonly events: readonly LedgerEvent[];
  /** The place of the last one in the file; imports that come later stand behind it. */
  readonly lastPosition: number;
}
