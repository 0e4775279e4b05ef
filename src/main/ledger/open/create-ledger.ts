/**
 * Making a ledger: reserve the name → keys beside it → schema, identity and first journal line in one transaction.
 * Broken off at any point, it leaves nothing, or a file too small to be taken for a ledger.
 */
import { closeSync, existsSync, lstatSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import { sql, type Kysely } from 'kysely';
import { fail, ok, type Result } from '../../../shared/errors/failure.ts';
import { epochMs } from '../../../shared/time/instant.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { failureOf } from '../database/change.ts';
import { ContentSum } from '../database/content-sum.ts';
import { kyselyOver } from '../database/dialect.ts';
import { appendToJournal, beforeFirst, type JournalHead } from '../database/journal.ts';
import { LedgerFile } from '../database/ledger-file.ts';
import type { LedgerSchema } from '../database/schema.ts';
import { diskFailure, isTaken } from '../files/file-errors.ts';
import { standardKdfCost } from '../keys/kdf-cost.ts';
import type { KeyFile } from '../keys/key-file.ts';
import { hasKeyFile, keyFilePath, removeKeys, storeKeys } from '../keys/key-file-store.ts';
import { newRecoveryKey, recoveryKeyText } from '../keys/recovery-key.ts';
import { passphraseSlot, recoverySlot } from '../keys/slots.ts';
import { wipe } from '../keys/wipe.ts';
import { layOut } from '../migrations/migrate.ts';
import { applicationId } from './check-contents.ts';
import { connect } from './connect.ts';
import { ledgerOfFile } from './ledger-of-file.ts';
import type { CreatedLedger, CreateOptions } from './opened-ledger.ts';

/**
 * Makes a ledger where there is none, with its folder where that is missing, for the user's eyes only.
 * Errors: `ledger/exists`, `ledger/bad-folder`, `ledger/disk-full`, `ledger/read-only`, `ledger/disk-fault`.
 */
export async function createLedger(options: CreateOptions): Promise<Result<CreatedLedger>> {
  const { path } = options;
  const reserved = reserve(path);
  if (!reserved.ok) return reserved;
  try {
    return ok(await fill(options));
  } catch (error) {
    removeLedger(path);
    return { ok: false, failure: failureOf(error, path) };
  }
}

/** Takes a ledger away with its keys: one that was made just now and never handed over. */
export function removeLedger(path: string): void {
  removeKeys(path);
  rmSync(`${path}-journal`, { force: true });
  rmSync(path, { force: true });
}

/** Takes the name, and never a file that is there already; keys without their ledger may be somebody's only ones. */
function reserve(path: string): Result<void> {
  try {
    if (isThere(path)) return fail('ledger/exists', { file: basename(path) });
    if (hasKeyFile(path)) return fail('ledger/exists', { file: basename(keyFilePath(path)) });
    if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  } catch {
    return fail('ledger/bad-folder', { file: basename(path) });
  }
  try {
    closeSync(openSync(path, 'wx', 0o600));
    return ok(undefined);
  } catch (error) {
    if (isTaken(error)) return fail('ledger/exists', { file: basename(path) });
    const failure = diskFailure(error, path);
    return failure === undefined
      ? fail('ledger/bad-folder', { file: basename(path) })
      : { ok: false, failure };
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

async function fill(options: CreateOptions): Promise<CreatedLedger> {
  const key = randomBytes(32);
  const salt = randomBytes(16);
  const recoveryKey = newRecoveryKey();
  let database: Database.Database | undefined;
  try {
    const keys = await makeKeys(options, key, salt, recoveryKey);
    storeKeys(options.path, keys);
    database = connect(options.path, key, salt);
    const db = kyselyOver(database);
    const head = await writeFirst(db, options, keys.ledger);
    const file = new LedgerFile(options.path, database, db, keys, { ...head, counter: 0 });
    file.moveTo(head);
    return { ledger: await ledgerOfFile(file), recoveryKey: recoveryKeyText(recoveryKey) };
  } catch (error) {
    database?.close();
    throw error;
  } finally {
    wipe(key, recoveryKey);
  }
}

async function makeKeys(
  { passphrase, kdfCost = standardKdfCost }: CreateOptions,
  key: Buffer,
  salt: Buffer,
  recoveryKey: Buffer,
): Promise<KeyFile> {
  const ledger = randomBytes(16).toString('hex');
  return {
    ledger,
    fileSalt: salt.toString('hex'),
    passphrase: await passphraseSlot(ledger, key, passphrase, kdfCost),
    recovery: recoverySlot(ledger, key, recoveryKey),
    mark: { counter: 0, hash: beforeFirst },
  };
}

async function writeFirst(
  db: Kysely<LedgerSchema>,
  { now, sample }: CreateOptions,
  ledger: string,
): Promise<JournalHead> {
  return db.transaction().execute(async (transaction) => {
    await sql`PRAGMA application_id = ${sql.lit(applicationId)}`.execute(transaction);
    await layOut(transaction);
    await transaction
      .insertInto('meta')
      .values({
        id: 1,
        ledger,
        created_at: epochMs(now),
        sample_as_of: sample === undefined ? null : dateText(sample.asOf),
      })
      .executeTakeFirstOrThrow();
    const entry = { kind: 'created', subject: '', at: now } as const;
    return appendToJournal(transaction, null, entry, new ContentSum().hash());
  });
}
