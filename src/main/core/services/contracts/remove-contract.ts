import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';
import { factsOf } from '../../facts.ts';

/**
 * Removes a contract that the user added, and takes back what was corrected on it, so that another one of the same name
 * begins anew. Errors: `contracts/not-own`, those of writing.
 */
export const removeContract: Handler<'contracts.remove'> = async ({ contract }, context) => {
  const facts = await factsOf(context.session);
  if (!facts.ok) return facts;
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const { corrections, events, plans } = facts.value;
  const id = contract as ContractId;
  const removed = await ledger.write.removeOwnContract(id, context.clock);
  if (!removed.ok) return removed;
  for (const { field } of corrections.filter((one) => one.contract === id)) {
    const taken = await ledger.write.takeBackCorrection(id, field, context.clock);
    if (!taken.ok) return taken;
  }
  return ok({
    removed: id,
    fills: events.filter(({ fill }) => fill?.contract === id).length,
    legs: plans.flatMap(({ plan }) => plan.legs).filter((leg) => leg.contract === id).length,
  });
};
