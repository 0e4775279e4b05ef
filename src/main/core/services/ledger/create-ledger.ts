import { resolve } from 'node:path';
import { ok } from '../../../../shared/errors/failure.ts';
import { createLedger, removeLedger } from '../../../ledger/open/create-ledger.ts';
import type { Handler } from '../../call-context.ts';
import { rememberLedger } from './known-ledgers.ts';
import { statusAfterOpening } from './ledger-status.ts';
import { expectNoLedger, orLetGo, takeLedger } from './session-ledger.ts';

/**
 * Makes a ledger and opens it. Errors: `ledger/already-open`, and those of `createLedger`; then nothing of it is left,
 * because its recovery key is told only with the answer.
 */
export const createLedgerCall: Handler<'ledger.create'> = async ({ path: given, passphrase }, context) => {
  const { session, clock } = context;
  const free = expectNoLedger(session);
  if (!free.ok) return free;
  const path = resolve(given);
  context.progress('Making the keys', 0, null);
  const created = await createLedger({ path, passphrase, now: clock });
  if (!created.ok) return created;
  takeLedger(session, created.value.ledger);
  const status = await orLetGo(
    session,
    () => statusAfterOpening(context),
    () => removeLedger(path),
  );
  if (status.ok) rememberLedger(session.dataFolder, path, clock);
  return status.ok ? ok({ status: status.value, recoveryKey: created.value.recoveryKey }) : status;
};
