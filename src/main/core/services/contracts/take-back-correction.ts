import { fail } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import { contractNamed } from './contract-named.ts';
import { contractDetails } from './contract-details.ts';

/** The shipped value counts again; that it was corrected stays in the ledger's history. Errors: `contracts/unknown`, `contracts/not-corrected`. */
export const takeBackCorrection: Handler<'contracts.takeBack'> = async ({ contract, field }, context) => {
  const facts = await factsOf(context.session);
  if (!facts.ok) return facts;
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const terms = contractNamed(contract, facts.value);
  if (!terms.ok) return terms;
  const taken = await ledger.write.takeBackCorrection(terms.value.id, field, context.clock);
  return taken.ok ? await contractDetails(contract, context) : taken;
};
