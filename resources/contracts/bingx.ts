import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import { money, price, quantity, rate } from '../../src/shared/num/parse.ts';
import { abroad, abroadClaims, coinBox, entry, inverseOf, known } from './entry.ts';
import { leastMarginNote, usdt, verified } from './entry.ts';
import type { Claim } from './entry.ts';
import { leastMargin } from './margin-tables.ts';
import { source } from './sources.ts';

const common = {
  ...abroad,
  venue: 'BingX',
  kind: 'perpetual',
  series: null,
  takerFee: rate('0.0005'),
  makerFee: rate('0.0002'),
  fundingIntervalHours: 8,
  margin: leastMargin(125),
  maxLeverage: 125,
} as const;

const claims: readonly Claim[] = [
  ...abroadClaims,
  known('fundingIntervalHours', 'margin', 'maxLeverage', 'liquidation'),
];

function linear(coin: string, step: string, tick: string, ...own: readonly Claim[]): ContractTerms {
  return entry(
    {
      ...common,
      ...coinBox,
      ...usdt,
      id: contractId('bingx', `${coin}-USDT`),
      symbol: `${coin}-USDT`,
      name: `BingX ${coin}-USDT perpetual`,
      underlying: assetId(coin),
      multiplier: quantity('1'),
      quantityStep: quantity(step),
      minQuantity: quantity(step),
      minNotional: money('2'),
      priceTick: price(tick),
      liquidation: 'binance',
      notes: leastMarginNote,
    },
    own,
    claims,
    verified([source.bingxMarkets]),
  );
}

export const bingxContracts: readonly ContractTerms[] = [
  linear('BTC', '0.0001', '0.1'),
  linear('ETH', '0.01', '0.01', known('quantityStep', 'minQuantity', 'minNotional', 'priceTick')),
  entry(
    {
      ...common,
      ...inverseOf('BTC'),
      id: contractId('bingx', 'BTC-USD'),
      symbol: 'BTC-USD',
      name: 'BingX BTC-USD coin-margined perpetual (100 USD)',
      multiplier: quantity('100'),
      quantityUnit: 'contracts',
      quantityStep: quantity('1'),
      minQuantity: quantity('1'),
      priceTick: price('0.1'),
      liquidation: 'inverse',
      notes: `Its "standard futures" are another product: they end when the loss reaches 90 % of the margin. ${leastMarginNote}`,
    },
    claims,
    known(),
  ),
];
