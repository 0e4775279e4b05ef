import type { Result } from '../../../shared/errors/failure.ts';
import { InvariantError } from '../../../shared/invariant.ts';
import type { OpenedLedger, OpenOptions, RecoverOptions } from './opened-ledger.ts';

/** Opens a ledger with its passphrase. A wrong one touches no file. */
export function openLedger(options: OpenOptions): Promise<Result<OpenedLedger>> {
  throw new InvariantError(`not built yet: ${options.path}`);
}

/** Opens a ledger with its recovery key. */
export function recoverLedger(options: RecoverOptions): Promise<Result<OpenedLedger>> {
  throw new InvariantError(`not built yet: ${options.path}`);
}
