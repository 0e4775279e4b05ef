/**
 * The recovery key as people meet it: 160 random bits on paper, in nine groups of four signs.
 *
 * Crockford's base 32 (no I, L, O, U; O reads as 0, I and L as 1; case and blanks do not matter): 32 signs of key and
 * 4 of checksum. The checksum is the key modulo the largest prime below 32⁴. A wrong sign changes the key by d·32ⁿ
 * and an exchange of neighbours by 31·d·32ⁿ with 0 < |d| < 32, neither of which a prime above 32³ divides: every
 * single slip of both kinds is caught, other ones all but one in a million.
 */
import { randomBytes } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keySigns = 32;
const checkSigns = 4;
const checkModulus = 1_048_573n;
const keyBytes = 20;

export type RecoveryKeyFault = 'wrong-length' | 'wrong-sign' | 'wrong-checksum';
export type ParsedRecoveryKey =
  | { readonly ok: true; readonly key: Buffer }
  | { readonly ok: false; readonly fault: RecoveryKeyFault; readonly reason: string };

/** 160 random bits. The caller wipes them. */
export function newRecoveryKey(): Buffer {
  return randomBytes(keyBytes);
}

/** `7H2K-…`: nine groups of four, the last of them the checksum. */
export function recoveryKeyText(key: Buffer): string {
  const value = BigInt(`0x${key.toString('hex')}`);
  const signs = toSigns(value, keySigns) + toSigns(value % checkModulus, checkSigns);
  return (signs.match(/.{4}/gu) ?? []).join('-');
}

/** The key in text that a person typed. The caller wipes it. */
export function parseRecoveryKey(text: string): ParsedRecoveryKey {
  const signs = text
    .toUpperCase()
    .replaceAll(/[\s\-–—]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1');
  const wrong = [...signs].find((sign) => !alphabet.includes(sign));
  if (wrong !== undefined) return faulty('wrong-sign', `"${wrong}" does not occur in recovery keys`);
  const expected = keySigns + checkSigns;
  if (signs.length !== expected) {
    return faulty('wrong-length', `it has ${signs.length} letters and digits and should have ${expected}`);
  }
  const value = fromSigns(signs.slice(0, keySigns));
  if (value % checkModulus !== fromSigns(signs.slice(keySigns))) {
    return faulty('wrong-checksum', 'a letter or digit is mistyped, or two are exchanged');
  }
  return { ok: true, key: Buffer.from(value.toString(16).padStart(keyBytes * 2, '0'), 'hex') };
}

function faulty(fault: RecoveryKeyFault, reason: string): ParsedRecoveryKey {
  return { ok: false, fault, reason };
}

function toSigns(value: bigint, count: number): string {
  let signs = '';
  for (let place = count - 1; place >= 0; place--) {
    signs += alphabet.charAt(Number((value >> BigInt(place * 5)) & 31n));
  }
  return signs;
}

function fromSigns(signs: string): bigint {
  let value = 0n;
  for (const sign of signs) value = value * 32n + BigInt(alphabet.indexOf(sign));
  return value;
}
