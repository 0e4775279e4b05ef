import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import { price, quantity, rate } from '../../src/shared/num/parse.ts';
import { localDate } from '../../src/shared/time/local-date.ts';
import { abroad, abroadClaims, entry, inverseOf, known, leastMarginNote, verified } from './entry.ts';
import { leastMargin } from './margin-tables.ts';
import { source } from './sources.ts';

const common = {
  ...abroad,
  venue: 'BitMEX',
  kind: 'perpetual',
  series: null,
  fundingIntervalHours: 8,
} as const;

/** BitMEX: an inverse perpetual in dollars and a quanto one. */
export const bitmexContracts: readonly ContractTerms[] = [
  entry(
    {
      ...common,
      ...inverseOf('BTC'),
      id: contractId('bitmex', 'XBTUSD'),
      symbol: 'XBTUSD',
      name: 'BitMEX BTC inverse perpetual (1 USD)',
      multiplier: quantity('1'),
      quantityUnit: 'quote',
      quantityStep: quantity('100'),
      minQuantity: quantity('100'),
      priceTick: price('0.1'),
      takerFee: rate('0.0005'),
      makerFee: rate('0.0005'),
      margin: { kind: 'flat', initial: rate('0.01'), maintenance: rate('0.005') },
      maxLeverage: 100,
      liquidation: 'inverse',
      asOf: localDate('2024-11-24'),
      notes: 'The quantity box is dollars, in hundreds. Margin is that of the smallest position.',
    },
    abroadClaims,
    known('liquidation'),
    verified([source.bitmexCapture, source.bitmexGuide]),
  ),
  entry(
    {
      ...common,
      id: contractId('bitmex', 'ETHUSD'),
      symbol: 'ETHUSD',
      name: 'BitMEX ETH quanto perpetual (settled in BTC)',
      underlying: assetId('ETH'),
      quote: assetId('USD'),
      settleAsset: assetId('BTC'),
      payoff: 'quanto',
      multiplier: quantity('0.000001'),
      quantityUnit: 'contracts',
      quantityStep: quantity('1'),
      minQuantity: quantity('1'),
      priceTick: price('0.05'),
      margin: leastMargin(50),
      maxLeverage: 50,
      notes: `Quanto: it pays 0.000001 BTC for each dollar that ETH moves, so what it hedges changes with the price of BTC. ${leastMarginNote}`,
    },
    abroadClaims,
    known(),
  ),
];
