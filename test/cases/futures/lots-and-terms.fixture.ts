/** A contract of the catalogue by its venue and symbol, and a lot by its figures. */
import { accountId } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import { contractId } from '../../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../src/shared/domain/contract-terms.ts';
import type { EventId } from '../../../src/shared/domain/event.ts';
import type { LotId, OpenLot } from '../../../src/shared/domain/lot.ts';
import { money, quantity } from '../../../src/shared/num/parse.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { localDate } from '../../../src/shared/time/local-date.ts';
import { contractCatalogue } from '../../../resources/contracts/catalogue.ts';
import { contractLookup } from '../../../src/main/engine/futures/contract-lookup.ts';

const catalogue = contractLookup(contractCatalogue);

export function terms(venueKey: string, symbol: string): ContractTerms {
  const found = catalogue(contractId(venueKey, symbol));
  if (found === undefined) throw new Error(`no ${venueKey}:${symbol}`);
  return found;
}

export function lot(
  id: string,
  asset: string,
  amount: string,
  costBasis: string,
  acquired: string,
  longTermFrom: string,
): OpenLot {
  return {
    id: id as LotId,
    event: id as EventId,
    asset: assetId(asset),
    account: accountId('coinbase'),
    quantity: quantity(amount),
    acquired: instantFromIso(`${acquired}T12:00:00Z`),
    acquiredDate: localDate(acquired),
    costBasis: money(costBasis),
    longTermFrom: localDate(longTermFrom),
    basisUnknown: false,
  };
}
