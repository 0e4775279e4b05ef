import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import { money, price, quantity, rate } from '../../src/shared/num/parse.ts';
import { abroad, abroadClaims, coinBox, eightUtc, entry, inverseOf, known, quarterly } from './entry.ts';
import { leastMarginNote, uncertain, usdc, usdt, verified } from './entry.ts';
import type { Claim } from './entry.ts';
import { leastMargin } from './margin-tables.ts';
import { source } from './sources.ts';
import { btcUsdTiers, btcUsdtTiers, firstTiers2026 } from './tiers/bybit-tiers.ts';

const common = {
  ...abroad,
  venue: 'Bybit',
  takerFee: rate('0.00055'),
  makerFee: rate('0.0002'),
} as const;
const perpetual = { ...common, kind: 'perpetual', series: null, fundingIntervalHours: 8 } as const;
/** Linear: the quantity box is in coins. */
const linear = {
  ...perpetual,
  ...coinBox,
  multiplier: quantity('1'),
  minNotional: money('5'),
  liquidation: 'bybit-mark',
} as const;
/** Inverse: the quantity box is in dollars. */
const inverse = {
  multiplier: quantity('1'),
  quantityUnit: 'quote',
  quantityStep: quantity('1'),
  minQuantity: quantity('1'),
  maxLeverage: 100,
  liquidation: 'inverse',
} as const;

const claims: readonly Claim[] = [...abroadClaims, known('takerFee', 'makerFee')];
const docs = verified([source.bybitInstruments, source.bybitRiskLimit]);

const linearContracts: readonly ContractTerms[] = [
  entry(
    {
      ...linear,
      ...usdt,
      id: contractId('bybit', 'BTCUSDT'),
      symbol: 'BTCUSDT',
      name: 'Bybit BTCUSDT perpetual',
      underlying: assetId('BTC'),
      quantityStep: quantity('0.001'),
      minQuantity: quantity('0.001'),
      priceTick: price('0.1'),
      margin: btcUsdtTiers,
      maxLeverage: 150,
      notes:
        'The margin tiers are the last complete table that was found. Since 2026 the venue uses fewer and coarser steps (up to 300 000 at 0.33 %, up to 800 000 at 0.5 %, up to 2 000 000 at 1 %): compare them with yours.',
    },
    claims,
    uncertain([source.bybitMargin, source.bybitTest], 'margin', 'maxLeverage'),
    docs,
  ),
  entry(
    {
      ...linear,
      ...usdt,
      id: contractId('bybit', 'ETHUSDT'),
      symbol: 'ETHUSDT',
      name: 'Bybit ETHUSDT perpetual',
      underlying: assetId('ETH'),
      quantityStep: quantity('0.01'),
      minQuantity: quantity('0.01'),
      priceTick: price('0.01'),
      margin: firstTiers2026,
      maxLeverage: 100,
      notes:
        'Only the first three margin tiers were found, and they may be those of BTC. One test file gives a tick of 0.05.',
    },
    claims,
    known('quantityStep', 'minQuantity', 'priceTick', 'maxLeverage', 'fundingIntervalHours'),
    uncertain([source.bybitTest], 'margin'),
    docs,
  ),
  entry(
    {
      ...linear,
      ...usdc,
      id: contractId('bybit', 'BTCPERP'),
      symbol: 'BTCPERP',
      name: 'Bybit BTC-USDC perpetual',
      underlying: assetId('BTC'),
      quantityStep: quantity('0.001'),
      minQuantity: quantity('0.001'),
      priceTick: price('0.1'),
      resets: 'settlement',
      notes: 'Open profit is settled every 8 hours; the average entry that the venue shows stays.',
    },
    verified([source.bybitInstruments], 'resets'),
    claims,
    known(),
  ),
];

const inverseContracts: readonly ContractTerms[] = [
  entry(
    {
      ...perpetual,
      ...inverse,
      ...inverseOf('BTC'),
      id: contractId('bybit', 'BTCUSD'),
      symbol: 'BTCUSD',
      name: 'Bybit BTCUSD inverse perpetual (1 USD)',
      priceTick: price('0.5'),
      margin: btcUsdTiers,
      notes:
        'The quantity box is dollars. Margin tiers end at 300 BTC here. The tick of 0.5 is of a test file; it may be 0.1.',
    },
    claims,
    verified([source.bybitInverseMargin], 'margin', 'maxLeverage'),
    verified([source.bybitInstruments, source.bybitCapture]),
  ),
  entry(
    {
      ...perpetual,
      ...inverse,
      ...inverseOf('ETH'),
      id: contractId('bybit', 'ETHUSD'),
      symbol: 'ETHUSD',
      name: 'Bybit ETHUSD inverse perpetual (1 USD)',
      priceTick: price('0.01'),
      margin: leastMargin(100),
      notes: `The quantity box is dollars. ${leastMarginNote}`,
    },
    claims,
    known(),
  ),
  entry(
    {
      ...common,
      ...inverse,
      ...inverseOf('BTC'),
      id: contractId('bybit', 'BTCUSDMYY'),
      symbol: 'BTCUSDMYY',
      name: 'Bybit BTCUSD inverse quarterly (1 USD)',
      kind: 'dated',
      series: quarterly('BTCUSD', 'month-code'),
      priceTick: price('0.5'),
      expiryRule: 'Last Friday of March, June, September and December, 08:00 UTC.',
      fixing: eightUtc,
      margin: leastMargin(100),
      notes: `The month is written as H, M, U or Z: BTCUSDZ26. The quantity box is dollars. ${leastMarginNote}`,
    },
    claims,
    known(),
  ),
];

/** Bybit: linear in coins, inverse in dollars. */
export const bybitContracts: readonly ContractTerms[] = [...linearContracts, ...inverseContracts];
