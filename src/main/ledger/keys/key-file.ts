/**
 * What stands in a key file: about a kilobyte of JSON beside the ledger, with nothing secret in clear.
 * Its checksum tells damage from a wrong passphrase; authenticity is each slot's own.
 */
import { createHash } from 'node:crypto';
import type { PassphraseKdf } from './passphrase-key.ts';
import type { RecoveryKdf } from './recovery-wrapping-key.ts';
import type { PassphraseSlot, RecoverySlot } from './slots.ts';

/** How far the ledger's journal had come when the key file was written: an older ledger is noticed by it. */
export interface JournalMark {
  readonly counter: number;
  readonly hash: string;
}

export interface KeyFile {
  /** The ledger's id. */
  readonly ledger: string;
  /** The first 16 bytes of the ledger's file, hex: which file these keys are for. */
  readonly fileSalt: string;
  readonly passphrase: PassphraseSlot;
  readonly recovery: RecoverySlot;
  readonly mark: JournalMark;
}

export const keyFileVersion = 1;

export type ParsedKeyFile =
  | { readonly ok: true; readonly keys: KeyFile }
  | { readonly ok: false; readonly fault: 'damaged' }
  | { readonly ok: false; readonly fault: 'newer'; readonly version: number };

export function keyFileText(keys: KeyFile): string {
  const content = { format: 'hedgerow-keys', version: keyFileVersion, ...keys };
  return `${JSON.stringify({ ...content, checksum: checksumOf(content) }, null, 2)}\n`;
}

/** Checks every field, because anyone may have written the file. */
export function parseKeyFile(text: string): ParsedKeyFile {
  const file = parseObject(text);
  if (file?.['format'] !== 'hedgerow-keys') return { ok: false, fault: 'damaged' };
  const { checksum, ...content } = file;
  const version = content['version'];
  if (checksum !== checksumOf(content) || !isCount(version)) return { ok: false, fault: 'damaged' };
  if (version > keyFileVersion) return { ok: false, fault: 'newer', version };
  const keys = keysOf(content);
  return keys === undefined ? { ok: false, fault: 'damaged' } : { ok: true, keys };
}

type Fields = Readonly<Record<string, unknown>>;

function keysOf(fields: Fields): KeyFile | undefined {
  const { ledger, fileSalt } = fields;
  const passphrase = passphraseSlotOf(fieldsOf(fields['passphrase']));
  const recovery = recoverySlotOf(fieldsOf(fields['recovery']));
  const mark = markOf(fieldsOf(fields['mark']));
  if (!isHex(ledger, 16) || !isHex(fileSalt, 16) || !passphrase || !recovery || !mark) return undefined;
  return { ledger, fileSalt, passphrase, recovery, mark };
}

function passphraseSlotOf(slot: Fields): PassphraseSlot | undefined {
  const { name, memoryKib, passes, salt } = fieldsOf(slot['kdf']);
  const { nonce, sealed } = slot;
  if (name !== 'argon2id' || !isCount(memoryKib) || !isCount(passes) || !isHex(salt, 16)) return undefined;
  if (memoryKib < 8 || passes < 1 || !isHex(nonce, 12) || !isHex(sealed, 48)) return undefined;
  const kdf: PassphraseKdf = { name, memoryKib, passes, salt };
  return { kdf, nonce, sealed };
}

function recoverySlotOf(slot: Fields): RecoverySlot | undefined {
  const { name, salt } = fieldsOf(slot['kdf']);
  const { nonce, sealed } = slot;
  if (name !== 'hkdf-sha256' || !isHex(salt, 16) || !isHex(nonce, 12) || !isHex(sealed, 48)) return undefined;
  const kdf: RecoveryKdf = { name, salt };
  return { kdf, nonce, sealed };
}

function markOf({ counter, hash }: Fields): JournalMark | undefined {
  return isCount(counter) && isHex(hash, 32) ? { counter, hash } : undefined;
}

function parseObject(text: string): Fields | undefined {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isHex(value: unknown, bytes: number): value is string {
  return typeof value === 'string' && value.length === bytes * 2 && /^[0-9a-f]+$/u.test(value);
}

function checksumOf(content: Fields): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
