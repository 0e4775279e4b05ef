import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { fail, ok, type Result } from '../../../../shared/errors/failure.ts';
import type { Facts } from '../../facts.ts';

/**
 * The contract that a person names: by its id, the id in another case, or a symbol that only one contract has ("MBT").
 * Errors: `contracts/unknown`, `contracts/several`.
 */
export function contractNamed(name: string, { catalogue, termsOf }: Facts): Result<ContractTerms> {
  const text = name.trim();
  const exact = termsOf(text as ContractId) ?? inOtherCase(text, termsOf);
  if (exact !== undefined) return ok(exact);
  const [found, ...others] = bySymbol(text, catalogue);
  if (found === undefined) return fail('contracts/unknown', { contract: name }, { field: 'contract' });
  if (others.length === 0) return ok(found);
  const ids = [found, ...others].map(({ id }) => id).join(', ');
  return fail('contracts/several', { contract: name, found: ids }, { field: 'contract' });
}

/** Venue keys are lower case, symbols mostly upper case. */
function inOtherCase(text: string, termsOf: Facts['termsOf']): ContractTerms | undefined {
  const [venue = '', ...symbol] = text.split(':');
  return termsOf(`${venue.toLowerCase()}:${symbol.join(':').toUpperCase()}` as ContractId);
}

function bySymbol(text: string, catalogue: readonly ContractTerms[]): ContractTerms[] {
  const wanted = text.toUpperCase();
  return catalogue.filter(({ symbol }) => symbol.toUpperCase() === wanted);
}
