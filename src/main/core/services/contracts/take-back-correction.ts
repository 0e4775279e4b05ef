import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import { fail } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';
import { contractDetails } from './contract-details.ts';

/** The shipped value counts again; that it was corrected stays in the ledger's history. Errors: `contracts/not-corrected`. */
export const takeBackCorrection: Handler<'contracts.takeBack'> = async ({ contract, field }, context) => {
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const taken = await ledger.write.takeBackCorrection(contract as ContractId, field, context.clock);
  return taken.ok ? await contractDetails(contract, context) : taken;
};
