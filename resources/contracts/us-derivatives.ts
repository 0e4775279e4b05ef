import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { EarlierTerms } from './earlier-terms.ts';
import { price, quantity, rate } from '../../src/shared/num/parse.ts';
import { localDate } from '../../src/shared/time/local-date.ts';
import { regulatedByAnalogy, regulatedPerpetual } from './section-1256.ts';

const common = {
  quote: assetId('USD'),
  settleAsset: assetId('USD'),
  payoff: 'linear',
  quantityUnit: 'contracts',
  quantityStep: quantity('1'),
  minQuantity: quantity('1'),
  minNotional: null,
  expiry: null,
  takerFee: null,
  makerFee: null,
  usPersons: true,
} as const;

const coinbase = { ...common, venue: 'Coinbase Derivatives', asOf: localDate('2026-04-06') } as const;
const bitnomial = { ...common, venue: 'Bitnomial', asOf: localDate('2026-11-22') } as const;

const captured =
  'github nautechsystems/nautilus_trader crates/adapters/coinbase/test_data/http_products_future.json @a95c8042 (Coinbase API, 2026-04-06)';
const thirdParty = 'https://www.agentictradingml.com/academy/coinbase-crypto-products/cfm-nano-futures';
const launch = 'https://www.mexc.com/fr/news/21861 (PANews on the Coinbase blog, 2025-06-26)';
const perContractFee = 'The fee is an amount per contract that your broker sets; it is not known here.';

/** Coinbase Derivatives nano futures and perpetual-style futures; margins are the overnight rates for a short. */
export const coinbaseDerivativesContracts = [
  {
    ...coinbase,
    id: contractId('coinbase-derivatives', 'BIT'),
    symbol: 'BIT',
    name: 'Coinbase nano Bitcoin (0.01 BTC)',
    underlying: assetId('BTC'),
    kind: 'dated',
    multiplier: quantity('0.01'),
    priceTick: price('5'),
    expiryRule: 'Last Friday of the contract month, 16:00 London.',
    series: { prefix: 'BIT-', naming: 'dmmmyy', cycle: 'last-friday-monthly', holidays: 'day-before' },
    fundingIntervalHours: null,
    initialMargin: rate('0.289'),
    maintenanceMargin: null,
    section1256: regulatedByAnalogy,
    sources: [captured, thirdParty],
    confidence: 'verified',
    unconfirmed: [],
    notes: `Margin is the overnight rate for a short; during the day about 10 %. ${perContractFee}`,
  },
  {
    ...coinbase,
    id: contractId('coinbase-derivatives', 'ET'),
    symbol: 'ET',
    name: 'Coinbase nano Ether (0.1 ETH)',
    underlying: assetId('ETH'),
    kind: 'dated',
    multiplier: quantity('0.1'),
    priceTick: price('0.5'),
    expiryRule: 'Last Friday of the contract month.',
    series: { prefix: 'ET-', naming: 'dmmmyy', cycle: 'last-friday-monthly', holidays: 'day-before' },
    fundingIntervalHours: null,
    initialMargin: null,
    maintenanceMargin: null,
    section1256: regulatedByAnalogy,
    sources: [thirdParty],
    confidence: 'verified',
    unconfirmed: ['priceTick', 'expiryRule'],
    notes: perContractFee,
  },
  {
    ...coinbase,
    id: contractId('coinbase-derivatives', 'BIP'),
    symbol: 'BIP',
    name: 'Coinbase nano Bitcoin perpetual-style (0.01 BTC)',
    underlying: assetId('BTC'),
    kind: 'perpetual',
    multiplier: quantity('0.01'),
    priceTick: price('5'),
    expiryRule: 'Perpetual in use, dated in law: BIP-20DEC30-CDE ends on 2030-12-20, 16:00 UTC.',
    series: null,
    fundingIntervalHours: 1,
    initialMargin: rate('0.306375'),
    maintenanceMargin: null,
    section1256: regulatedPerpetual,
    sources: [captured, launch],
    confidence: 'verified',
    unconfirmed: [],
    notes: `Margin is the overnight rate for a short; during the day 10 %. Funding accrues hourly. ${perContractFee}`,
  },
  {
    ...coinbase,
    id: contractId('coinbase-derivatives', 'ETP'),
    symbol: 'ETP',
    name: 'Coinbase nano Ether perpetual-style (0.1 ETH)',
    underlying: assetId('ETH'),
    kind: 'perpetual',
    multiplier: quantity('0.1'),
    priceTick: price('0.5'),
    expiryRule: 'Perpetual in use, dated in law, as BIP.',
    series: null,
    fundingIntervalHours: 1,
    initialMargin: null,
    maintenanceMargin: null,
    section1256: regulatedPerpetual,
    sources: [launch],
    confidence: 'verified',
    unconfirmed: ['symbol', 'priceTick', 'expiryRule'],
    notes: perContractFee,
  },
] as const satisfies readonly EarlierTerms[];

/** Bitnomial: a deliverable dated future and two perpetuals. */
export const bitnomialContracts = [
  {
    ...bitnomial,
    id: contractId('bitnomial', 'BUI'),
    symbol: 'BUI',
    name: 'Bitnomial Bitcoin deci, deliverable (0.1 BTC)',
    underlying: assetId('BTC'),
    kind: 'dated',
    multiplier: quantity('0.1'),
    priceTick: price('1'),
    expiryRule: null,
    series: null,
    fundingIntervalHours: null,
    initialMargin: null,
    maintenanceMargin: null,
    section1256: regulatedByAnalogy,
    sources: ['https://bitnomial.com/exchange/docs/market-operations/product-notation'],
    confidence: 'verified',
    unconfirmed: [],
    notes:
      'Physical delivery: a short held to expiry delivers coins, and that disposes of the lots delivered.',
  },
  {
    ...bitnomial,
    id: contractId('bitnomial', 'PBUC'),
    symbol: 'PBUC',
    name: 'Bitnomial Bitcoin perpetual (0.01 BTC)',
    underlying: assetId('BTC'),
    kind: 'perpetual',
    multiplier: quantity('0.01'),
    priceTick: price('10'),
    expiryRule: 'None; Kraken lists it as ending in December 2050.',
    series: null,
    fundingIntervalHours: 8,
    initialMargin: null,
    maintenanceMargin: null,
    section1256: regulatedPerpetual,
    sources: [
      'https://bitnomial.com/exchange/rulebook/product/bitcoin/pbuc',
      'https://support.kraken.com/articles/contract-specifications',
    ],
    confidence: 'verified',
    unconfirmed: [],
    notes:
      'Through Kraken Derivatives US 0.15 USD per contract and side. The rulebook says deliverable, Kraken says cash.',
  },
] as const satisfies readonly EarlierTerms[];
