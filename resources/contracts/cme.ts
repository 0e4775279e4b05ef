import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractSeries, ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import { price, quantity } from '../../src/shared/num/parse.ts';
import { localDate } from '../../src/shared/time/local-date.ts';
import { entry, known, uncertain, unknownTerms, usd, verified } from './entry.ts';
import type { Claim } from './entry.ts';
import { regulatedFuture } from './section-1256.ts';
import { source } from './sources.ts';

const common = {
  ...unknownTerms,
  ...usd,
  venue: 'CME',
  kind: 'dated',
  payoff: 'linear',
  quantityUnit: 'contracts',
  quantityStep: quantity('1'),
  minQuantity: quantity('1'),
  resets: 'daily',
  // Margin is set every day in dollars a contract, and brokers add to it: the user types what theirs asks.
  liquidation: 'broker',
  section1256: regulatedFuture,
  usPersons: true,
  asOf: localDate('2026-11-22'),
} as const;

const LAST_FRIDAY =
  'Last Friday of the contract month, 16:00 London; where that is no business day in London and the United States, the business day before.';
const london = { time: '16:00', zone: 'Europe/London' } as const;

function monthly(symbol: string): ContractSeries {
  return {
    prefix: `${symbol}-`,
    naming: 'yyyymm',
    cycle: 'last-friday-monthly',
    holidays: 'day-before',
  };
}

const claims: readonly Claim[] = [known('usPersons', 'liquidation')];
/** The memo is about bitcoin; other coins meet the same two tests by analogy. */
const bitcoinTax = verified([source.memo1256, source.marking1256], 'section1256', 'resets');
const otherTax: readonly Claim[] = [
  { fields: ['section1256'], confidence: 'from-knowledge', sources: [source.memo1256] },
  verified([source.marking1256], 'resets'),
];

interface Product {
  readonly symbol: string;
  readonly name: string;
  readonly coin: string;
  readonly size: string;
  readonly tick: string | null;
  readonly index: string;
  readonly notes?: string;
}

/** A future on the last Friday of each month at 16:00 London: "cme:MBT-202612". */
function lastFriday({ symbol, name, coin, size, tick, index, notes }: Product, ...own: readonly Claim[]) {
  return entry(
    {
      ...common,
      id: contractId('cme', symbol),
      symbol,
      name,
      underlying: assetId(coin),
      multiplier: quantity(size),
      priceTick: tick === null ? null : price(tick),
      expiryRule: LAST_FRIDAY,
      fixing: london,
      settlementIndex: index,
      series: monthly(symbol),
      notes: notes ?? null,
    },
    own,
    claims,
    coin === 'BTC' ? bitcoinTax : otherTax,
  );
}

const BRR = 'CME CF Bitcoin Reference Rate (BRR)';
const ETHER_RATE = 'CME CF Ether-Dollar Reference Rate (ETHUSD_RR)';
const SOLANA_RATE = 'CME CF Solana-Dollar Reference Rate (SOLUSD_RR)';
const XRP_RATE = 'CME CF XRP-Dollar Reference Rate';

/** CME futures of bitcoin, ether, solana and XRP, one template a product. */
export const cmeContracts: readonly ContractTerms[] = [
  lastFriday(
    {
      symbol: 'BTC',
      name: 'CME Bitcoin (5 BTC)',
      coin: 'BTC',
      size: '5',
      tick: '5',
      index: BRR,
      notes: 'One contract is 5 coins. Some pages say 50: wrong. Calendar spreads trade in steps of 1 USD.',
    },
    verified([source.cmeBtc, source.brokerMbt, source.cmeHours]),
  ),
  lastFriday(
    {
      symbol: 'MBT',
      name: 'CME Micro Bitcoin (0.1 BTC)',
      coin: 'BTC',
      size: '0.1',
      tick: '5',
      index: BRR,
      notes: '50 of them make one CME Bitcoin contract.',
    },
    verified([source.brokerMbt, source.cmeMicro, source.cmeHours]),
  ),
  entry(
    {
      ...common,
      id: contractId('cme', 'BFF'),
      symbol: 'BFF',
      name: 'CME Bitcoin Friday (0.02 BTC)',
      underlying: assetId('BTC'),
      multiplier: quantity('0.02'),
      priceTick: price('5'),
      expiryRule: 'Every Friday, 16:00 New York.',
      fixing: { time: '16:00', zone: 'America/New_York' },
      settlementIndex: 'CME CF Bitcoin Reference Rate New York (BRRNY)',
      series: { prefix: 'BFF-', naming: 'yymmdd', cycle: 'friday-weekly', holidays: 'day-before' },
      notes:
        'Settles at the New York fixing, not the London one: a hedge of BFF with MBT carries the move between the two. Rolled weekly it costs 52 half-spreads a year.',
    },
    known('priceTick', 'expiryRule', 'fixing'),
    claims,
    bitcoinTax,
    verified([source.cmeMicro, source.cmeHours]),
  ),
  lastFriday(
    { symbol: 'ETH', name: 'CME Ether (50 ETH)', coin: 'ETH', size: '50', tick: '0.5', index: ETHER_RATE },
    verified([source.brokerEth, source.brokerMet, source.cmeHours]),
  ),
  lastFriday(
    {
      symbol: 'MET',
      name: 'CME Micro Ether (0.1 ETH)',
      coin: 'ETH',
      size: '0.1',
      tick: '0.5',
      index: ETHER_RATE,
      notes:
        '500 of them make one CME Ether contract. One page gives a tick of 0.01: the course of CME says 0.5.',
    },
    verified([source.brokerMet, source.cmeMicroEther, source.cmeHours]),
  ),
  lastFriday(
    {
      symbol: 'SOL',
      name: 'CME Solana (500 SOL)',
      coin: 'SOL',
      size: '500',
      tick: '0.05',
      index: SOLANA_RATE,
      notes: 'Kraken Derivatives US lists it as GSOL.',
    },
    verified([source.cmeSolana, source.cmeHours]),
  ),
  lastFriday(
    {
      symbol: 'MSL',
      name: 'CME Micro Solana (25 SOL)',
      coin: 'SOL',
      size: '25',
      tick: '0.05',
      index: SOLANA_RATE,
    },
    verified([source.cmeSolana, source.cmeMicro, source.cmeHours]),
  ),
  lastFriday(
    {
      symbol: 'XRP',
      name: 'CME XRP (50 000 XRP)',
      coin: 'XRP',
      size: '50000',
      tick: '0.0005',
      index: XRP_RATE,
    },
    known('priceTick'),
    verified([source.xrpNews, source.cmeMicro, source.cmeHours]),
  ),
  lastFriday(
    {
      symbol: 'MXP',
      name: 'CME Micro XRP (2 500 XRP)',
      coin: 'XRP',
      size: '2500',
      tick: '0.0005',
      index: XRP_RATE,
    },
    known('priceTick'),
    verified([source.cmeMicro, source.cmeHours]),
  ),
];

/** Launched on 2026-02-09; the symbols are descriptive, because the exchange's own were not confirmed. */
function newCoin(coin: string, name: string, size: string, micro: boolean): ContractTerms {
  const spaced = Number(size).toLocaleString('en-US').replaceAll(',', ' ');
  return lastFriday(
    {
      symbol: micro ? `MICRO-${coin}` : coin,
      name: `CME ${micro ? 'Micro ' : ''}${name} (${spaced} ${coin})`,
      coin,
      size,
      tick: null,
      index: `CME CF ${name} reference rate`,
      notes: `The symbol at CME was not confirmed: look it up before you trade.${coin === 'ADA' ? ' One report names the New York fixing, not the London one.' : ''}`,
    },
    known('expiryRule'),
    uncertain([source.newCoinsNews], 'settlementIndex', 'fixing'),
    verified([source.newCoinsNews, source.cmeHours]),
  );
}

export const cmeNewCoins: readonly ContractTerms[] = [
  newCoin('ADA', 'Cardano', '100000', false),
  newCoin('ADA', 'Cardano', '10000', true),
  newCoin('LINK', 'Chainlink', '5000', false),
  newCoin('LINK', 'Chainlink', '250', true),
  newCoin('XLM', 'Stellar', '250000', false),
  newCoin('XLM', 'Stellar', '12500', true),
];
