import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import { price, quantity, rate } from '../../src/shared/num/parse.ts';
import { abroad, abroadClaims, coinBox, eightUtc, entry, inverseOf, known } from './entry.ts';
import { leastMarginNote, uncertain, usd, verified } from './entry.ts';
import type { Claim } from './entry.ts';
import { leastMargin } from './margin-tables.ts';
import { source } from './sources.ts';
import { inverseLevels, linearLevels } from './tiers/kraken-tiers.ts';

const common = {
  ...abroad,
  venue: 'Kraken Futures',
  multiplier: quantity('1'),
  takerFee: rate('0.0005'),
  makerFee: rate('0.0002'),
  maxLeverage: 50,
  liquidation: 'kraken',
} as const;
const perpetual = { ...common, kind: 'perpetual', series: null, fundingIntervalHours: 1 } as const;

const claims: readonly Claim[] = [
  ...abroadClaims,
  uncertain([source.krakenMarkets], 'takerFee', 'makerFee'),
  known('liquidation'),
];
const HOURLY = 'Funding is exchanged every hour.';
const WHOLE = 'The margin rate of a level holds for the whole position.';

function linear(api: string, coin: string, step: string, tick: string): ContractTerms {
  const symbol = `PF_${api}USD`;
  return entry(
    {
      ...perpetual,
      ...coinBox,
      ...usd,
      id: contractId('kraken-futures', symbol),
      symbol,
      name: `Kraken Futures ${coin} perpetual`,
      underlying: assetId(coin),
      quantityStep: quantity(step),
      minQuantity: quantity(step),
      priceTick: price(tick),
      margin: linearLevels,
      notes: `Several assets count as collateral. ${HOURLY} ${WHOLE}${coin === 'BTC' ? ' The platform shows BTC where files say XBT.' : ''}`,
    },
    claims,
    verified([source.krakenMarkets]),
  );
}

/** The quantity box is in dollars. */
const inverse = {
  ...perpetual,
  quantityUnit: 'quote',
  quantityStep: quantity('1'),
  minQuantity: quantity('1'),
} as const;
const RETAIL = 'Retail clients of some countries put up 50 % and keep 25 %.';

/** Kraken Futures, of Crypto Facilities (not Kraken Derivatives US): linear in coins, inverse in dollars; it writes XBT for BTC. */
export const krakenFuturesContracts: readonly ContractTerms[] = [
  linear('XBT', 'BTC', '0.0001', '1'),
  linear('ETH', 'ETH', '0.001', '0.1'),
  entry(
    {
      ...inverse,
      ...inverseOf('BTC'),
      id: contractId('kraken-futures', 'PI_XBTUSD'),
      symbol: 'PI_XBTUSD',
      name: 'Kraken Futures BTC inverse perpetual (1 USD)',
      priceTick: price('0.5'),
      margin: inverseLevels,
      notes: `The quantity box is dollars. ${RETAIL} ${HOURLY} ${WHOLE}`,
    },
    claims,
    verified([source.krakenMarkets, source.krakenInverse]),
  ),
  entry(
    {
      ...inverse,
      ...inverseOf('ETH'),
      id: contractId('kraken-futures', 'PI_ETHUSD'),
      symbol: 'PI_ETHUSD',
      name: 'Kraken Futures ETH inverse perpetual (1 USD)',
      priceTick: price('0.1'),
      margin: leastMargin(50),
      notes: `The quantity box is dollars. ${RETAIL} ${HOURLY} ${leastMarginNote}`,
    },
    claims,
    known('margin', 'maxLeverage'),
    verified([source.krakenInverse]),
  ),
  entry(
    {
      ...common,
      ...coinBox,
      ...usd,
      id: contractId('kraken-futures', 'FF_XBTUSD_YYMMDD'),
      symbol: 'FF_XBTUSD_YYMMDD',
      name: 'Kraken Futures BTC dated future',
      underlying: assetId('BTC'),
      kind: 'dated',
      series: {
        prefix: 'FF_XBTUSD_',
        naming: 'yymmdd',
        cycle: 'last-friday-monthly',
        holidays: 'none',
      },
      quantityStep: quantity('0.0001'),
      minQuantity: quantity('0.0001'),
      priceTick: price('1'),
      expiryRule:
        'Last Friday of the month or quarter, 08:00 UTC, at the mean of the index over the half hour before.',
      fixing: eightUtc,
      margin: leastMargin(50),
      notes: `Held to settlement it costs a taker fee. ${leastMarginNote}`,
    },
    claims,
    known('margin', 'maxLeverage'),
    verified([source.krakenDated]),
  ),
];
