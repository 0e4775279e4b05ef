import type { CallAnswer } from '../../../shared/contract/contract.ts';

type Holdings = CallAnswer<'holdings.read'>;
type Holding = Holdings['holdings'][number];
type Position = Holdings['positions'][number];

export function holding(asset: string, fields: Partial<Holding> = {}): Holding {
  return {
    asset,
    assetClass: 'coin',
    quantity: '1',
    price: '65000',
    priceTime: '2026-11-20T00:00:00Z',
    priceSource: 'typed',
    value: '65000',
    weight: '0.65',
    futuresQuantity: '0',
    futuresValue: '0',
    effectiveQuantity: '1',
    effectiveValue: '65000',
    effectiveWeight: '0.65',
    costBasis: '40000',
    basisUnknown: false,
    unrealisedShort: '0',
    unrealisedLong: '25000',
    nextLongTerm: null,
    stoppedQuantity: null,
    byAccount: [],
    explain: `holding:${asset}`,
    ...fields,
  };
}

export function position(contract: string, fields: Partial<Position> = {}): Position {
  return {
    contract,
    contractName: contract,
    account: 'binance-um',
    accountName: 'Binance Futures',
    underlying: 'BTC',
    side: 'short',
    quantity: '0.2',
    unit: 'base',
    quote: 'USDT',
    averageEntry: '64000',
    mark: '65000',
    markTime: '2026-11-20T00:00:00Z',
    notional: '13000',
    delta: '-0.2',
    realisedProfit: '0',
    unrealisedProfit: '-200',
    fees: '-5',
    funding: '12.5',
    settleAsset: 'USDT',
    expiry: null,
    explain: `position:${contract}`,
    ...fields,
  };
}

export function holdingsAnswer(fields: Partial<Holdings> = {}): Holdings {
  return {
    asOf: '2026-11-22',
    pricesAsOf: '2026-11-20T00:00:00Z',
    pricesDay: '2026-11-20',
    currency: 'USD',
    total: '100000',
    costBasis: '60000',
    costWithoutPrice: '0',
    worthWithoutLot: '0',
    unrealisedShort: '0',
    unrealisedLong: '40000',
    unknownCost: 'zero-cost',
    holdings: [],
    positions: [],
    issues: [],
    assumptions: [],
    ...fields,
  };
}
