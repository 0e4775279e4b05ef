import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
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
] as const satisfies readonly ContractTerms[];

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
] as const satisfies readonly ContractTerms[];

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
] as const satisfies readonly ContractTerms[];

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
] as const satisfies readonly ContractTerms[];
