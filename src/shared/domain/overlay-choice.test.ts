import { describe, expect, test } from 'vitest';
import { assetsToHedge, overlayInput, rankedContracts, type Contract } from './overlay-choice.ts';

function contract(id: string, fields: Partial<Contract> = {}): Contract {
  return {
    id,
    venue: 'V',
    symbol: id,
    name: id,
    underlying: 'BTC',
    quote: 'USD',
    settleAsset: 'USD',
    kind: 'perpetual',
    payoff: 'linear',
    multiplier: '1',
    quantityUnit: 'contracts',
    quantityStep: '1',
    minQuantity: null,
    expiry: null,
    expiryRule: null,
    takerFee: null,
    initialMargin: null,
    section1256: false,
    section1256Settled: true,
    section1256Reason: '',
    usPersons: true,
    asOf: '2026-11-22',
    confidence: 'verified',
    sources: [],
    ...fields,
  };
}

const position = {
  contract: 'closed-to-us',
  contractName: '',
  account: 'a',
  accountName: 'A',
  underlying: 'BTC',
  side: 'short' as const,
  quantity: '1',
  unit: 'base' as const,
  quote: 'USDT',
  averageEntry: null,
  mark: null,
  markTime: null,
  notional: null,
  delta: null,
  realisedProfit: '0',
  unrealisedProfit: null,
  fees: '0',
  funding: '0',
  settleAsset: 'USDT',
  expiry: null,
  explain: '',
};

const contracts = [
  contract('closed-to-us', { usPersons: false, multiplier: '0.001' }),
  contract('unknown', { usPersons: null }),
  contract('inverse', { payoff: 'inverse' }),
  contract('large', { multiplier: '5' }),
  contract('small', { multiplier: '0.1' }),
  contract('ether', { underlying: 'ETH' }),
];

describe('which contract first', () => {
  test('open to US persons, then linear, then small', () => {
    expect(rankedContracts('BTC', contracts, []).map(({ id }) => id)).toEqual([
      'small',
      'large',
      'inverse',
      'unknown',
      'closed-to-us',
    ]);
  });

  test('an open position decides among contracts that one may use, and never against that', () => {
    const onLarge = { ...position, contract: 'large' };
    expect(rankedContracts('BTC', contracts, [onLarge])[0]?.id).toBe('large');
    expect(rankedContracts('BTC', contracts, [{ ...onLarge, side: 'flat' }])[0]?.id).toBe('small');
    expect(rankedContracts('BTC', contracts, [position])[0]?.id).toBe('small');
  });

  test('surely under section 1256 before unsettled, the later expiry before the nearer', () => {
    const dated = [
      contract('perpetual', { section1256: true, section1256Settled: false, multiplier: '0.01' }),
      contract('december', { section1256: true, expiry: '2026-12-24' }),
      contract('march', { section1256: true, expiry: '2027-03-25' }),
    ];
    expect(rankedContracts('BTC', dated, []).map(({ id }) => id)).toEqual(['march', 'december', 'perpetual']);
  });
});

test('the input: chosen, else most fitting; none on request or where there is none', () => {
  const input = overlayInput(['BTC', 'ETH', 'XRP'], { ETH: '' }, contracts, [], 'nearest');
  expect(input).toEqual({ contracts: [{ asset: 'BTC', contract: 'small' }], rounding: 'nearest' });
});

test('money and what is on target need no contract', () => {
  const row = (asset: string, drift: string) => ({
    asset,
    drift,
    target: '0.5',
    spotWeight: '0',
    effectiveWeight: '0',
    driftValue: '0',
    bandLow: '0',
    bandHigh: '0',
    outside: false,
  });
  expect(
    assetsToHedge(
      [row('BTC', '0.1'), row('ETH', '0'), row('USDT', '-0.1'), row('SOL', '-0.01')],
      [
        { asset: 'USDT', assetClass: 'stablecoin' },
        { asset: 'BTC', assetClass: 'coin' },
      ],
    ),
  ).toEqual(['BTC', 'SOL']);
});
