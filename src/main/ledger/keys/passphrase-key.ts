import { argon2id } from 'hash-wasm';
import type { KdfCost } from './kdf-cost.ts';

/** How a passphrase becomes the key that wraps the ledger's key; all of it stands in the key file. */
export interface PassphraseKdf extends KdfCost {
  readonly name: 'argon2id';
  /** 16 random bytes, hex. */
  readonly salt: string;
}

/**
 * The wrapping key of a passphrase: Argon2id, one lane, 32 bytes.
 * In: the passphrase is normalised (NFC) where it is text, so that each keyboard and system spells it alike.
 * Takes about a second at the standard cost. The caller wipes the key.
 */
export async function passphraseKey(passphrase: Buffer | string, kdf: PassphraseKdf): Promise<Uint8Array> {
  const secret =
    typeof passphrase === 'string' ? Buffer.from(passphrase.normalize('NFC'), 'utf8') : passphrase;
  try {
    return await argon2id({
      password: secret,
      salt: Buffer.from(kdf.salt, 'hex'),
      parallelism: 1,
      iterations: kdf.passes,
      memorySize: kdf.memoryKib,
      hashLength: 32,
      outputType: 'binary',
    });
  } finally {
    if (secret !== passphrase) secret.fill(0);
    // The 256 MB that it worked in are garbage now, which by itself would stay for minutes (see core-flags.ts).
    globalThis.gc?.();
  }
}
