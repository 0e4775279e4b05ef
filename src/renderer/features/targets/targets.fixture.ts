import type { CallAnswer } from '../../../shared/contract/contract.ts';
import type { Contract } from '../../../shared/domain/overlay-choice.ts';
import type { Overlay, Targets } from './view-model.ts';

type Holding = CallAnswer<'holdings.read'>['holdings'][number];

export function held(
  asset: string,
  value: string,
  assetClass: Holding['assetClass'] = 'coin',
  futuresValue = '0',
): Holding {
  return {
    asset,
    assetClass,
    quantity: value,
    price: '1',
    priceTime: null,
    priceSource: null,
    value,
    weight: value,
    futuresQuantity: futuresValue,
    futuresValue,
    effectiveQuantity: value,
    effectiveValue: value,
    effectiveWeight: value,
    costBasis: '0',
    basisUnknown: false,
    unrealisedShort: '0',
    unrealisedLong: '0',
    nextLongTerm: null,
    stoppedQuantity: null,
    byAccount: [],
    explain: `holding:${asset}`,
  };
}

export function contract(id: string, fields: Partial<Contract> = {}): Contract {
  return {
    id,
    venue: 'Binance USD-M',
    symbol: 'BTCUSDT',
    name: id,
    underlying: 'BTC',
    quote: 'USDT',
    settleAsset: 'USDT',
    kind: 'perpetual',
    payoff: 'linear',
    multiplier: '1',
    quantityUnit: 'base',
    quantityStep: '0.001',
    minQuantity: '0.001',
    expiry: null,
    expiryRule: null,
    takerFee: '0.0005',
    initialMargin: '0.006667',
    section1256: false,
    section1256Settled: true,
    section1256Reason: 'Not traded on a qualified board or exchange.',
    usPersons: false,
    asOf: '2026-11-22',
    confidence: 'verified',
    sources: [],
    ...fields,
  };
}

function row(asset: string, effectiveWeight: string, off: string): Targets['drift'][number] {
  return {
    asset,
    target: '0.5',
    spotWeight: effectiveWeight,
    effectiveWeight,
    drift: off,
    driftValue: '15000',
    bandLow: '0.45',
    bandHigh: '0.55',
    outside: true,
  };
}

export const drift: Targets['drift'] = [row('BTC', '0.65', '0.15'), row('ETH', '0.35', '-0.15')];

export const overlay: Overlay = {
  sentence: 'Short 0.231 BTC with BTCUSDT.',
  value: '100000',
  legs: [],
  before: [
    { asset: 'BTC', target: '0.5', weight: '0.65' },
    { asset: 'ETH', target: '0.5', weight: '0.35' },
  ],
  after: [
    { asset: 'BTC', target: '0.5', weight: '0.5002' },
    { asset: 'ETH', target: '0.5', weight: '0.4998' },
  ],
  risks: [],
  hedgedLots: [],
  entryOrder: null,
  exposure: [],
};
