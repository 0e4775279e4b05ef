/** Tax facts of a few events, for tests. */
import { assetId } from '../../../../../shared/domain/asset.ts';
import type { ContractId, ContractSpec } from '../../../../../shared/domain/contract-spec.ts';
import type { LedgerEvent } from '../../../../../shared/domain/event.ts';
import type { PriceMark } from '../../../../../shared/domain/price-mark.ts';
import { defaultTaxElections } from '../../../../../shared/domain/tax-elections.ts';
import type { TaxElectionValues } from '../../../../../shared/domain/tax-elections.ts';
import { price } from '../../../../../shared/num/parse.ts';
import { instantFromIso } from '../../../../../shared/time/instant.ts';
import { localDate, yearOf } from '../../../../../shared/time/local-date.ts';
import { timeZone, utc } from '../../../../../shared/time/time-zone.ts';
import { matchLots } from '../../../lots/match-lots.ts';
import { taxYearsOf } from '../../tax-years.ts';
import type { TaxYears } from '../../tax-years.ts';
import { priceBookOf } from '../../../valuation/price-book.ts';
import { longTermFrom } from './long-term-from.ts';
import { usFactsOf } from './us-facts-of.ts';
import type { UsFactsInput } from './us-facts-of.ts';
import type { UsFacts } from './us-facts.ts';

export interface GivenFacts extends Partial<Pick<UsFactsInput, 'legs' | 'regimeOf' | 'waiting'>> {
  readonly events: readonly LedgerEvent[];
  readonly specOf: (contract: ContractId) => ContractSpec | undefined;
  readonly asOf: string;
  readonly marks?: readonly PriceMark[];
  readonly elections?: Partial<TaxElectionValues>;
  readonly zone?: string;
}

export function usFactsGiven(given: GivenFacts): UsFacts {
  const { events, specOf, marks = [], elections = {}, legs = [], waiting = [] } = given;
  const prices = priceBookOf(assetId('USD'), marks);
  const zone = given.zone === undefined ? utc : timeZone(given.zone);
  const lots = matchLots(events, {
    methodAt: () => 'fifo',
    scope: 'account',
    longTermFrom,
    timeZone: zone,
    prices,
    movements: [],
  });
  return usFactsOf({
    lots,
    events,
    specOf,
    prices,
    timeZone: zone,
    asOf: localDate(given.asOf),
    elections: { ...defaultTaxElections, ...elections },
    legs,
    regimeOf: given.regimeOf ?? (() => 'none'),
    waiting,
  });
}

/** The ledger's own years, without a profile. */
export function yearsGiven(given: GivenFacts): TaxYears {
  return taxYearsOf({
    profile: null,
    facts: usFactsGiven(given),
    currentYear: yearOf(localDate(given.asOf)),
  });
}

export function markOf(of: PriceMark['of'], day: string, amount: string): PriceMark {
  return { of, time: instantFromIso(`${day}T21:00:00Z`), price: price(amount), source: 'settlement' };
}
