import type { Result } from '../../../shared/errors/failure.ts';
import { InvariantError } from '../../../shared/invariant.ts';
import type { CreatedLedger, CreateOptions } from './opened-ledger.ts';

/** Makes a ledger where there is none. Errors: `ledger/exists`, `ledger/disk-full`, `ledger/read-only`, `ledger/disk-fault`. */
export function createLedger(options: CreateOptions): Promise<Result<CreatedLedger>> {
  throw new InvariantError(`not built yet: ${options.path}`);
}
