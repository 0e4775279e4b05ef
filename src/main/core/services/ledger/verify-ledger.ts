import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';

/** Reads all that is stored and computes its hashes anew. Errors: `ledger/locked`. */
export const verifyLedger: Handler<'ledger.verify'> = async (_, { session }) => {
  if (session.ledger === null) return fail('ledger/locked', {});
  const { read } = session.ledger;
  const { intact, brokenAt } = await read.verifyRecords();
  return ok({
    ledgerHash: session.ledger.hash(),
    recomputedHash: await read.recomputeHash(),
    recordsIntact: intact,
    recordsBrokenAt: brokenAt,
  });
};
