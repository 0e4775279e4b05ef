import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import { price, quantity, rate } from '../../src/shared/num/parse.ts';
import { localDate } from '../../src/shared/time/local-date.ts';
import { abroad, abroadClaims, eightUtc, entry, inverseOf, known, quarterly } from './entry.ts';
import { leastMarginNote, verified } from './entry.ts';
import type { Claim } from './entry.ts';
import { leastMargin } from './margin-tables.ts';
import { source } from './sources.ts';
import { btcUsdTiers2021 } from './tiers/binance-tiers.ts';

/** The quantity box counts contracts of 100 USD (BTC) or 10 USD (others); profit is in the coin. */
const common = {
  ...abroad,
  venue: 'Binance COIN-M',
  quantityUnit: 'contracts',
  quantityStep: quantity('1'),
  minQuantity: quantity('1'),
  takerFee: rate('0.0005'),
  makerFee: rate('0.0002'),
  maxLeverage: 125,
  liquidation: 'inverse',
} as const;

const claims: readonly Claim[] = [...abroadClaims, known('takerFee', 'makerFee', 'maxLeverage')];
const tiersOf2021: Claim = {
  fields: ['margin', 'maxLeverage'],
  confidence: 'uncertain',
  sources: [source.binanceCoinTiers, source.binanceCoinTiersFaq],
  asOf: localDate('2021-01-01'),
};
const rest = verified([source.binanceMarkets, source.binanceCoinMargined]);
const OLD_TIERS = 'The margin tiers are those of a help page of 2021: compare them with the venue.';

export const binanceCoinMContracts: readonly ContractTerms[] = [
  entry(
    {
      ...common,
      ...inverseOf('BTC'),
      id: contractId('binance-cm', 'BTCUSD_PERP'),
      symbol: 'BTCUSD_PERP',
      name: 'Binance BTCUSD coin-margined perpetual (100 USD)',
      kind: 'perpetual',
      series: null,
      multiplier: quantity('100'),
      priceTick: price('0.1'),
      fundingIntervalHours: 8,
      margin: btcUsdTiers2021,
      notes: `One contract is 100 USD of BTC. ${OLD_TIERS}`,
    },
    tiersOf2021,
    claims,
    rest,
  ),
  entry(
    {
      ...common,
      ...inverseOf('ETH'),
      id: contractId('binance-cm', 'ETHUSD_PERP'),
      symbol: 'ETHUSD_PERP',
      name: 'Binance ETHUSD coin-margined perpetual (10 USD)',
      kind: 'perpetual',
      series: null,
      multiplier: quantity('10'),
      priceTick: price('0.01'),
      fundingIntervalHours: 8,
      margin: leastMargin(125),
      notes: `One contract is 10 USD of ETH. ${leastMarginNote}`,
    },
    known('margin'),
    claims,
    rest,
  ),
  entry(
    {
      ...common,
      ...inverseOf('SOL'),
      id: contractId('binance-cm', 'SOLUSD_PERP'),
      symbol: 'SOLUSD_PERP',
      name: 'Binance SOLUSD coin-margined perpetual (10 USD)',
      kind: 'perpetual',
      series: null,
      multiplier: quantity('10'),
      fundingIntervalHours: 8,
      margin: leastMargin(125),
      notes: `One contract is 10 USD of SOL. ${leastMarginNote}`,
    },
    known('multiplier', 'margin', 'fundingIntervalHours'),
    claims,
    rest,
  ),
  entry(
    {
      ...common,
      ...inverseOf('BTC'),
      id: contractId('binance-cm', 'BTCUSD_YYMMDD'),
      symbol: 'BTCUSD_YYMMDD',
      name: 'Binance BTCUSD coin-margined quarterly (100 USD)',
      kind: 'dated',
      series: quarterly('BTCUSD_', 'yymmdd'),
      multiplier: quantity('100'),
      priceTick: price('0.1'),
      expiryRule: 'Last Friday of March, June, September and December, 08:00 UTC.',
      fixing: eightUtc,
      margin: btcUsdTiers2021,
      notes: `One contract is 100 USD of BTC. ${OLD_TIERS}`,
    },
    tiersOf2021,
    claims,
    rest,
  ),
];
