import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';

/** In: `current` is the passphrase, or the recovery key. Errors: `ledger/locked`, `ledger/wrong-passphrase`, and the disk's. */
export const changePassphraseCall: Handler<'ledger.changePassphrase'> = async (request, { session }) => {
  if (session.ledger === null) return fail('ledger/locked', {});
  const changed = await session.ledger.changePassphrase(request);
  return changed.ok ? ok({}) : changed;
};
