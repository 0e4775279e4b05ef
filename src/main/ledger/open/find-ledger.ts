/**
 * What can be said of a ledger's file before any secret is used and without touching it.
 * Errors: `ledger/not-found`, `ledger/is-link`, `ledger/not-a-ledger`, `ledger/too-small`, `ledger/not-encrypted`,
 * `ledger/keys-missing`, `ledger/keys-damaged`, `ledger/keys-unreasonable`, `ledger/keys-of-another`, `ledger/newer`,
 * `ledger/read-only`.
 */
import { accessSync, closeSync, constants, lstatSync, openSync, readSync, type Stats } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fail, ok, type Result } from '../../../shared/errors/failure.ts';
import { diskFailure, isMissing } from '../files/file-errors.ts';
import { keyFilePath, loadKeys, type LoadedKeys } from '../keys/key-file-store.ts';
import { isReasonable } from '../keys/kdf-cost.ts';

/** SQLite's page: no ledger is smaller. */
const leastBytes = 4096;
const saltBytes = 16;
const plainHeader = 'SQLite format 3\0';

/** The keys of the ledger at a path, once everything that can be checked without them is. */
export function findLedger(path: string): Result<LoadedKeys> {
  const file = basename(path);
  try {
    const head = readHead(path, file);
    if (!head.ok) return head;
    const loaded = loadKeys(path);
    if (!loaded.ok) return explainMissingKeys(loaded, head.value, file);
    const fault = checkKeys(loaded.value, head.value, path);
    if (!fault.ok) return fault;
    accessSync(path, constants.R_OK | constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return loaded;
  } catch (error) {
    const failure = diskFailure(error, path);
    if (failure === undefined) throw error;
    return { ok: false, failure };
  }
}

function readHead(path: string, file: string): Result<Buffer> {
  const stats = statsOf(path);
  if (stats === undefined) return fail('ledger/not-found', { file });
  if (stats.isSymbolicLink()) return fail('ledger/is-link', { file });
  if (stats.isDirectory()) return fail('ledger/not-a-ledger', { file, seen: 'it is a folder' });
  if (!stats.isFile()) return fail('ledger/not-a-ledger', { file, seen: 'it is not a regular file' });
  if (stats.size < leastBytes) return fail('ledger/too-small', { file, bytes: stats.size });
  const head = Buffer.alloc(leastBytes);
  const handle = openSync(path, 'r');
  try {
    readSync(handle, head, 0, leastBytes, 0);
  } finally {
    closeSync(handle);
  }
  if (head.toString('latin1', 0, plainHeader.length) === plainHeader)
    return fail('ledger/not-encrypted', { file });
  return ok(head);
}

/** A ledger looks like noise. What does not was never one, and its user should not be sent to look for its keys. */
function explainMissingKeys(missing: Result<LoadedKeys>, head: Buffer, file: string): Result<LoadedKeys> {
  const isNoise = head.some((byte) => byte < 9 || byte > 0xf4);
  return isNoise ? missing : fail('ledger/not-a-ledger', { file, seen: 'it holds text' });
}

function checkKeys({ keys }: LoadedKeys, head: Buffer, path: string): Result<void> {
  const name = basename(keyFilePath(path));
  const { kdf } = keys.passphrase;
  if (!isReasonable(kdf)) {
    const asked = `${Math.round(kdf.memoryKib / 1024)} MiB of memory, ${kdf.passes} passes`;
    return fail('ledger/keys-unreasonable', { keys: name, asked });
  }
  if (head.toString('hex', 0, saltBytes) === keys.fileSalt) return ok(undefined);
  return fail('ledger/keys-of-another', { keys: name, file: basename(path) });
}

function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
