import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { trivialKdfCost } from './kdf-cost.ts';
import { keyFileText, parseKeyFile, type KeyFile } from './key-file.ts';
import { passphraseSlot, recoverySlot } from './slots.ts';

let keys: KeyFile;

beforeAll(async () => {
  const ledger = randomBytes(16).toString('hex');
  const key = randomBytes(32);
  keys = {
    ledger,
    fileSalt: randomBytes(16).toString('hex'),
    passphrase: await passphraseSlot(ledger, key, 'x', trivialKdfCost),
    recovery: recoverySlot(ledger, key, randomBytes(20)),
    mark: { counter: 7, hash: randomBytes(32).toString('hex') },
  };
});

/** A file that somebody wrote with care: its checksum fits. */
function forged(change: (content: Record<string, unknown>) => void): string {
  const { checksum: _, ...content } = JSON.parse(keyFileText(keys));
  change(content);
  const checksum = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return JSON.stringify({ ...content, checksum });
}

test('comes back from its text, which is about a kilobyte', () => {
  const text = keyFileText(keys);
  expect(text.length).toBeLessThan(1200);
  expect(parseKeyFile(text)).toEqual({ ok: true, keys });
});

test('a change of any one byte is damage, never a wrong key', () => {
  const bytes = Buffer.from(keyFileText(keys));
  for (let place = 0; place < bytes.length; place++) {
    const flipped = Buffer.from(bytes);
    flipped[place] = flipped[place]! ^ 1;
    const parsed = parseKeyFile(flipped.toString());
    // A blank between fields is no part of the content.
    const harmless = parsed.ok && JSON.stringify(parsed.keys) === JSON.stringify(keys);
    expect(harmless || (!parsed.ok && parsed.fault === 'damaged')).toBe(true);
  }
  expect(parseKeyFile(bytes.toString().slice(0, 500))).toEqual({ ok: false, fault: 'damaged' });
  expect(parseKeyFile('')).toEqual({ ok: false, fault: 'damaged' });
  expect(parseKeyFile('[1,2]')).toEqual({ ok: false, fault: 'damaged' });
});

test('a newer format is told from damage', () => {
  expect(parseKeyFile(forged((content) => (content['version'] = 2)))).toEqual({
    ok: false,
    fault: 'newer',
    version: 2,
  });
});

test('fields that are missing, of another type or of another length are damage', () => {
  const changes: ((content: ReturnType<typeof JSON.parse>) => void)[] = [
    (content) => delete content['ledger'],
    (content) => (content['ledger'] = 'g'.repeat(32)),
    (content) => (content['ledger'] = content['ledger'].toUpperCase() + 'A'),
    (content) => (content['fileSalt'] = 5),
    (content) => (content['passphrase'] = null),
    (content) => (content['passphrase'].kdf.name = 'none'),
    (content) => (content['passphrase'].kdf.memoryKib = '64'),
    (content) => (content['passphrase'].kdf.memoryKib = 7),
    (content) => (content['passphrase'].kdf.passes = 1.5),
    (content) => (content['passphrase'].kdf.passes = 0),
    (content) => (content['passphrase'].sealed = ''),
    (content) => (content['passphrase'].nonce += '00'),
    (content) => (content['recovery'].kdf = {}),
    (content) => (content['recovery'].sealed = null),
    (content) => (content['mark'] = { counter: -1, hash: content['mark'].hash }),
    (content) => (content['mark'].hash = 'x'),
    (content) => (content['format'] = 'other'),
    (content) => (content['version'] = 'one'),
  ];
  for (const change of changes)
    expect(parseKeyFile(forged(change))).toMatchObject({ ok: false, fault: 'damaged' });
});
