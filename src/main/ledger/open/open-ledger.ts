/**
 * Opening a ledger: is it there → do passphrase or recovery key open their slot → only then SQLite → is it whole and
 * ours → newest schema. Up to the slot nothing is written, so that a wrong passphrase touches no file.
 *
 * Errors: those of `find-ledger.ts` and `check-contents.ts`, `ledger/in-use`, `ledger/disk-full`, `ledger/disk-fault`;
 * and of each way in: `ledger/wrong-passphrase`; `ledger/recovery-key-typo`, `ledger/recovery-key-other`.
 */
import type Database from 'better-sqlite3-multiple-ciphers';
import { basename } from 'node:path';
import { fail, failure, ok, type Failure, type Result } from '../../../shared/errors/failure.ts';
import { kyselyOver } from '../database/dialect.ts';
import { journalHashAt, journalHead } from '../database/journal.ts';
import { LedgerFile } from '../database/ledger-file.ts';
import { diskFailure, isDamage, isInUse } from '../files/file-errors.ts';
import type { KeyFile } from '../keys/key-file.ts';
import { openPassphraseSlot, openRecoverySlot } from '../keys/slots.ts';
import { parseRecoveryKey } from '../keys/recovery-key.ts';
import { wipe } from '../keys/wipe.ts';
import { migrate } from '../migrations/migrate.ts';
import { checkContents } from './check-contents.ts';
import { connect } from './connect.ts';
import { findLedger } from './find-ledger.ts';
import { ledgerOfFile } from './ledger-of-file.ts';
import type { OpenedLedger, OpenOptions, RecoverOptions } from './opened-ledger.ts';

/** Opens a ledger with its passphrase. A wrong one touches no file. */
export async function openLedger({ path, passphrase }: OpenOptions): Promise<Result<OpenedLedger>> {
  const found = findLedger(path);
  if (!found.ok) return found;
  const { keys, warning } = found.value;
  const key = await openPassphraseSlot(keys.ledger, keys.passphrase, passphrase);
  if (key === undefined) return fail('ledger/wrong-passphrase', { file: basename(path) });
  return openWithKey(path, keys, key, warning);
}

/** Opens a ledger with its recovery key. A wrong one touches no file. */
export async function recoverLedger({ path, recoveryKey }: RecoverOptions): Promise<Result<OpenedLedger>> {
  const parsed = parseRecoveryKey(recoveryKey);
  if (!parsed.ok) return fail('ledger/recovery-key-typo', { reason: parsed.reason });
  const found = findLedger(path);
  if (!found.ok) return found;
  const { keys, warning } = found.value;
  const key = openRecoverySlot(keys.ledger, keys.recovery, parsed.key);
  wipe(parsed.key);
  if (key === undefined) return fail('ledger/recovery-key-other', { file: basename(path) });
  return openWithKey(path, keys, key, warning);
}

/** From here on the key is right: whatever is wrong now is not the user's typing. */
async function openWithKey(
  path: string,
  keys: KeyFile,
  key: Buffer,
  warning: Failure | null,
): Promise<Result<OpenedLedger>> {
  let database: Database.Database | undefined;
  try {
    database = connect(path, key);
    const version = checkContents(database, path, keys.ledger);
    if (version.ok) return ok(await opened(path, database, keys, version.value, warning));
    database.close();
    return version;
  } catch (error) {
    database?.close();
    return { ok: false, failure: openingFailure(error, path) };
  } finally {
    wipe(key);
  }
}

async function opened(
  path: string,
  database: Database.Database,
  keys: KeyFile,
  version: number,
  warning: Failure | null,
): Promise<OpenedLedger> {
  const db = kyselyOver(database);
  await migrate(db, version);
  const file = new LedgerFile(path, database, db, keys, await journalHead(db));
  const history = await historyWarning(file);
  return { ledger: await ledgerOfFile(file), warnings: [warning, history].filter((one) => one !== null) };
}

/** A ledger that is older than its key file remembers, or not the same one, was put there from elsewhere. */
async function historyWarning({ path, db, head, keys }: LedgerFile): Promise<Failure | null> {
  const file = basename(path);
  const { counter, hash } = keys.mark;
  if (head.counter < counter) return failure('ledger/older-copy', { file, missing: counter - head.counter });
  const known = counter === 0 || (await journalHashAt(db, counter)) === hash;
  return known ? null : failure('ledger/other-history', { file });
}

function openingFailure(error: unknown, path: string): Failure {
  const file = basename(path);
  if (isInUse(error)) return failure('ledger/in-use', { file });
  if (isDamage(error)) return failure('ledger/damaged', { file });
  const refused = diskFailure(error, path);
  if (refused === undefined) throw error;
  return refused;
}
