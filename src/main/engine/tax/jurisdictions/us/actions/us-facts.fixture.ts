/** Facts of a small ledger, for whoever plans ahead. */
import type { ContractSpec } from '../../../../../../shared/domain/contract-spec.ts';
import { assetId } from '../../../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../../../shared/domain/lot.ts';
import { defaultTaxElections } from '../../../../../../shared/domain/tax-elections.ts';
import type { TaxElectionValues } from '../../../../../../shared/domain/tax-elections.ts';
import { money, price, quantity } from '../../../../../../shared/num/parse.ts';
import { localDate, yearOf } from '../../../../../../shared/time/local-date.ts';
import { specOf } from '../../../../../../../test/properties/futures.fixture.ts';
import { longTermFrom } from '../long-term-from.ts';
import type { UsFacts } from '../us-facts.ts';
import type { StraddleLot, TaxPositionId } from '../straddles/straddle-case.ts';
import type { ActionBook } from './action-book.ts';

export const btc = assetId('BTC');
export const usd = assetId('USD');
export const perpetual = outside('linear');
export const inverse = outside('inverse');
export const micro: ContractSpec = {
  ...specOf('linear', { symbol: 'MICRO' }),
  section1256: { status: true, settled: true, reason: 'test' },
};
export const idOf = (text: string): LotId => text as LotId;
export const positionOf = (text: string): TaxPositionId => text as TaxPositionId;

function outside(payoff: 'linear' | 'inverse'): ContractSpec {
  return {
    ...specOf(payoff, { symbol: payoff === 'linear' ? 'PERP' : 'INV' }),
    section1256: { status: false, settled: true, reason: 'test' },
  };
}

/** A lot that nothing has left yet. */
export function lotOf(id: string, coins: string, cost: string, acquired: string): StraddleLot {
  return {
    id: idOf(id),
    asset: btc,
    quantity: quantity(coins),
    costBasis: money(cost),
    acquired: localDate(acquired),
    departures: [],
  };
}

/** A ledger without futures and without sales. */
export function factsOn(asOf: string, elections: Partial<TaxElectionValues> = {}): UsFacts {
  const year = yearOf(localDate(asOf));
  return {
    disposed: [],
    income: [],
    loose: [],
    stretches: new Map(),
    crossCounts: () => false,
    issues: [],
    straddles: {
      lots: [],
      futures: [],
      offsets: [],
      waiting: [],
      carryingCosts: [],
      firstYear: year,
      lastYear: year,
      asOf: localDate(asOf),
      elections: { ...defaultTaxElections, ...elections },
      priceOn: () => price('50000'),
    },
  };
}

/** What lots there are, and prices by day: the last at or before it. */
export function bookOf(lots: readonly StraddleLot[], prices: Readonly<Record<string, string>>): ActionBook {
  const days = Object.keys(prices).sort();
  const coinOn: ActionBook['priceOn'] = (asset, date) => {
    if (asset !== btc) return price('1');
    const day = days.findLast((one) => one <= (date as unknown as string));
    const at = day === undefined ? undefined : prices[day];
    return at === undefined ? null : price(at);
  };
  return {
    lotOf: (id) => {
      const lot = lots.find((one) => one.id === id);
      return lot === undefined ? undefined : { lot, longTermFrom: longTermFrom(lot.acquired) };
    },
    priceOn: coinOn,
    contractPriceOn: ({ underlying }, date) => coinOn(underlying, date),
  };
}
