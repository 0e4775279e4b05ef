import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** The ledger's key, encrypted and authenticated by a wrapping key (AES-256-GCM); both hex. */
export interface SealedKey {
  readonly nonce: string;
  /** 32 bytes of ciphertext, then the tag of 16. */
  readonly sealed: string;
}

const tagBytes = 16;

/** Encrypts a key under a wrapping key, bound to what it belongs to. */
export function sealKey(key: Uint8Array, wrappingKey: Uint8Array, boundTo: string): SealedKey {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(boundTo, 'utf8'));
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('hex'), sealed: sealed.toString('hex') };
}

/** The key, or undefined where wrapping key, binding or ciphertext is not the one it was sealed with. The caller wipes it. */
export function openKey(sealedKey: SealedKey, wrappingKey: Uint8Array, boundTo: string): Buffer | undefined {
  const sealed = Buffer.from(sealedKey.sealed, 'hex');
  const nonce = Buffer.from(sealedKey.nonce, 'hex');
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(boundTo, 'utf8'));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  const key = decipher.update(sealed.subarray(0, -tagBytes));
  try {
    decipher.final();
    return key;
  } catch {
    key.fill(0);
    return undefined;
  }
}
