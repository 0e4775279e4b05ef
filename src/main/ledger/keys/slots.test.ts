import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { InvariantError } from '../../../shared/invariant.ts';
import { leastKdfCost, mostKdfCost, standardKdfCost, trivialKdfCost } from './kdf-cost.ts';
import { openPassphraseSlot, openRecoverySlot, passphraseSlot, recoverySlot } from './slots.ts';

const ledger = '11'.repeat(16);
const other = '22'.repeat(16);
const key = randomBytes(32);

describe('the passphrase slot', () => {
  test('opens with its passphrase only', async () => {
    const slot = await passphraseSlot(ledger, key, 'open sesame', trivialKdfCost);
    expect(await openPassphraseSlot(ledger, slot, 'open sesame')).toEqual(key);
    expect(await openPassphraseSlot(ledger, slot, Buffer.from('open sesame'))).toEqual(key);
    expect(await openPassphraseSlot(ledger, slot, 'open Sesame')).toBeUndefined();
  });

  test('holds the key in nothing like clear text', async () => {
    const slot = await passphraseSlot(ledger, key, 'open sesame', trivialKdfCost);
    expect(JSON.stringify(slot)).not.toContain(key.toString('hex'));
    const again = await passphraseSlot(ledger, key, 'open sesame', trivialKdfCost);
    expect(again.sealed).not.toBe(slot.sealed);
    expect(again.nonce).not.toBe(slot.nonce);
    expect(again.kdf.salt).not.toBe(slot.kdf.salt);
  });

  test('is bound to its ledger and to how its key is made', async () => {
    const slot = await passphraseSlot(ledger, key, 'open sesame', trivialKdfCost);
    expect(await openPassphraseSlot(other, slot, 'open sesame')).toBeUndefined();
    const recovery = recoverySlot(ledger, key, randomBytes(20));
    expect(
      await openPassphraseSlot(ledger, { ...slot, sealed: recovery.sealed }, 'open sesame'),
    ).toBeUndefined();
  });

  test('is not made with less work than the floor, nor with more than the ceiling', async () => {
    const slot = (memoryKib: number, passes: number) =>
      passphraseSlot(ledger, key, 'x', { memoryKib, passes });
    await expect(slot(leastKdfCost.memoryKib - 1, 3)).rejects.toThrow(InvariantError);
    await expect(slot(leastKdfCost.memoryKib, 2)).rejects.toThrow(InvariantError);
    await expect(slot(8, 1)).rejects.toThrow(InvariantError);
    await expect(slot(mostKdfCost.memoryKib + 1, 3)).rejects.toThrow(InvariantError);
    await expect(slot(leastKdfCost.memoryKib, 21)).rejects.toThrow(InvariantError);
  });

  test('is made at the floor, which stands in the slot', async () => {
    const slot = await passphraseSlot(ledger, key, 'x', leastKdfCost);
    expect(slot.kdf).toMatchObject({ memoryKib: 65_536, passes: 3 });
    expect(await openPassphraseSlot(ledger, slot, 'x')).toEqual(key);
  });

  test('the standard is 256 MiB and three passes', () => {
    expect(standardKdfCost).toEqual({ memoryKib: 262_144, passes: 3 });
  });
});

describe('the recovery slot', () => {
  test('opens with its recovery key and for its ledger only', () => {
    const recoveryKey = randomBytes(20);
    const slot = recoverySlot(ledger, key, recoveryKey);
    expect(openRecoverySlot(ledger, slot, recoveryKey)).toEqual(key);
    expect(openRecoverySlot(ledger, slot, randomBytes(20))).toBeUndefined();
    expect(openRecoverySlot(other, slot, recoveryKey)).toBeUndefined();
    expect(
      openRecoverySlot(ledger, { ...slot, kdf: { ...slot.kdf, salt: '00'.repeat(16) } }, recoveryKey),
    ).toBeUndefined();
  });
});
