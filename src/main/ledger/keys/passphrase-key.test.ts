import { argon2Sync, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { passphraseKey } from './passphrase-key.ts';

/** Node's own Argon2 (OpenSSL) is a second, independent one. */
function oracle(passphrase: Buffer, salt: Buffer, memoryKib: number, passes: number): string {
  const parameters = {
    message: passphrase,
    nonce: salt,
    parallelism: 1,
    tagLength: 32,
    memory: memoryKib,
    passes,
  };
  return argon2Sync('argon2id', parameters).toString('hex');
}

test('the wrapping key is what another Argon2id makes of the same passphrase', async () => {
  for (let vector = 0; vector < 60; vector++) {
    const passphrase = randomBytes(1 + (vector % 70));
    const salt = randomBytes(16);
    const memoryKib = 8 + ((vector * 37) % 500);
    const passes = 1 + (vector % 4);
    const kdf = { name: 'argon2id', memoryKib, passes, salt: salt.toString('hex') } as const;
    const key = Buffer.from(await passphraseKey(passphrase, kdf)).toString('hex');
    expect(key).toBe(oracle(passphrase, salt, memoryKib, passes));
  }
});

test('one passphrase typed on two systems is one: composed and decomposed letters give the same key', async () => {
  const kdf = { name: 'argon2id', memoryKib: 8, passes: 1, salt: '00'.repeat(16) } as const;
  const composed = await passphraseKey('Bücher', kdf);
  expect(await passphraseKey('Bu\u0308cher', kdf)).toEqual(composed);
  expect(await passphraseKey('Bucher', kdf)).not.toEqual(composed);
});

test("the caller's buffer is left as it is", async () => {
  const passphrase = Buffer.from('hello');
  await passphraseKey(passphrase, { name: 'argon2id', memoryKib: 8, passes: 1, salt: '00'.repeat(16) });
  expect(passphrase.toString()).toBe('hello');
});
