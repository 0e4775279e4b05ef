/**
 * The key file on disk, beside its ledger, with the one written before it (`.keys.1`).
 * The ledger cannot be opened without it: it is written whole or not at all, and never where one is not expected.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { Failure, Result } from '../../../shared/errors/failure.ts';
import { fail, failure, ok } from '../../../shared/errors/failure.ts';
import { isMissing } from '../files/file-errors.ts';
import { replaceFile } from '../files/replace-file.ts';
import { keyFileText, keyFileVersion, parseKeyFile, type KeyFile, type ParsedKeyFile } from './key-file.ts';

export interface LoadedKeys {
  readonly keys: KeyFile;
  /** Set where the earlier key file had to be used. */
  readonly warning: Failure | null;
}

export function keyFilePath(ledgerPath: string): string {
  return `${ledgerPath}.keys`;
}

function earlierKeyFilePath(ledgerPath: string): string {
  return `${keyFilePath(ledgerPath)}.1`;
}

/** Whether keys lie beside a ledger or where one would be made. */
export function hasKeyFile(ledgerPath: string): boolean {
  return existsSync(keyFilePath(ledgerPath)) || existsSync(earlierKeyFilePath(ledgerPath));
}

/** Errors: `ledger/keys-missing`, `ledger/keys-damaged`, `ledger/newer`. */
export function loadKeys(ledgerPath: string): Result<LoadedKeys> {
  const file = basename(ledgerPath);
  const keys = basename(keyFilePath(ledgerPath));
  const latest = readKeyFile(keyFilePath(ledgerPath));
  if (latest?.ok === true) return ok({ keys: latest.keys, warning: null });
  if (latest?.fault === 'newer')
    return fail('ledger/newer', { file, version: latest.version, known: keyFileVersion });
  const earlier = readKeyFile(earlierKeyFilePath(ledgerPath));
  if (earlier?.ok === true)
    return ok({ keys: earlier.keys, warning: failure('ledger/keys-earlier', { keys }) });
  return latest === undefined && earlier === undefined
    ? fail('ledger/keys-missing', { file, keys })
    : fail('ledger/keys-damaged', { keys });
}

/** Puts keys in place and keeps those before them. Errors: throws Node's own error, and the old keys stand. */
export function storeKeys(ledgerPath: string, keys: KeyFile): void {
  const path = keyFilePath(ledgerPath);
  if (readKeyFile(path)?.ok === true) replaceFile(earlierKeyFilePath(ledgerPath), readFileSync(path, 'utf8'));
  replaceFile(path, keyFileText(keys));
}

/** As `storeKeys`, leaving no trace of the keys before: an old passphrase shall not open the ledger any more. */
export function storeKeysAlone(ledgerPath: string, keys: KeyFile): void {
  replaceFile(keyFilePath(ledgerPath), keyFileText(keys));
  replaceFile(earlierKeyFilePath(ledgerPath), keyFileText(keys));
}

/** For a ledger that was not made after all. */
export function removeKeys(ledgerPath: string): void {
  rmSync(keyFilePath(ledgerPath), { force: true });
  rmSync(earlierKeyFilePath(ledgerPath), { force: true });
}

function readKeyFile(path: string): ParsedKeyFile | undefined {
  try {
    return parseKeyFile(readFileSync(path, 'utf8'));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
