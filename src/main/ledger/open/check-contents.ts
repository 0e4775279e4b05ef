import type Database from 'better-sqlite3-multiple-ciphers';
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../../shared/errors/failure.ts';
import { schemaVersion } from '../migrations/migrations.ts';

/** "HDRW": what marks the file as Hedgerow's. */
export const applicationId = 0x48_44_52_57;

/**
 * Whether what was decrypted is a ledger, the one its keys name, and whole. Out: its schema's version.
 * Errors: `ledger/other-app`, `ledger/newer`, `ledger/keys-of-another`, `ledger/damaged`.
 */
export function checkContents(database: Database.Database, path: string, ledger: string): Result<number> {
  const file = basename(path);
  if (database.pragma('application_id', { simple: true }) !== applicationId)
    return fail('ledger/other-app', { file });
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version > schemaVersion) return fail('ledger/newer', { file, version, known: schemaVersion });
  if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') return fail('ledger/damaged', { file });
  const id = database.prepare<[], string>('SELECT ledger FROM meta').pluck().get();
  return id === ledger ? ok(version) : fail('ledger/keys-of-another', { file, keys: `${file}.keys` });
}
