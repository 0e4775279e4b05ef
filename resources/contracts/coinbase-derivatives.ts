import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import type { MarginTable } from '../../src/shared/domain/margin-table.ts';
import { price, quantity, rate } from '../../src/shared/num/parse.ts';
import { localDate } from '../../src/shared/time/local-date.ts';
import { entry, known, unknownTerms, usd, verified } from './entry.ts';
import type { Claim } from './entry.ts';
import { regulatedByAnalogy, regulatedPerpetual } from './section-1256.ts';
import { source } from './sources.ts';

const common = {
  ...unknownTerms,
  ...usd,
  venue: 'Coinbase Derivatives',
  payoff: 'linear',
  quantityUnit: 'contracts',
  quantityStep: quantity('1'),
  minQuantity: quantity('1'),
  resets: 'daily',
  liquidation: 'broker',
  usPersons: true,
  asOf: localDate('2026-04-06'),
} as const;
const dated = {
  ...common,
  kind: 'dated',
  section1256: regulatedByAnalogy,
} as const;
const perpetual = {
  ...common,
  kind: 'perpetual',
  series: null,
  fundingIntervalHours: 1,
  section1256: regulatedPerpetual,
} as const;

const byAnalogy: readonly Claim[] = [
  { fields: ['section1256'], confidence: 'from-knowledge', sources: [source.memo1256] },
  known('resets', 'liquidation', 'usPersons'),
];
const notSettled: readonly Claim[] = [
  { fields: ['section1256'], confidence: 'uncertain', sources: [source.memo1256] },
  known('resets', 'liquidation', 'usPersons'),
];

/** One overnight rate each way is stated: it is taken both to open and to keep a position. */
function overnight(long: string, short: string): MarginTable {
  return {
    kind: 'broker-rates',
    long: { initial: rate(long), maintenance: rate(long) },
    short: { initial: rate(short), maintenance: rate(short) },
  };
}

const FEE = 'The fee is an amount per contract that your broker sets; it is not known here.';
const OVERNIGHT = 'Margin is the overnight rate, higher for shorts; during the day about 10 %.';

const nanoFutures: readonly ContractTerms[] = [
  entry(
    {
      ...dated,
      id: contractId('coinbase-derivatives', 'BIT'),
      symbol: 'BIT',
      name: 'Coinbase nano Bitcoin (0.01 BTC)',
      underlying: assetId('BTC'),
      multiplier: quantity('0.01'),
      priceTick: price('5'),
      expiryRule: 'Last Friday of the contract month, 16:00 London.',
      fixing: { time: '16:00', zone: 'Europe/London' },
      series: { prefix: 'BIT-', naming: 'dmmmyy', cycle: 'last-friday-monthly', holidays: 'day-before' },
      margin: overnight('0.234375', '0.289'),
      notes: `${OVERNIGHT} ${FEE} A third-party page gives a tick of 0.50: Coinbase's own data say 5.`,
    },
    byAnalogy,
    verified([source.coinbaseCapture]),
  ),
  entry(
    {
      ...dated,
      id: contractId('coinbase-derivatives', 'ET'),
      symbol: 'ET',
      name: 'Coinbase nano Ether (0.1 ETH)',
      underlying: assetId('ETH'),
      multiplier: quantity('0.1'),
      priceTick: price('0.5'),
      expiryRule: 'Last Friday of the contract month.',
      fixing: { time: '16:00', zone: 'Europe/London' },
      series: { prefix: 'ET-', naming: 'dmmmyy', cycle: 'last-friday-monthly', holidays: 'day-before' },
      notes: FEE,
    },
    byAnalogy,
    known('priceTick', 'expiryRule', 'fixing'),
    verified([source.coinbaseThirdParty]),
  ),
  institutional('BTI', 'Coinbase Bitcoin, institutional size (1 BTC)', 'BTC', '1', '5'),
  institutional('ETI', 'Coinbase Ether, institutional size (10 ETH)', 'ETH', '10', '0.5'),
];

function institutional(
  symbol: string,
  name: string,
  coin: string,
  size: string,
  tick: string,
): ContractTerms {
  return entry(
    {
      ...dated,
      id: contractId('coinbase-derivatives', symbol),
      symbol,
      name,
      underlying: assetId(coin),
      multiplier: quantity(size),
      priceTick: price(tick),
      series: null,
      notes: `When it expires is not known here. ${FEE}`,
    },
    byAnalogy,
    known(),
  );
}

function perpetualStyle(coin: string, name: string, symbol: string, size: string): ContractTerms {
  return entry(
    {
      ...perpetual,
      id: contractId('coinbase-derivatives', symbol),
      symbol,
      name: `Coinbase nano ${name} perpetual-style (${size} ${coin})`,
      underlying: assetId(coin),
      multiplier: quantity(size),
      notes: `The symbol was not confirmed. ${FEE}`,
    },
    notSettled,
    {
      fields: [],
      confidence: 'from-knowledge',
      sources: [source.coinbaseThirdParty],
    },
  );
}

/** Perpetual in use, dated in law. Funding accrues every hour and is paid in cash twice a day. */
const perpetualFutures: readonly ContractTerms[] = [
  entry(
    {
      ...perpetual,
      id: contractId('coinbase-derivatives', 'BIP'),
      symbol: 'BIP',
      name: 'Coinbase nano Bitcoin perpetual-style (0.01 BTC)',
      underlying: assetId('BTC'),
      multiplier: quantity('0.01'),
      maxQuantity: quantity('5000'),
      priceTick: price('5'),
      expiryRule: 'Perpetual in use, dated in law: BIP-20DEC30-CDE ends on 2030-12-20, 16:00 UTC.',
      margin: overnight('0.245625', '0.306375'),
      notes: `${OVERNIGHT} The funding rate is for one hour. ${FEE}`,
    },
    notSettled,
    verified([source.coinbaseCapture, source.coinbaseLaunch]),
  ),
  entry(
    {
      ...perpetual,
      id: contractId('coinbase-derivatives', 'ETP'),
      symbol: 'ETP',
      name: 'Coinbase nano Ether perpetual-style (0.1 ETH)',
      underlying: assetId('ETH'),
      multiplier: quantity('0.1'),
      priceTick: price('0.5'),
      notes: `The size is confirmed, the symbol is not. ${FEE}`,
    },
    notSettled,
    known('priceTick'),
    verified([source.coinbaseLaunch]),
  ),
  perpetualStyle('SOL', 'Solana', 'SLP', '5'),
  perpetualStyle('XRP', 'XRP', 'XPP', '500'),
];

export const coinbaseDerivativesContracts: readonly ContractTerms[] = [...nanoFutures, ...perpetualFutures];
