import { basename } from 'node:path';
import { fail, ok, type Result } from '../../../shared/errors/failure.ts';
import { failureOf } from '../database/change.ts';
import type { LedgerFile } from '../database/ledger-file.ts';
import { standardKdfCost } from '../keys/kdf-cost.ts';
import { storeKeysAlone } from '../keys/key-file-store.ts';
import { parseRecoveryKey } from '../keys/recovery-key.ts';
import { openPassphraseSlot, openRecoverySlot, passphraseSlot } from '../keys/slots.ts';
import { wipe } from '../keys/wipe.ts';
import type { PassphraseChange } from '../ledger.ts';

/**
 * Writes the passphrase's slot anew; the ledger's own key, and so its file, stay as they are.
 * Errors: `ledger/wrong-passphrase`, and what the disk refuses; then the old passphrase still holds.
 */
export async function changePassphrase(file: LedgerFile, change: PassphraseChange): Promise<Result<void>> {
  const { ledger, passphrase: slot } = file.keys;
  const key =
    (await openPassphraseSlot(ledger, slot, change.current)) ?? openByRecoveryKey(file, change.current);
  if (key === undefined) return fail('ledger/wrong-passphrase', { file: basename(file.path) });
  try {
    const passphrase = await passphraseSlot(ledger, key, change.next, change.kdfCost ?? standardKdfCost);
    file.replaceKeys({ ...file.keys, passphrase }, storeKeysAlone);
    return ok(undefined);
  } catch (error) {
    return { ok: false, failure: failureOf(error, file.path) };
  } finally {
    wipe(key);
  }
}

/** Who came in by the recovery key has no passphrase to name. */
function openByRecoveryKey({ keys }: LedgerFile, current: Buffer | string): Buffer | undefined {
  const parsed = parseRecoveryKey(current.toString());
  if (!parsed.ok) return undefined;
  const key = openRecoverySlot(keys.ledger, keys.recovery, parsed.key);
  wipe(parsed.key);
  return key;
}
