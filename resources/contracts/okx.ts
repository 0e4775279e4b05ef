import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import { price, quantity, rate } from '../../src/shared/num/parse.ts';
import { abroad, abroadClaims, eightUtc, entry, inverseOf, known, quarterly } from './entry.ts';
import { leastMarginNote, usdt, verified } from './entry.ts';
import type { Claim } from './entry.ts';
import { leastMargin } from './margin-tables.ts';
import { source } from './sources.ts';

/** The quantity box counts contracts, not coins; its margin tiers are in contracts and not known here. */
const common = {
  ...abroad,
  venue: 'OKX',
  quantityUnit: 'contracts',
  takerFee: rate('0.0005'),
  makerFee: rate('0.0002'),
} as const;
const swap = {
  ...common,
  kind: 'perpetual',
  series: null,
  fundingIntervalHours: 8,
  margin: leastMargin(100),
  maxLeverage: 100,
} as const;

const claims: readonly Claim[] = [...abroadClaims, known('takerFee', 'makerFee', 'margin')];
const swaps = verified([source.okxSwaps, source.okxDocs]);

function linearSwap(coin: string, size: string, tick: string, ...own: readonly Claim[]): ContractTerms {
  const symbol = `${coin}-USDT-SWAP`;
  return entry(
    {
      ...swap,
      ...usdt,
      id: contractId('okx', symbol),
      symbol,
      name: `OKX ${coin}-USDT perpetual (${size} ${coin})`,
      underlying: assetId(coin),
      payoff: 'linear',
      multiplier: quantity(size),
      quantityStep: quantity('0.01'),
      minQuantity: quantity('0.01'),
      priceTick: price(tick),
      liquidation: 'okx',
      notes: `A quantity of 1 is ${size} ${coin}. ${leastMarginNote}`,
    },
    own,
    claims,
    swaps,
  );
}

function inverseSwap(coin: string, size: string, tick: string, ...own: readonly Claim[]): ContractTerms {
  const symbol = `${coin}-USD-SWAP`;
  return entry(
    {
      ...swap,
      ...inverseOf(coin),
      id: contractId('okx', symbol),
      symbol,
      name: `OKX ${coin}-USD inverse perpetual (${size} USD)`,
      multiplier: quantity(size),
      quantityStep: quantity('1'),
      minQuantity: quantity('1'),
      priceTick: price(tick),
      liquidation: 'inverse',
      notes: `A quantity of 1 is ${size} USD. ${leastMarginNote}`,
    },
    own,
    claims,
    swaps,
  );
}

export const okxContracts: readonly ContractTerms[] = [
  linearSwap('BTC', '0.01', '0.1'),
  linearSwap('ETH', '0.1', '0.01'),
  linearSwap('SOL', '1', '0.01', known('multiplier', 'quantityStep', 'minQuantity', 'priceTick')),
  inverseSwap('BTC', '100', '0.1'),
  inverseSwap('ETH', '10', '0.01', known('multiplier', 'quantityStep', 'minQuantity', 'priceTick')),
  entry(
    {
      ...common,
      ...inverseOf('BTC'),
      id: contractId('okx', 'BTC-USD-YYMMDD'),
      symbol: 'BTC-USD-YYMMDD',
      name: 'OKX BTC-USD inverse future (100 USD)',
      kind: 'dated',
      series: quarterly('BTC-USD-', 'yymmdd'),
      multiplier: quantity('100'),
      quantityStep: quantity('1'),
      minQuantity: quantity('1'),
      priceTick: price('0.1'),
      expiryRule:
        'Fridays, 08:00 UTC: this week, next week, the month and the quarter. Offered here: the quarters.',
      fixing: eightUtc,
      resets: 'settlement',
      margin: leastMargin(20),
      maxLeverage: 20,
      liquidation: 'inverse',
      notes: `A quantity of 1 is 100 USD. At each settlement the venue sets the entry to the settlement price. ${leastMarginNote}`,
    },
    verified([source.okxDocs], 'resets'),
    claims,
    verified([source.okxFutures, source.okxDocs]),
  ),
];
