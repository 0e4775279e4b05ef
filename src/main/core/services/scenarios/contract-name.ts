import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { Facts } from '../../facts.ts';

/** How contracts are called; one that nobody knows keeps its id. */
export function contractNameIn({ termsOf }: Pick<Facts, 'termsOf'>): (contract: string) => string {
  return (contract) => termsOf(contract as ContractId)?.name ?? contract;
}
