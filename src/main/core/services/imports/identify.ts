/**
 * How a row is known again. Its key says what it states; hashed with format and account it is the same in every file
 * that has the row. Identical rows of one file are real, so each has its place among them.
 */
import { hash } from 'node:crypto';
import type { AccountId } from '../../../../shared/domain/account.ts';
import { type EventId } from '../../../../shared/domain/event.ts';

/** What hashes the rows of one file: SHA-256, 64 hex digits, over the format, the account and the row's key. */
export function rowHasher(format: string, account: AccountId): (key: string) => string {
  const prefix = `${format}\n${account}\n`;
  return (key) => hash('sha256', prefix + key);
}

const hashDigits = 32;

/** The event of a row: always the same for the same row and place. */
export function eventIdOf(rowHash: string, occurrence: number): EventId {
  return `${rowHash.slice(0, hashDigits)}-${occurrence}` as EventId;
}
