import { fail } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';
import { contractDetails } from './contract-details.ts';
import { ownContractId, ownTermsOf } from './own-terms.ts';

/**
 * Adds a contract that the catalogue does not have, or replaces one that the user added.
 * Errors: `contracts/exists`, those of `ownTermsOf` and of writing.
 */
export const addContract: Handler<'contracts.add'> = async ({ terms: text, replace }, context) => {
  const facts = await factsOf(context.session);
  if (!facts.ok) return facts;
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const id = ownContractId(text);
  const isOwn = facts.value.ownContracts.some((own) => own.id === id);
  if (facts.value.termsOf(id) !== undefined && !(isOwn && replace))
    return fail('contracts/exists', { contract: id }, { field: 'symbol' });
  const terms = ownTermsOf(text, context.clock, facts.value.timeZone);
  if (!terms.ok) return terms;
  const saved = await ledger.write.saveOwnContract(terms.value, context.clock);
  return saved.ok ? await contractDetails(id, context) : saved;
};
