/** A United States single filer of 2026 with 150 000 of wages: 24 % on the next short-term gain, 15 % on long-term. */
import { accountId } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import { contractId } from '../../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../src/shared/domain/contract-terms.ts';
import type { EventId } from '../../../src/shared/domain/event.ts';
import type { LotId, OpenLot } from '../../../src/shared/domain/lot.ts';
import { money, price, quantity, rate } from '../../../src/shared/num/parse.ts';
import { valueOf } from '../../../src/shared/num/products.ts';
import { zeroMoney } from '../../../src/shared/num/types.ts';
import { instantFromIso } from '../../../src/shared/time/instant.ts';
import { localDate } from '../../../src/shared/time/local-date.ts';
import { contractCatalogue } from '../../../resources/contracts/catalogue.ts';
import { contractLookup } from '../../../src/main/engine/futures/contract-lookup.ts';
import { coins } from '../../../src/main/engine/futures/units.ts';
import type {
  CoinTrade,
  ComparisonCase,
  PlannedLeg,
} from '../../../src/main/engine/rebalance/compare/comparison-case.ts';
import type { YearInput } from '../../../src/main/engine/tax/assessment.ts';

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

export function trade(asset: string, amount: string, at: string, change: string): CoinTrade {
  return { asset: assetId(asset), coins: coins(quantity(amount)), price: price(at), change: rate(change) };
}

export function leg(
  of: ContractTerms,
  amount: string,
  at: string,
  change: string,
  costToShort: string,
): PlannedLeg {
  const size = coins(quantity(amount.replace('-', '')));
  return {
    asset: of.underlying,
    terms: of,
    coins: coins(quantity(amount)),
    notional: valueOf(size, price(at), 'half-even'),
    price: price(at),
    change: rate(change),
    costToShort: rate(costToShort),
    carryWords: `${of.symbol}: assumed.`,
  };
}

/** Lots in one account, sold first in first out. */
export const oneAccount: Pick<ComparisonCase, 'lotMethod' | 'elsewhere' | 'accountName'> = {
  lotMethod: 'fifo',
  elsewhere: [],
  accountName: (account) => account,
};

export function year(of: number, ordinaryIncome = '150000'): YearInput {
  return {
    year: of,
    filingStatus: 'single',
    ordinaryIncome: money(ordinaryIncome),
    deduction: 'standard',
    otherInvestmentIncome: zeroMoney,
    qualifiedDividends: zeroMoney,
    shortTermGain: zeroMoney,
    longTermGain: zeroMoney,
    section1256Gain: zeroMoney,
    carryforward: { shortTerm: zeroMoney, longTerm: zeroMoney },
  };
}
