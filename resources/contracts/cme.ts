import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import type { EarlierTerms } from './earlier-terms.ts';
import { price, quantity } from '../../src/shared/num/parse.ts';
import { localDate } from '../../src/shared/time/local-date.ts';
import { regulatedFuture } from './section-1256.ts';

/** CME futures, one template a product: an instance is "cme:MBT-202612". Margin is set daily per contract: ask the broker. */
const common = {
  venue: 'CME',
  quote: assetId('USD'),
  settleAsset: assetId('USD'),
  kind: 'dated',
  payoff: 'linear',
  quantityUnit: 'contracts',
  quantityStep: quantity('1'),
  minQuantity: quantity('1'),
  minNotional: null,
  expiry: null,
  expiryRule:
    'Last Friday of the contract month, 16:00 London; where that is no business day in London and the United States, the business day before.',
  takerFee: null,
  makerFee: null,
  fundingIntervalHours: null,
  initialMargin: null,
  maintenanceMargin: null,
  section1256: regulatedFuture,
  usPersons: true,
  asOf: localDate('2026-11-22'),
  confidence: 'verified',
  unconfirmed: [],
} as const;

const monthly = (symbol: string): ContractTerms['series'] => ({
  prefix: `${symbol}-`,
  naming: 'yyyymm',
  cycle: 'last-friday-monthly',
  holidays: 'day-before',
});

const cmePages =
  'https://www.cmegroup.com/markets/cryptocurrencies/micro-bitcoin-and-micro-ether-options.html';
const round = 'https://bitbo.io/news/cme-247-crypto-futures';

export const cmeContracts = [
  {
    ...common,
    id: contractId('cme', 'BTC'),
    symbol: 'BTC',
    name: 'CME Bitcoin (5 BTC)',
    underlying: assetId('BTC'),
    multiplier: quantity('5'),
    priceTick: price('5'),
    series: monthly('BTC'),
    sources: [
      'https://www.cmegroup.com/trading/equity-index/us-index/bitcoin_contractSpecs_options.html',
      'https://www.interactivebrokers.com.au/en/trading/cme-micro-bitcoin.php',
      round,
    ],
    notes: 'One contract is 5 coins. Some pages say 50: wrong.',
  },
  {
    ...common,
    id: contractId('cme', 'MBT'),
    symbol: 'MBT',
    name: 'CME Micro Bitcoin (0.1 BTC)',
    underlying: assetId('BTC'),
    multiplier: quantity('0.1'),
    priceTick: price('5'),
    series: monthly('MBT'),
    sources: ['https://www.interactivebrokers.com.au/en/trading/cme-micro-bitcoin.php', cmePages, round],
    notes: '50 of them make one CME Bitcoin contract.',
  },
  {
    ...common,
    id: contractId('cme', 'BFF'),
    symbol: 'BFF',
    name: 'CME Bitcoin Friday (0.02 BTC)',
    underlying: assetId('BTC'),
    multiplier: quantity('0.02'),
    priceTick: price('5'),
    expiryRule: 'Every Friday, 16:00 New York.',
    series: { prefix: 'BFF-', naming: 'yymmdd', cycle: 'friday-weekly', holidays: 'day-before' },
    sources: [cmePages, round],
    unconfirmed: ['priceTick', 'expiryRule'],
    notes:
      'Settles at the New York fixing, not the London one. Rolled weekly it costs 52 half-spreads a year.',
  },
  {
    ...common,
    id: contractId('cme', 'ETH'),
    symbol: 'ETH',
    name: 'CME Ether (50 ETH)',
    underlying: assetId('ETH'),
    multiplier: quantity('50'),
    priceTick: price('0.5'),
    series: monthly('ETH'),
    sources: [
      'https://www.directaccess.com.sg/post/understanding-the-ethereum-futures-on-cme-easy-access-to-cryptocurrency-world',
      'https://www.kgieworld.sg/futures/cme-micro-ether-futures',
      round,
    ],
    notes: null,
  },
  {
    ...common,
    id: contractId('cme', 'MET'),
    symbol: 'MET',
    name: 'CME Micro Ether (0.1 ETH)',
    underlying: assetId('ETH'),
    multiplier: quantity('0.1'),
    priceTick: price('0.5'),
    series: monthly('MET'),
    sources: [
      'https://www.kgieworld.sg/futures/cme-micro-ether-futures',
      'https://www.cmegroup.com/education/courses/introduction-to-ether/micro-ether-futures-product-overview.html',
      round,
    ],
    notes: '500 of them make one CME Ether contract.',
  },
  {
    ...common,
    id: contractId('cme', 'SOL'),
    symbol: 'SOL',
    name: 'CME Solana (500 SOL)',
    underlying: assetId('SOL'),
    multiplier: quantity('500'),
    priceTick: price('0.05'),
    series: monthly('SOL'),
    sources: [
      'https://cmegroup.com/education/courses/introduction-to-cryptocurrency-futures/micro-cryptocurrency-futures/introduction-to-sol-and-micro-sol-futures.html',
      round,
    ],
    notes: null,
  },
  {
    ...common,
    id: contractId('cme', 'MSL'),
    symbol: 'MSL',
    name: 'CME Micro Solana (25 SOL)',
    underlying: assetId('SOL'),
    multiplier: quantity('25'),
    priceTick: price('0.05'),
    series: monthly('MSL'),
    sources: [
      'https://cmegroup.com/education/courses/introduction-to-cryptocurrency-futures/micro-cryptocurrency-futures/introduction-to-sol-and-micro-sol-futures.html',
      cmePages,
      round,
    ],
    notes: null,
  },
  {
    ...common,
    id: contractId('cme', 'XRP'),
    symbol: 'XRP',
    name: 'CME XRP (50 000 XRP)',
    underlying: assetId('XRP'),
    multiplier: quantity('50000'),
    priceTick: price('0.0005'),
    series: monthly('XRP'),
    sources: ['https://businessmayor.com/?p=1553807', cmePages, round],
    unconfirmed: ['priceTick'],
    notes: null,
  },
  {
    ...common,
    id: contractId('cme', 'MXP'),
    symbol: 'MXP',
    name: 'CME Micro XRP (2 500 XRP)',
    underlying: assetId('XRP'),
    multiplier: quantity('2500'),
    priceTick: price('0.0005'),
    series: monthly('MXP'),
    sources: [cmePages, round],
    unconfirmed: ['priceTick'],
    notes: null,
  },
] as const satisfies readonly EarlierTerms[];
