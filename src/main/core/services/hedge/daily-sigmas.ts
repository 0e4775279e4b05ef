import type { ContractId, ContractSpec } from '../../../../shared/domain/contract-spec.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import type { CallContext } from '../../call-context.ts';
import type { Derived } from '../../derived.ts';
import { observedOf } from '../market/observed.ts';
import { sigmaOf } from '../market/sigma-of.ts';

type Contract = Pick<ContractSpec, 'id' | 'underlying'>;

/** The standard deviation of a day's movement of a contract; null where too few closes are known. */
export type SigmaOf = (contract: Contract) => Rate | null;

/** How far contracts move in a day: by their own closes, else by those of their coins. As the market's figures have it. */
export async function sigmasOf(
  contracts: readonly Contract[],
  derived: Derived,
  { session }: Pick<CallContext, 'session'>,
): Promise<SigmaOf> {
  const observed = await observedOf(session, derived.facts);
  const sigmas = new Map<ContractId, Rate | null>();
  for (const { id, underlying } of contracts) {
    if (sigmas.has(id)) continue;
    sigmas.set(id, (await sigmaOf([id, underlying], observed, derived))?.sigma ?? null);
  }
  return ({ id }) => sigmas.get(id) ?? null;
}
