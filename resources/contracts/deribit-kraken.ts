import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { EarlierTerms } from './earlier-terms.ts';
import { price, quantity, rate } from '../../src/shared/num/parse.ts';
import { localDate } from '../../src/shared/time/local-date.ts';
import { notQualified } from './section-1256.ts';

const common = {
  expiry: null,
  expiryRule: null,
  series: null,
  minNotional: null,
  section1256: notQualified,
  usPersons: false,
  asOf: localDate('2026-11-22'),
  confidence: 'verified',
} as const;

const btc = { underlying: assetId('BTC') } as const;
const eth = { underlying: assetId('ETH') } as const;

const deribit = {
  ...common,
  venue: 'Deribit',
  quote: assetId('USD'),
  payoff: 'inverse',
  multiplier: quantity('1'),
  quantityUnit: 'quote',
  takerFee: rate('0.0005'),
  makerFee: rate('0'),
  initialMargin: rate('0.02'),
  maintenanceMargin: rate('0.01'),
} as const;
const deribitCapture =
  'github nautechsystems/nautilus_trader crates/adapters/deribit/test_data/http_get_instruments.json';

/** Deribit inverse: the amount is dollars, in steps of the contract size. */
export const deribitContracts = [
  {
    ...deribit,
    ...btc,
    id: contractId('deribit', 'BTC-PERPETUAL'),
    symbol: 'BTC-PERPETUAL',
    name: 'Deribit BTC inverse perpetual (10 USD)',
    settleAsset: assetId('BTC'),
    kind: 'perpetual',
    quantityStep: quantity('10'),
    minQuantity: quantity('10'),
    priceTick: price('0.5'),
    fundingIntervalHours: 8,
    sources: [deribitCapture, 'https://www.deribit.com/pages/docs/perpetual'],
    unconfirmed: [],
    notes: 'Margin rates grow with the size of the position. Funding accrues every millisecond.',
  },
  {
    ...deribit,
    ...eth,
    id: contractId('deribit', 'ETH-PERPETUAL'),
    symbol: 'ETH-PERPETUAL',
    name: 'Deribit ETH inverse perpetual (1 USD)',
    settleAsset: assetId('ETH'),
    kind: 'perpetual',
    quantityStep: quantity('1'),
    minQuantity: quantity('1'),
    priceTick: price('0.05'),
    fundingIntervalHours: 8,
    sources: ['https://www.deribit.com/pages/docs/perpetual'],
    confidence: 'from-knowledge',
    unconfirmed: [
      'multiplier',
      'quantityStep',
      'minQuantity',
      'priceTick',
      'initialMargin',
      'maintenanceMargin',
    ],
    notes: null,
  },
  {
    ...deribit,
    ...btc,
    id: contractId('deribit', 'BTC-DDMMMYY'),
    symbol: 'BTC-DDMMMYY',
    name: 'Deribit BTC inverse future (10 USD)',
    settleAsset: assetId('BTC'),
    kind: 'dated',
    quantityStep: quantity('10'),
    minQuantity: quantity('10'),
    priceTick: price('0.5'),
    expiryRule: 'Fridays, 08:00 UTC, at the mean index of the half hour before.',
    series: { prefix: 'BTC-', naming: 'dmmmyy', cycle: 'last-friday-quarterly', holidays: 'none' },
    fundingIntervalHours: null,
    sources: [deribitCapture],
    unconfirmed: [],
    notes: null,
  },
] as const satisfies readonly EarlierTerms[];

const kraken = {
  ...common,
  venue: 'Kraken Futures',
  quote: assetId('USD'),
  kind: 'perpetual',
  multiplier: quantity('1'),
  takerFee: rate('0.0005'),
  makerFee: rate('0.0002'),
  fundingIntervalHours: 1,
  initialMargin: rate('0.02'),
  maintenanceMargin: rate('0.01'),
  unconfirmed: ['takerFee', 'makerFee'],
} as const;
const krakenMarkets = 'github ccxt/ccxt ts/src/test/static/markets/krakenfutures.json @3802e1a2';

/** Kraken Futures (not Kraken Derivatives US): linear in coins, inverse in dollars; it writes XBT for BTC. */
export const krakenFuturesContracts = [
  {
    ...kraken,
    ...btc,
    id: contractId('kraken-futures', 'PF_XBTUSD'),
    symbol: 'PF_XBTUSD',
    name: 'Kraken Futures BTC perpetual',
    settleAsset: assetId('USD'),
    payoff: 'linear',
    quantityUnit: 'base',
    quantityStep: quantity('0.0001'),
    minQuantity: quantity('0.0001'),
    priceTick: price('1'),
    sources: [krakenMarkets],
    notes: 'Several collaterals. Funding is exchanged every hour.',
  },
  {
    ...kraken,
    ...eth,
    id: contractId('kraken-futures', 'PF_ETHUSD'),
    symbol: 'PF_ETHUSD',
    name: 'Kraken Futures ETH perpetual',
    settleAsset: assetId('USD'),
    payoff: 'linear',
    quantityUnit: 'base',
    quantityStep: quantity('0.001'),
    minQuantity: quantity('0.001'),
    priceTick: price('0.1'),
    sources: [krakenMarkets],
    notes: null,
  },
  {
    ...kraken,
    ...btc,
    id: contractId('kraken-futures', 'PI_XBTUSD'),
    symbol: 'PI_XBTUSD',
    name: 'Kraken Futures BTC inverse perpetual (1 USD)',
    settleAsset: assetId('BTC'),
    payoff: 'inverse',
    quantityUnit: 'quote',
    quantityStep: quantity('1'),
    minQuantity: quantity('1'),
    priceTick: price('0.5'),
    sources: [krakenMarkets, 'https://support.kraken.com/hc/uk-ua/articles/360022835911'],
    notes: 'Retail clients of some countries put up 50 %.',
  },
] as const satisfies readonly EarlierTerms[];
