/**
 * The journal: one line for every change, each chained to the one before it by SHA-256.
 *
 * `contentHash` says what the ledger holds; `hash`, with the counter, says which way it came there. Its last line is
 * echoed in the key file, by which a ledger that was put back to an older state is noticed.
 */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { invariant } from '../../../shared/invariant.ts';
import { epochMs, type Instant } from '../../../shared/time/instant.ts';
import type { LedgerSchema } from './schema.ts';

export type JournalKind =
  | 'created'
  | 'import'
  | 'upgrade'
  | 'restore'
  | 'rows'
  | 'undo'
  | 'account'
  | 'prices'
  | 'contract'
  | 'own-contract'
  | 'setting'
  | 'observations'
  | 'profile'
  | 'policy'
  | 'election'
  | 'plan'
  | 'plan-dropped'
  | 'leg'
  | 'step'
  | 'record';

/** What a change was. The subject names it without amounts: an id, or the hash of a file. */
export interface JournalEntry {
  readonly kind: JournalKind;
  readonly subject: string;
  readonly at: Instant;
}

/** The last line. */
export interface JournalHead {
  readonly counter: number;
  readonly contentHash: string;
  readonly hash: string;
}

/** What the first line is chained to. */
export const beforeFirst = '0'.repeat(64);

export async function journalHead(db: Kysely<LedgerSchema>): Promise<JournalHead> {
  const line = await lastLine(db);
  invariant(line !== undefined, 'a ledger has a journal from its first moment');
  return { counter: line.counter, contentHash: line.content_hash, hash: line.hash };
}

/** The line with a counter, or undefined where the journal does not reach so far. */
export async function journalHashAt(db: Kysely<LedgerSchema>, counter: number): Promise<string | undefined> {
  const line = await db
    .selectFrom('journal')
    .select('hash')
    .where('counter', '=', counter)
    .executeTakeFirst();
  return line?.hash;
}

/** Adds a line, within the transaction of the change itself. */
export async function appendToJournal(
  db: Kysely<LedgerSchema>,
  before: JournalHead | null,
  entry: JournalEntry,
  contentHash: string,
): Promise<JournalHead> {
  const counter = (before?.counter ?? 0) + 1;
  const hash = lineHash(counter, entry, contentHash, before?.hash ?? beforeFirst);
  const line = {
    counter,
    kind: entry.kind,
    subject: entry.subject,
    recorded_at: epochMs(entry.at),
    content_hash: contentHash,
    hash,
  };
  const { numInsertedOrUpdatedRows } = await db.insertInto('journal').values(line).executeTakeFirstOrThrow();
  invariant(numInsertedOrUpdatedRows === 1n, 'one line is added to the journal');
  return { counter, contentHash, hash };
}

/** The hash of a line. Not of the clock: the same changes give the same chain. */
export function lineHash(
  counter: number,
  { kind, subject }: Pick<JournalEntry, 'kind' | 'subject'>,
  contentHash: string,
  previous: string,
): string {
  return createHash('sha256')
    .update(JSON.stringify([counter, kind, subject, contentHash, previous]))
    .digest('hex');
}

async function lastLine(
  db: Kysely<LedgerSchema>,
): Promise<{ counter: number; content_hash: string; hash: string } | undefined> {
  return db
    .selectFrom('journal')
    .select(['counter', 'content_hash', 'hash'])
    .orderBy('counter', 'desc')
    .limit(1)
    .executeTakeFirst();
}
