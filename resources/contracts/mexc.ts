import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import type { MarginTable } from '../../src/shared/domain/margin-table.ts';
import { price, quantity, rate } from '../../src/shared/num/parse.ts';
import { abroad, abroadClaims, entry, inverseOf, known, leastMarginNote, usdt, verified } from './entry.ts';
import type { Claim } from './entry.ts';
import { leastMargin, wholePositionTiers } from './margin-tables.ts';
import { source } from './sources.ts';

/** The quantity box counts contracts, and each coin has a size of its own. */
const common = {
  ...abroad,
  venue: 'MEXC',
  kind: 'perpetual',
  series: null,
  quantityUnit: 'contracts',
  quantityStep: quantity('1'),
  minQuantity: quantity('1'),
  takerFee: rate('0.0002'),
  makerFee: rate('0'),
  fundingIntervalHours: 8,
  maxLeverage: 200,
} as const;

const claims: readonly Claim[] = [...abroadClaims, known('fundingIntervalHours', 'liquidation')];
const marginNotRead = known('margin');
const rest = verified([source.mexcMarkets]);

/** The first level of the table; what larger positions put up is not known here. */
function firstLevel(contracts: string): MarginTable {
  return wholePositionTiers('contracts', [[contracts, '0.5', '0.4']]);
}
const FIRST_LEVEL = 'Only the first level of the margin table is known here.';

function linear(coin: string, size: string, tick: string, margin: MarginTable, notes: string): ContractTerms {
  const symbol = `${coin}_USDT`;
  return entry(
    {
      ...common,
      ...usdt,
      id: contractId('mexc', symbol),
      symbol,
      name: `MEXC ${coin}_USDT perpetual (${size} ${coin})`,
      underlying: assetId(coin),
      payoff: 'linear',
      multiplier: quantity(size),
      priceTick: price(tick),
      margin,
      liquidation: 'binance',
      notes: `A quantity of 1 is ${size} ${coin}. ${notes}`,
    },
    claims,
    margin.kind === 'flat' ? marginNotRead : [],
    rest,
  );
}

function inverse(coin: string, size: string): ContractTerms {
  const symbol = `${coin}_USD`;
  return entry(
    {
      ...common,
      ...inverseOf(coin),
      id: contractId('mexc', symbol),
      symbol,
      name: `MEXC ${coin}_USD inverse perpetual (${size} USD)`,
      multiplier: quantity(size),
      margin: leastMargin(200),
      liquidation: 'inverse',
      notes: `A quantity of 1 is ${size} USD. ${leastMarginNote}`,
    },
    claims,
    known(),
  );
}

export const mexcContracts: readonly ContractTerms[] = [
  linear('BTC', '0.0001', '0.1', firstLevel('530 000'), FIRST_LEVEL),
  linear(
    'ETH',
    '0.01',
    '0.01',
    firstLevel('82 000'),
    `That is 100 times the size of BTC_USDT. ${FIRST_LEVEL}`,
  ),
  linear('SOL', '0.1', '0.001', leastMargin(200), leastMarginNote),
  linear('XRP', '1', '0.0001', leastMargin(200), leastMarginNote),
  linear('ADA', '1', '0.0001', leastMargin(200), leastMarginNote),
  linear('TRX', '10', '0.00001', leastMargin(200), leastMarginNote),
  inverse('BTC', '100'),
  inverse('ETH', '10'),
];
