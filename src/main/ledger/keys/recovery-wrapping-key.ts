import { hkdfSync } from 'node:crypto';

/** How a recovery key becomes the key that wraps the ledger's key. It is random already, so no work is added. */
export interface RecoveryKdf {
  readonly name: 'hkdf-sha256';
  /** 16 random bytes, hex. */
  readonly salt: string;
}

/** The wrapping key of a recovery key: 32 bytes. The caller wipes it. */
export function recoveryWrappingKey(recoveryKey: Buffer, kdf: RecoveryKdf): Uint8Array {
  return new Uint8Array(
    hkdfSync('sha256', recoveryKey, Buffer.from(kdf.salt, 'hex'), 'hedgerow recovery key 1', 32),
  );
}
