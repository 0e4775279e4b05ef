import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { newRecoveryKey, parseRecoveryKey, recoveryKeyText } from './recovery-key.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keys = [Buffer.alloc(20), Buffer.alloc(20, 255), ...Array.from({ length: 20 }, () => randomBytes(20))];

function signsOf(key: Buffer): string {
  return recoveryKeyText(key).replaceAll('-', '');
}

function accepts(text: string): boolean {
  return parseRecoveryKey(text).ok;
}

describe('a recovery key', () => {
  test('is nine groups of four and comes back from its text', () => {
    for (const key of keys) {
      expect(recoveryKeyText(key)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/u);
      expect(parseRecoveryKey(recoveryKeyText(key))).toEqual({ ok: true, key });
    }
  });

  test('is 160 random bits', () => {
    expect(newRecoveryKey()).toHaveLength(20);
    expect(newRecoveryKey()).not.toEqual(newRecoveryKey());
  });

  test('reads however it is typed: small letters, blanks, O for 0, I and L for 1', () => {
    const key = Buffer.from('00221108421084210842108421084210ffffffff', 'hex');
    const text = recoveryKeyText(key);
    const typed = text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(typed).toMatch(/o/u);
    expect(typed).toMatch(/l/u);
    expect(parseRecoveryKey(typed)).toEqual({ ok: true, key });
    expect(parseRecoveryKey(` ${text.replaceAll('1', 'I')} `)).toEqual({ ok: true, key });
  });

  test('shows every single wrong sign', () => {
    for (const key of keys) {
      const signs = signsOf(key);
      for (let place = 0; place < signs.length; place++) {
        for (const sign of alphabet) {
          if (sign === signs[place]) continue;
          expect(accepts(signs.slice(0, place) + sign + signs.slice(place + 1))).toBe(false);
        }
      }
    }
  });

  test('shows every exchange of neighbours', () => {
    for (const key of keys) {
      const signs = signsOf(key);
      for (let place = 0; place + 1 < signs.length; place++) {
        const [a, b] = [signs.charAt(place), signs.charAt(place + 1)];
        if (a === b) continue;
        expect(accepts(signs.slice(0, place) + b + a + signs.slice(place + 2))).toBe(false);
      }
    }
  });

  test('shows a sign too many or too few, and signs that do not occur', () => {
    const signs = signsOf(randomBytes(20));
    expect(parseRecoveryKey(signs.slice(1))).toMatchObject({ ok: false, fault: 'wrong-length' });
    expect(parseRecoveryKey(`${signs}0`)).toMatchObject({ ok: false, fault: 'wrong-length' });
    expect(parseRecoveryKey('')).toMatchObject({ ok: false, fault: 'wrong-length' });
    expect(parseRecoveryKey(`U${signs.slice(1)}`)).toMatchObject({ ok: false, fault: 'wrong-sign' });
  });
});
