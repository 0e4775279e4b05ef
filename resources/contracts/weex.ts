import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import { price, quantity, rate } from '../../src/shared/num/parse.ts';
import { abroad, abroadClaims, coinBox, entry, known } from './entry.ts';
import { leastMarginNote, uncertain, usdt, verified } from './entry.ts';
import { leastMargin } from './margin-tables.ts';
import { source } from './sources.ts';

const common = {
  ...abroad,
  ...coinBox,
  ...usdt,
  venue: 'WEEX',
  kind: 'perpetual',
  series: null,
  multiplier: quantity('1'),
  quantityStep: quantity('0.0001'),
  minQuantity: quantity('0.0001'),
  takerFee: rate('0.0008'),
  makerFee: rate('0.0002'),
  fundingIntervalHours: 8,
  liquidation: 'binance',
} as const;

const UNIT =
  'Whether the quantity box is in coins or in contracts of 0.0001 coins is not certain, which would make an order 10 000 times too large or too small: look at the preview of a smallest order before you trust it.';

/** The files of the venue call 0.0001 the value of a contract; its largest order of 1 200 makes sense only in coins. */
export const weexContracts: readonly ContractTerms[] = [
  entry(
    {
      ...common,
      id: contractId('weex', 'BTCUSDT'),
      symbol: 'BTCUSDT',
      name: 'WEEX BTCUSDT perpetual',
      underlying: assetId('BTC'),
      maxQuantity: quantity('1200'),
      priceTick: price('0.1'),
      margin: leastMargin(400),
      maxLeverage: 400,
      notes: `${UNIT} ${leastMarginNote}`,
    },
    abroadClaims,
    known('margin', 'liquidation'),
    uncertain([source.weexMarkets, source.weexDoubt], 'multiplier', 'quantityUnit', 'maxQuantity'),
    verified([source.weexMarkets]),
  ),
  entry(
    {
      ...common,
      id: contractId('weex', 'ETHUSDT'),
      symbol: 'ETHUSDT',
      name: 'WEEX ETHUSDT perpetual',
      underlying: assetId('ETH'),
      notes: `Nothing was read of this contract: its terms are written as those of BTCUSDT. ${UNIT}`,
    },
    abroadClaims,
    known('liquidation'),
    uncertain([source.weexMarkets]),
  ),
];
