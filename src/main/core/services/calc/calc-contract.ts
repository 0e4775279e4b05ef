import { contractCatalogue } from '../../../../../resources/contracts/catalogue.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { contractId } from '../../../../shared/domain/contract-spec.ts';
import type { CalcContract } from '../../../../shared/contract/calc-contract.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { money, quantity } from '../../../../shared/num/parse.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { localDateOf, timeZone } from '../../../../shared/time/time-zone.ts';
import { contractLookup } from '../../../engine/futures/contract-lookup.ts';
import type { SizingTerms } from '../../../engine/futures/size-hedge.ts';

const termsOf = contractLookup(contractCatalogue);
const UTC = timeZone('UTC');

/** What a `calc` document names to be ordered. */
export interface CalcSized {
  readonly terms: SizingTerms;
  /** The coin that it follows; null where given terms do not say. */
  readonly underlying: AssetId | null;
}

/**
 * The terms of a contract that is to be ordered.
 * Errors: `contracts/unknown`, `contracts/expired` where its last day is over at `now`.
 */
export function orderableOf(contract: CalcContract, field: string, now: Instant): Result<CalcSized> {
  const terms = sizingTermsOf(contract, field);
  if (!terms.ok) return terms;
  const expiry = expiryOf(contract);
  return expiry !== null && hasExpired(expiry, now)
    ? fail('contracts/expired', { contract: nameOf(contract) }, { field })
    : ok({ terms: terms.value, underlying: underlyingOf(contract) });
}

/** Whether a contract's last day is over: without a ledger days are those of UTC. */
export function hasExpired(expiry: LocalDate, now: Instant): boolean {
  return expiry < localDateOf(now, UTC);
}

function expiryOf(contract: CalcContract): LocalDate | null {
  if (typeof contract === 'string') return catalogued(contract)?.expiry ?? null;
  return contract.expiry === undefined ? null : localDate(contract.expiry);
}

function underlyingOf(contract: CalcContract): AssetId | null {
  if (typeof contract === 'string') return catalogued(contract)?.underlying ?? null;
  return contract.payoff === 'inverse' ? assetId(contract.settleAsset) : null;
}

function nameOf(contract: CalcContract): string {
  return typeof contract === 'string' ? contract : `that ends on ${contract.expiry ?? 'a day that is past'}`;
}

function catalogued(contract: string): ReturnType<typeof termsOf> {
  const [venueKey = '', symbol = ''] = contract.split(':', 2);
  return termsOf(contractId(venueKey, symbol));
}

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
  const terms = catalogued(contract);
  return terms === undefined ? fail('contracts/unknown', { contract }, { field }) : ok(terms);
}
