import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { EarlierTerms } from './earlier-terms.ts';
import { money, price, quantity, rate } from '../../src/shared/num/parse.ts';
import { localDate } from '../../src/shared/time/local-date.ts';
import { notQualified } from './section-1256.ts';

const common = {
  takerFee: rate('0.0005'),
  makerFee: rate('0.0002'),
  expiry: null,
  section1256: notQualified,
  usPersons: false,
  asOf: localDate('2026-11-22'),
  confidence: 'verified',
} as const;

/** USD-M: the quantity box is in coins. Margin rates are those of the lowest tier. */
const linear = {
  ...common,
  venue: 'Binance USD-M',
  quote: assetId('USDT'),
  settleAsset: assetId('USDT'),
  payoff: 'linear',
  multiplier: quantity('1'),
  quantityUnit: 'base',
} as const;
const perpetual = {
  ...linear,
  kind: 'perpetual',
  expiryRule: null,
  series: null,
  fundingIntervalHours: 8,
} as const;
const dated = {
  ...linear,
  kind: 'dated',
  expiryRule: 'Last Friday of March, June, September and December, 08:00 UTC.',
  fundingIntervalHours: null,
  initialMargin: rate('0.04'),
  maintenanceMargin: null,
} as const;

const tiers =
  'github titouannwtt/freqtrade-fork freqtrade/exchange/binance_leverage_tiers.json @56179f3e (2026-05-01)';
const markets = 'github ccxt/ccxt ts/src/test/static/markets/binance.json @0dca8ac0';
const page =
  'https://binance.com/cn/support/faq/usd%E2%93%A2-margined-futures-contract-specifications-360033161972?hl=en';
const captured =
  'github nautechsystems/nautilus_trader tests/integration_tests/adapters/binance/resources/http_responses/http_futures_market_exchange_info.json @a95c8042';
const leastOrder = 'The smallest order in money has changed often: check it at the venue.';

export const binanceUsdMContracts = [
  {
    ...perpetual,
    id: contractId('binance-um', 'BTCUSDT'),
    symbol: 'BTCUSDT',
    name: 'Binance BTCUSDT perpetual',
    underlying: assetId('BTC'),
    quantityStep: quantity('0.001'),
    minQuantity: quantity('0.001'),
    minNotional: money('100'),
    priceTick: price('0.1'),
    initialMargin: rate('0.006667'),
    maintenanceMargin: rate('0.004'),
    sources: [markets, page, tiers],
    unconfirmed: ['takerFee', 'makerFee'],
    notes: leastOrder,
  },
  {
    ...perpetual,
    id: contractId('binance-um', 'ETHUSDT'),
    symbol: 'ETHUSDT',
    name: 'Binance ETHUSDT perpetual',
    underlying: assetId('ETH'),
    quantityStep: quantity('0.001'),
    minQuantity: quantity('0.001'),
    minNotional: money('20'),
    priceTick: price('0.01'),
    initialMargin: rate('0.006667'),
    maintenanceMargin: rate('0.004'),
    sources: [markets, page, tiers],
    unconfirmed: ['takerFee', 'makerFee'],
    notes: leastOrder,
  },
  {
    ...perpetual,
    id: contractId('binance-um', 'SOLUSDT'),
    symbol: 'SOLUSDT',
    name: 'Binance SOLUSDT perpetual',
    underlying: assetId('SOL'),
    quantityStep: quantity('0.01'),
    minQuantity: quantity('0.01'),
    minNotional: money('5'),
    priceTick: price('0.01'),
    initialMargin: rate('0.01'),
    maintenanceMargin: rate('0.005'),
    sources: [markets, page, tiers],
    unconfirmed: ['quantityStep', 'minQuantity', 'priceTick', 'takerFee', 'makerFee'],
    notes: leastOrder,
  },
  {
    ...dated,
    id: contractId('binance-um', 'BTCUSDT_YYMMDD'),
    symbol: 'BTCUSDT_YYMMDD',
    name: 'Binance BTCUSDT quarterly',
    underlying: assetId('BTC'),
    quantityStep: quantity('0.001'),
    minQuantity: quantity('0.001'),
    minNotional: money('5'),
    priceTick: price('0.1'),
    series: { prefix: 'BTCUSDT_', naming: 'yymmdd', cycle: 'last-friday-quarterly', holidays: 'none' },
    sources: [captured, tiers],
    unconfirmed: ['expiryRule', 'takerFee', 'makerFee'],
    notes: 'Fees and margin tiers differ from those of the perpetual.',
  },
  {
    ...dated,
    id: contractId('binance-um', 'ETHUSDT_YYMMDD'),
    symbol: 'ETHUSDT_YYMMDD',
    name: 'Binance ETHUSDT quarterly',
    underlying: assetId('ETH'),
    quantityStep: quantity('0.001'),
    minQuantity: quantity('0.001'),
    minNotional: money('5'),
    priceTick: price('0.01'),
    series: { prefix: 'ETHUSDT_', naming: 'yymmdd', cycle: 'last-friday-quarterly', holidays: 'none' },
    sources: [],
    confidence: 'from-knowledge',
    unconfirmed: [
      'quantityStep',
      'minQuantity',
      'priceTick',
      'expiryRule',
      'takerFee',
      'makerFee',
      'initialMargin',
    ],
    notes: 'Written by analogy with the BTCUSDT quarterly contract; no source was read.',
  },
] as const satisfies readonly EarlierTerms[];

/** COIN-M: the quantity box counts contracts of 100 USD (BTC) or 10 USD (others); profit is in the coin. */
const inverse = {
  ...common,
  venue: 'Binance COIN-M',
  quote: assetId('USD'),
  payoff: 'inverse',
  quantityUnit: 'contracts',
  quantityStep: quantity('1'),
  minQuantity: quantity('1'),
  minNotional: null,
  initialMargin: rate('0.008'),
  unconfirmed: ['takerFee', 'makerFee'],
} as const;

const coinMarginDocs =
  'https://developers.binance.com/docs/derivatives/coin-margined-futures/market-data/rest-api/Exchange-Information';

export const binanceCoinMContracts = [
  {
    ...inverse,
    id: contractId('binance-cm', 'BTCUSD_PERP'),
    symbol: 'BTCUSD_PERP',
    name: 'Binance BTCUSD coin-margined perpetual (100 USD)',
    underlying: assetId('BTC'),
    settleAsset: assetId('BTC'),
    kind: 'perpetual',
    multiplier: quantity('100'),
    priceTick: price('0.1'),
    expiryRule: null,
    series: null,
    fundingIntervalHours: 8,
    maintenanceMargin: rate('0.004'),
    sources: [markets, coinMarginDocs],
    notes: 'One contract is 100 USD of BTC. The margin rate is from a table of 2021.',
  },
  {
    ...inverse,
    id: contractId('binance-cm', 'ETHUSD_PERP'),
    symbol: 'ETHUSD_PERP',
    name: 'Binance ETHUSD coin-margined perpetual (10 USD)',
    underlying: assetId('ETH'),
    settleAsset: assetId('ETH'),
    kind: 'perpetual',
    multiplier: quantity('10'),
    priceTick: price('0.01'),
    expiryRule: null,
    series: null,
    fundingIntervalHours: 8,
    maintenanceMargin: null,
    sources: [markets, coinMarginDocs],
    notes: 'One contract is 10 USD of ETH.',
  },
  {
    ...inverse,
    id: contractId('binance-cm', 'BTCUSD_YYMMDD'),
    symbol: 'BTCUSD_YYMMDD',
    name: 'Binance BTCUSD coin-margined quarterly (100 USD)',
    underlying: assetId('BTC'),
    settleAsset: assetId('BTC'),
    kind: 'dated',
    multiplier: quantity('100'),
    priceTick: price('0.1'),
    expiryRule: 'Last Friday of March, June, September and December, 08:00 UTC.',
    series: { prefix: 'BTCUSD_', naming: 'yymmdd', cycle: 'last-friday-quarterly', holidays: 'none' },
    fundingIntervalHours: null,
    maintenanceMargin: rate('0.004'),
    sources: [markets, coinMarginDocs],
    notes: null,
  },
] as const satisfies readonly EarlierTerms[];
