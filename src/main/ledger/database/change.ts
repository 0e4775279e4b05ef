/**
 * The one way to change a ledger: a transaction that ends with a line in the journal.
 * Errors: `ledger/disk-full`, `ledger/read-only`, `ledger/disk-fault`, and what the work itself refuses.
 */
import type { Transaction } from 'kysely';
import { failure, ok, type ErrorValues, type Failure, type Result } from '../../../shared/errors/failure.ts';
import type { ErrorCode } from '../../../shared/errors/errors.ts';
import { diskFailure } from '../files/file-errors.ts';
import { ContentSum } from './content-sum.ts';
import { appendToJournal, journalHead, type JournalEntry } from './journal.ts';
import type { LedgerFile } from './ledger-file.ts';
import type { LedgerSchema } from './schema.ts';

/** What the work of a change writes through. */
export interface Change {
  readonly transaction: Transaction<LedgerSchema>;
  /** Every fact stored or taken away goes through here too. */
  readonly content: ContentSum;
}

/** Thrown by the work of a change to take it back and answer a failure. */
class Refusal extends Error {
  readonly failure: Failure;

  constructor(reason: Failure) {
    super(reason.message);
    this.failure = reason;
  }
}

export function refuse<Code extends ErrorCode>(code: Code, values: ErrorValues<Code>): never {
  throw new Refusal(failure(code, values));
}

/** Runs the work in a transaction and journals it: all of it is stored, or nothing. */
export async function change<T>(
  file: LedgerFile,
  entry: JournalEntry,
  work: (change: Change) => Promise<T>,
): Promise<Result<T>> {
  const leave = await file.enter();
  try {
    const { value, head } = await file.db.transaction().execute(async (transaction) => {
      const before = await journalHead(transaction);
      const content = new ContentSum(before.contentHash);
      const value = await work({ transaction, content });
      return { value, head: await appendToJournal(transaction, before, entry, content.hash()) };
    });
    file.moveTo(head);
    return ok(value);
  } catch (error) {
    return { ok: false, failure: failureOf(error, file.path) };
  } finally {
    leave();
  }
}

/** The failure behind an error of a change; bugs are thrown on. */
export function failureOf(error: unknown, path: string): Failure {
  const found = error instanceof Refusal ? error.failure : diskFailure(error, path);
  if (found === undefined) throw error;
  return found;
}
