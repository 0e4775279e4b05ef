import { contractCatalogue } from '../../../../../resources/contracts/catalogue.ts';
import type { CalcContract } from '../../../../shared/contract/calc-contract.ts';
import { assetClass, assetId } from '../../../../shared/domain/asset.ts';
import { contractId } from '../../../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { money, price, quantity } from '../../../../shared/num/parse.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import { contractLookup } from '../../../engine/futures/contract-lookup.ts';

const termsOf = contractLookup(contractCatalogue);

/**
 * The whole terms of a `calc` document's contract: from the catalogue, or those given with the rest not known. What a
 * document gives no name (the underlying, the quote money) gets one that nothing depends on. Terms say nothing of the
 * coin, so each place in the document that gives terms is a contract of its own.
 * Errors: `contracts/unknown`, `call/invalid-input` where an inverse contract settles in money.
 */
export function calcTermsOf(contract: CalcContract, field: string): Result<ContractTerms> {
  if (typeof contract !== 'string') {
    if (contract.payoff === 'inverse' && assetClass(assetId(contract.settleAsset), USD) !== 'coin')
      return fail(
        'call/invalid-input',
        { field: `${field}.settleAsset`, reason: 'an inverse contract settles in the coin that it follows' },
        { field: `${field}.settleAsset` },
      );
    return ok(givenTerms(contract, field));
  }
  const [venueKey = '', symbol = ''] = contract.split(':', 2);
  const terms = termsOf(contractId(venueKey, symbol));
  return terms === undefined ? fail('contracts/unknown', { contract }, { field }) : ok(terms);
}

const USD = assetId('USD');

function givenTerms(given: Exclude<CalcContract, string>, field: string): ContractTerms {
  const settleAsset = assetId(given.settleAsset);
  return {
    id: contractId('given', field),
    venue: '',
    symbol: 'this contract',
    name: 'this contract',
    underlying: given.payoff === 'inverse' ? settleAsset : assetId('underlying'),
    quote: given.payoff === 'linear' ? settleAsset : assetId('quote'),
    settleAsset,
    kind: given.kind,
    payoff: given.payoff,
    multiplier: quantity(given.multiplier),
    quantityUnit: given.quantityUnit,
    quantityStep: quantity(given.quantityStep),
    minQuantity: given.minQuantity === undefined ? null : quantity(given.minQuantity),
    minNotional: given.minNotional === undefined ? null : money(given.minNotional),
    priceTick: given.priceTick === undefined ? null : price(given.priceTick),
    expiry: given.expiry === undefined ? null : localDate(given.expiry),
    ...notKnown,
  };
}

const notKnown = {
  series: null,
  maxQuantity: null,
  maxLeverage: null,
  feePerContract: null,
  settlement: 'cash',
  settlementIndex: null,
  fixing: null,
  resets: 'never',
  margin: null,
  liquidation: null,
  evidence: [],
  notes: null,
  expiryRule: null,
  takerFee: null,
  makerFee: null,
  fundingIntervalHours: null,
  section1256: { status: false, settled: false, reason: 'not asked' },
  usPersons: null,
  asOf: localDate('1970-01-01'),
} as const satisfies Partial<ContractTerms>;
