import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import { money, price, quantity, rate } from '../../src/shared/num/parse.ts';
import { abroad, abroadClaims, coinBox, entry, inverseOf, known } from './entry.ts';
import { leastMarginNote, uncertain, usdt, verified } from './entry.ts';
import type { Claim } from './entry.ts';
import { leastMargin } from './margin-tables.ts';
import { source } from './sources.ts';

/** All boxes are in coins; "size multiplier" in its files is the step of the quantity, not the size of a contract. */
const common = {
  ...abroad,
  venue: 'Bitget',
  kind: 'perpetual',
  series: null,
  multiplier: quantity('1'),
  takerFee: rate('0.0006'),
  makerFee: rate('0.0002'),
  fundingIntervalHours: 8,
  margin: leastMargin(125),
  maxLeverage: 125,
} as const;

const claims: readonly Claim[] = [...abroadClaims, known('margin', 'liquidation')];
const rest = verified([source.bitgetMarkets]);

function linear(coin: string, step: string, tick: string): ContractTerms {
  return entry(
    {
      ...common,
      ...coinBox,
      ...usdt,
      id: contractId('bitget', `${coin}USDT`),
      symbol: `${coin}USDT`,
      name: `Bitget ${coin}USDT perpetual`,
      underlying: assetId(coin),
      quantityStep: quantity(step),
      minQuantity: quantity(step),
      minNotional: money('5'),
      priceTick: price(tick),
      liquidation: 'binance',
      notes: leastMarginNote,
    },
    claims,
    rest,
  );
}

export const bitgetContracts: readonly ContractTerms[] = [
  linear('BTC', '0.001', '0.1'),
  linear('ETH', '0.01', '0.01'),
  entry(
    {
      ...common,
      ...inverseOf('BTC'),
      id: contractId('bitget', 'BTCUSD'),
      symbol: 'BTCUSD',
      name: 'Bitget BTCUSD coin-margined perpetual',
      quantityUnit: 'base',
      quantityStep: quantity('0.001'),
      minQuantity: quantity('0.001'),
      priceTick: price('0.1'),
      liquidation: 'inverse',
      notes: `Settled in BTC, and the quantity box is in BTC too: what stays fixed is that quantity at the entry price, in dollars. ${leastMarginNote}`,
    },
    claims,
    uncertain([source.bitgetMarkets], 'multiplier'),
    rest,
  ),
];
