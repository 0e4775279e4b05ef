import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { EarlierTerms } from './earlier-terms.ts';
import { money, price, quantity, rate } from '../../src/shared/num/parse.ts';
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

const usdt = { quote: assetId('USDT'), settleAsset: assetId('USDT') } as const;
const btc = { underlying: assetId('BTC') } as const;
const eth = { underlying: assetId('ETH') } as const;

const bybit = {
  ...common,
  venue: 'Bybit',
  kind: 'perpetual',
  fundingIntervalHours: 8,
  takerFee: rate('0.00055'),
  makerFee: rate('0.0002'),
} as const;
const bybitDocs = 'https://bybit-exchange.github.io/docs/v5/market/instrument @072c197d';
const bybitMargin = 'https://bybitx.global/pt-PT/announcement-info/margin-parameters';

/** Bybit: linear in coins, inverse in dollars (the quantity box is USD). */
export const bybitContracts = [
  {
    ...bybit,
    ...btc,
    ...usdt,
    id: contractId('bybit', 'BTCUSDT'),
    symbol: 'BTCUSDT',
    name: 'Bybit BTCUSDT perpetual',
    payoff: 'linear',
    multiplier: quantity('1'),
    quantityUnit: 'base',
    quantityStep: quantity('0.001'),
    minQuantity: quantity('0.001'),
    minNotional: money('5'),
    priceTick: price('0.1'),
    initialMargin: rate('0.01'),
    maintenanceMargin: rate('0.005'),
    sources: [bybitDocs, bybitMargin],
    unconfirmed: ['takerFee', 'makerFee'],
    notes: 'Margin by the older complete table; a coarser one of 2026 is known only in part.',
  },
  {
    ...bybit,
    ...eth,
    ...usdt,
    id: contractId('bybit', 'ETHUSDT'),
    symbol: 'ETHUSDT',
    name: 'Bybit ETHUSDT perpetual',
    payoff: 'linear',
    multiplier: quantity('1'),
    quantityUnit: 'base',
    quantityStep: quantity('0.01'),
    minQuantity: quantity('0.01'),
    minNotional: money('5'),
    priceTick: price('0.01'),
    initialMargin: rate('0.01'),
    maintenanceMargin: null,
    sources: [bybitDocs],
    unconfirmed: ['quantityStep', 'minQuantity', 'priceTick', 'takerFee', 'makerFee', 'initialMargin'],
    notes: null,
  },
  {
    ...bybit,
    ...btc,
    id: contractId('bybit', 'BTCUSD'),
    symbol: 'BTCUSD',
    name: 'Bybit BTCUSD inverse perpetual (1 USD)',
    quote: assetId('USD'),
    settleAsset: assetId('BTC'),
    payoff: 'inverse',
    multiplier: quantity('1'),
    quantityUnit: 'quote',
    quantityStep: quantity('1'),
    minQuantity: quantity('1'),
    priceTick: price('0.5'),
    initialMargin: rate('0.01'),
    maintenanceMargin: rate('0.005'),
    sources: [
      bybitDocs,
      'github nautechsystems/nautilus_trader crates/adapters/bybit/test_data/http_get_instruments_inverse.json',
    ],
    unconfirmed: ['takerFee', 'makerFee'],
    notes: 'The quantity box is dollars.',
  },
  {
    ...bybit,
    ...btc,
    id: contractId('bybit', 'BTCUSDMYY'),
    symbol: 'BTCUSDMYY',
    name: 'Bybit BTCUSD inverse quarterly (1 USD)',
    quote: assetId('USD'),
    settleAsset: assetId('BTC'),
    kind: 'dated',
    payoff: 'inverse',
    multiplier: quantity('1'),
    quantityUnit: 'quote',
    quantityStep: quantity('1'),
    minQuantity: quantity('1'),
    priceTick: price('0.5'),
    expiryRule: 'Last Friday of March, June, September and December, 08:00 UTC.',
    series: { prefix: 'BTCUSD', naming: 'month-code', cycle: 'last-friday-quarterly', holidays: 'none' },
    fundingIntervalHours: null,
    initialMargin: rate('0.01'),
    maintenanceMargin: null,
    sources: [],
    confidence: 'from-knowledge',
    unconfirmed: ['multiplier', 'priceTick', 'expiryRule', 'takerFee', 'makerFee', 'initialMargin'],
    notes: 'The month is written as H, M, U or Z: BTCUSDZ26.',
  },
] as const satisfies readonly EarlierTerms[];

const okx = {
  ...common,
  venue: 'OKX',
  kind: 'perpetual',
  quantityUnit: 'contracts',
  fundingIntervalHours: 8,
  takerFee: rate('0.0005'),
  makerFee: rate('0.0002'),
  initialMargin: rate('0.01'),
  maintenanceMargin: null,
  unconfirmed: ['takerFee', 'makerFee'],
} as const;
const okxCapture =
  'github nautechsystems/nautilus_trader crates/adapters/okx/test_data/http_get_instruments_swap.json @a95c8042';

/** OKX: the quantity box counts contracts, not coins. */
export const okxContracts = [
  {
    ...okx,
    ...btc,
    ...usdt,
    id: contractId('okx', 'BTC-USDT-SWAP'),
    symbol: 'BTC-USDT-SWAP',
    name: 'OKX BTC-USDT perpetual (0.01 BTC)',
    payoff: 'linear',
    multiplier: quantity('0.01'),
    quantityStep: quantity('0.01'),
    minQuantity: quantity('0.01'),
    priceTick: price('0.1'),
    sources: [okxCapture],
    notes: 'A quantity of 1 is 0.01 BTC.',
  },
  {
    ...okx,
    ...eth,
    ...usdt,
    id: contractId('okx', 'ETH-USDT-SWAP'),
    symbol: 'ETH-USDT-SWAP',
    name: 'OKX ETH-USDT perpetual (0.1 ETH)',
    payoff: 'linear',
    multiplier: quantity('0.1'),
    quantityStep: quantity('0.01'),
    minQuantity: quantity('0.01'),
    priceTick: price('0.01'),
    sources: [okxCapture],
    notes: 'A quantity of 1 is 0.1 ETH.',
  },
  {
    ...okx,
    ...btc,
    id: contractId('okx', 'BTC-USD-SWAP'),
    symbol: 'BTC-USD-SWAP',
    name: 'OKX BTC-USD inverse perpetual (100 USD)',
    quote: assetId('USD'),
    settleAsset: assetId('BTC'),
    payoff: 'inverse',
    multiplier: quantity('100'),
    quantityStep: quantity('1'),
    minQuantity: quantity('1'),
    priceTick: price('0.1'),
    sources: [okxCapture],
    notes: null,
  },
] as const satisfies readonly EarlierTerms[];
