import { contractCatalogue } from '../../../../../resources/contracts/catalogue.ts';
import { contractId } from '../../../../shared/domain/contract-spec.ts';
import type { CalcContract } from '../../../../shared/contract/calc-contract.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { money, quantity } from '../../../../shared/num/parse.ts';
import { contractLookup } from '../../../engine/futures/contract-lookup.ts';
import type { SizingTerms } from '../../../engine/futures/size-hedge.ts';

const termsOf = contractLookup(contractCatalogue);

/**
 * The terms of a `calc` document's contract: from the catalogue, or as given.
 * Errors: `contracts/unknown`.
 */
export function sizingTermsOf(contract: CalcContract, field: string): Result<SizingTerms> {
  if (typeof contract !== 'string') {
    return ok({
      payoff: contract.payoff,
      multiplier: quantity(contract.multiplier),
      quantityUnit: contract.quantityUnit,
      quantityStep: quantity(contract.quantityStep),
      minQuantity: contract.minQuantity === undefined ? null : quantity(contract.minQuantity),
      minNotional: contract.minNotional === undefined ? null : money(contract.minNotional),
    });
  }
  const [venueKey = '', symbol = ''] = contract.split(':', 2);
  const terms = termsOf(contractId(venueKey, symbol));
  return terms === undefined ? fail('contracts/unknown', { contract }, { field }) : ok(terms);
}
