import { resolve } from 'node:path';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../../shared/errors/failure.ts';
import type { OpenedLedger } from '../../../ledger/open/opened-ledger.ts';
import { openLedger, recoverLedger } from '../../../ledger/open/open-ledger.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import { rememberLedger } from './known-ledgers.ts';
import { statusAfterOpening } from './ledger-status.ts';
import { expectNoLedger, orLetGo, takeLedger, warningText } from './session-ledger.ts';

/** Errors: `ledger/already-open`, and those of `openLedger`. */
export const openLedgerCall: Handler<'ledger.open'> = (request, context) => {
  const path = resolve(request.path);
  return opening(path, context, () => openLedger({ path, passphrase: request.passphrase }));
};

/** Errors: `ledger/already-open`, and those of `recoverLedger`. */
export const recoverLedgerCall: Handler<'ledger.recover'> = (request, context) => {
  const path = resolve(request.path);
  return opening(path, context, () => recoverLedger({ path, recoveryKey: request.recoveryKey }));
};

async function opening(
  path: string,
  context: CallContext,
  open: () => Promise<Result<OpenedLedger>>,
): Promise<Result<CallAnswer<'ledger.open'>>> {
  const { session, clock } = context;
  const free = expectNoLedger(session);
  if (!free.ok) return free;
  context.progress('Checking the key', 0, null);
  const opened = await open();
  if (!opened.ok) return opened;
  const { ledger, warnings } = opened.value;
  takeLedger(session, ledger);
  const status = await orLetGo(session, () => statusAfterOpening(context));
  if (!status.ok) return status;
  // A sample is thrown away soon: it has no place among the user's own.
  if (ledger.meta.sample === null) rememberLedger(session.dataFolder, path, clock);
  return ok({ status: status.value, warnings: warnings.map(warningText) });
}
