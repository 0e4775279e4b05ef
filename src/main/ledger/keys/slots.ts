/**
 * Key slots: the ledger's random key, wrapped once by the passphrase and once by the recovery key.
 *
 * Changing the passphrase writes one slot anew; the ledger itself stays as it is. What a slot is for (ledger,
 * version, how its wrapping key is made) is authenticated with it, so that none of it can be exchanged unnoticed.
 */
import { randomBytes } from 'node:crypto';
import { invariant } from '../../../shared/invariant.ts';
import { isAllowed, type KdfCost } from './kdf-cost.ts';
import { passphraseKey, type PassphraseKdf } from './passphrase-key.ts';
import { recoveryWrappingKey, type RecoveryKdf } from './recovery-wrapping-key.ts';
import { openKey, sealKey, type SealedKey } from './sealed-key.ts';
import { wipe } from './wipe.ts';

export interface PassphraseSlot extends SealedKey {
  readonly kdf: PassphraseKdf;
}

export interface RecoverySlot extends SealedKey {
  readonly kdf: RecoveryKdf;
}

/** Wraps a ledger's key by a passphrase. Takes about a second at the standard cost. */
export async function passphraseSlot(
  ledger: string,
  key: Uint8Array,
  passphrase: Buffer | string,
  cost: KdfCost,
): Promise<PassphraseSlot> {
  invariant(isAllowed(cost), `a key slot of too little or too much work: ${JSON.stringify(cost)}`);
  const { memoryKib, passes } = cost;
  const kdf: PassphraseKdf = { name: 'argon2id', memoryKib, passes, salt: newSalt() };
  const wrappingKey = await passphraseKey(passphrase, kdf);
  const sealed = sealKey(key, wrappingKey, bindingOf(ledger, kdf));
  wipe(wrappingKey);
  return { kdf, ...sealed };
}

/** The ledger's key, or undefined for another passphrase. The caller wipes it. */
export async function openPassphraseSlot(
  ledger: string,
  slot: PassphraseSlot,
  passphrase: Buffer | string,
): Promise<Buffer | undefined> {
  if (passphrase.length === 0) return undefined;
  const wrappingKey = await passphraseKey(passphrase, slot.kdf);
  const key = openKey(slot, wrappingKey, bindingOf(ledger, slot.kdf));
  wipe(wrappingKey);
  return key;
}

/** Wraps a ledger's key by a recovery key. */
export function recoverySlot(ledger: string, key: Uint8Array, recoveryKey: Buffer): RecoverySlot {
  const kdf: RecoveryKdf = { name: 'hkdf-sha256', salt: newSalt() };
  const wrappingKey = recoveryWrappingKey(recoveryKey, kdf);
  const sealed = sealKey(key, wrappingKey, bindingOf(ledger, kdf));
  wipe(wrappingKey);
  return { kdf, ...sealed };
}

/** The ledger's key, or undefined for another recovery key. The caller wipes it. */
export function openRecoverySlot(
  ledger: string,
  slot: RecoverySlot,
  recoveryKey: Buffer,
): Buffer | undefined {
  const wrappingKey = recoveryWrappingKey(recoveryKey, slot.kdf);
  const key = openKey(slot, wrappingKey, bindingOf(ledger, slot.kdf));
  wipe(wrappingKey);
  return key;
}

function bindingOf(ledger: string, kdf: PassphraseKdf | RecoveryKdf): string {
  const parameters = kdf.name === 'argon2id' ? `m=${kdf.memoryKib},t=${kdf.passes},p=1` : '';
  return ['hedgerow key slot 1', ledger, kdf.name, parameters, kdf.salt].join('\n');
}

function newSalt(): string {
  return randomBytes(16).toString('hex');
}
