/**
 * What the disk can refuse, from Node and from SQLite, in the words of the error table.
 * Everything else is a bug and goes on as it came.
 */
import { basename } from 'node:path';
import { failure, type Failure } from '../../../shared/errors/failure.ts';

function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Nothing is at a path, or it is no path at all. */
export function isMissing(error: unknown): boolean {
  return /^(?:ENOENT|ENOTDIR|ENAMETOOLONG|ELOOP|ERR_INVALID_ARG_VALUE)$/u.test(codeOf(error));
}

export function isTaken(error: unknown): boolean {
  return codeOf(error) === 'EEXIST';
}

/** A ledger whose pages do not fit together or fail their authentication. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(?:CORRUPT|NOTADB)/u.test(codeOf(error));
}

/** Somebody else holds the ledger. */
export function isInUse(error: unknown): boolean {
  return /^SQLITE_(?:BUSY|LOCKED)/u.test(codeOf(error));
}

/** Full and failing disks are one failure to SQLite where a write is cut short: they get one message. */
const full = /^(?:SQLITE_FULL|SQLITE_IOERR_WRITE|ENOSPC|EDQUOT|EFBIG)$/u;
const readOnly = /^(?:SQLITE_READONLY|EROFS|EACCES|EPERM|SQLITE_CANTOPEN)/u;
const faulty = /^(?:SQLITE_IOERR|SQLITE_CORRUPT|SQLITE_NOTADB|EIO|ENXIO|ENODEV)/u;

/** The failure that an error of the disk is, or undefined where it is not one. */
export function diskFailure(error: unknown, path: string): Failure | undefined {
  const code = codeOf(error);
  const file = basename(path);
  if (full.test(code)) return failure('ledger/disk-full', { file });
  if (readOnly.test(code)) return failure('ledger/read-only', { file });
  if (faulty.test(code)) return failure('ledger/disk-fault', { file, fault: code });
  return undefined;
}
