import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import type { MarginTable } from '../../src/shared/domain/margin-table.ts';
import { price, quantity, rate } from '../../src/shared/num/parse.ts';
import { abroad, abroadClaims, coinBox, eightUtc, entry, inverseOf, known } from './entry.ts';
import { quarterly, usdc, verified } from './entry.ts';
import type { Claim } from './entry.ts';
import { source } from './sources.ts';

const common = {
  ...abroad,
  venue: 'Deribit',
  multiplier: quantity('1'),
  takerFee: rate('0.0005'),
  makerFee: rate('0'),
  resets: 'settlement',
  liquidation: 'deribit',
} as const;
const perpetual = { ...common, kind: 'perpetual', series: null, fundingIntervalHours: 8 } as const;

/** Rates grow with the coins of the position: base + slope × coins. */
function growing(initial: string, maintenance: string, perCoin: string): MarginTable {
  return {
    kind: 'slope',
    initialBase: rate(initial),
    maintenanceBase: rate(maintenance),
    perCoin: rate(perCoin),
  };
}
const btcMargin = growing('0.02', '0.01', '0.00005');
const ethMargin = growing('0.02', '0.01', '0.000004');
const solMargin = growing('0.04', '0.02', '0.000005');

const claims: readonly Claim[] = abroadClaims;
const marginRead = verified([source.deribitLinear], 'margin');
const FUNDING = 'Funding accrues every millisecond; the rate is stated for 8 hours.';
const GROWS = 'Margin rates grow with the size of the position.';

/** Inverse: the amount is dollars, in steps of the contract size. */
const inverse: readonly ContractTerms[] = [
  entry(
    {
      ...perpetual,
      ...inverseOf('BTC'),
      id: contractId('deribit', 'BTC-PERPETUAL'),
      symbol: 'BTC-PERPETUAL',
      name: 'Deribit BTC inverse perpetual (10 USD)',
      quantityUnit: 'quote',
      quantityStep: quantity('10'),
      minQuantity: quantity('10'),
      priceTick: price('0.5'),
      margin: btcMargin,
      maxLeverage: 50,
      notes: `The quantity box is dollars, in tens. ${GROWS} ${FUNDING}`,
    },
    claims,
    marginRead,
    verified([source.deribitCapture, source.deribitPerpetual, source.deribitFunding]),
  ),
  entry(
    {
      ...perpetual,
      ...inverseOf('ETH'),
      id: contractId('deribit', 'ETH-PERPETUAL'),
      symbol: 'ETH-PERPETUAL',
      name: 'Deribit ETH inverse perpetual (1 USD)',
      quantityUnit: 'quote',
      quantityStep: quantity('1'),
      minQuantity: quantity('1'),
      priceTick: price('0.05'),
      margin: ethMargin,
      maxLeverage: 50,
      notes: `The quantity box is dollars. ${GROWS} ${FUNDING}`,
    },
    claims,
    verified([source.deribitPerpetual], 'fundingIntervalHours', 'liquidation', 'settlement'),
    known(),
  ),
  entry(
    {
      ...common,
      ...inverseOf('BTC'),
      id: contractId('deribit', 'BTC-DDMMMYY'),
      symbol: 'BTC-DDMMMYY',
      name: 'Deribit BTC inverse future (10 USD)',
      kind: 'dated',
      series: quarterly('BTC-', 'dmmmyy'),
      quantityUnit: 'quote',
      quantityStep: quantity('10'),
      minQuantity: quantity('10'),
      priceTick: price('0.5'),
      expiryRule: 'Fridays, 08:00 UTC, at the mean of the index over the half hour before.',
      fixing: eightUtc,
      margin: btcMargin,
      maxLeverage: 50,
      notes: `The quantity box is dollars, in tens. ${GROWS}`,
    },
    claims,
    marginRead,
    verified([source.deribitCapture, source.deribitPerpetual]),
  ),
];

/** Linear: the amount is in coins, unlike the inverse contract of the same coin. */
function linear(
  coin: string,
  step: string,
  tick: string,
  margin: MarginTable,
  maxLeverage: number,
  ...own: readonly Claim[]
): ContractTerms {
  const symbol = `${coin}_USDC-PERPETUAL`;
  return entry(
    {
      ...perpetual,
      ...coinBox,
      ...usdc,
      id: contractId('deribit', symbol),
      symbol,
      name: `Deribit ${coin}-USDC perpetual`,
      underlying: assetId(coin),
      quantityStep: quantity(step),
      minQuantity: quantity(step),
      priceTick: price(tick),
      margin,
      maxLeverage,
      notes: `The quantity box is coins, unlike that of the inverse contract. ${GROWS} ${FUNDING}`,
    },
    claims,
    own,
    marginRead,
    known('quantityStep', 'minQuantity', 'priceTick', 'maxLeverage'),
    verified([source.deribitLinear]),
  );
}

export const deribitContracts: readonly ContractTerms[] = [
  ...inverse,
  linear('BTC', '0.0001', '0.5', btcMargin, 50),
  linear('SOL', '0.1', '0.01', solMargin, 25),
];
