import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import type { MarginTable } from '../../src/shared/domain/margin-table.ts';
import { money, price, quantity, rate } from '../../src/shared/num/parse.ts';
import { localDate } from '../../src/shared/time/local-date.ts';
import { abroad, abroadClaims, coinBox, eightUtc, entry, known, quarterly } from './entry.ts';
import { uncertain, usdc, usdt, verified } from './entry.ts';
import type { Claim } from './entry.ts';
import { source } from './sources.ts';
import * as tiers from './tiers/binance-tiers.ts';

/** The quantity box is in coins. */
const common = {
  ...abroad,
  ...coinBox,
  venue: 'Binance USD-M',
  multiplier: quantity('1'),
  takerFee: rate('0.0005'),
  makerFee: rate('0.0002'),
  liquidation: 'binance',
} as const;

const claims: readonly Claim[] = [
  ...abroadClaims,
  known('takerFee', 'makerFee'),
  {
    fields: ['margin', 'maxLeverage'],
    confidence: 'verified',
    sources: [source.binanceTiers],
    asOf: localDate('2026-05-01'),
  },
];
const rest = verified([source.binanceMarkets, source.binanceSpecification]);

const LEAST_ORDER = 'The smallest order in money has changed often: check it at the venue.';

interface Perpetual {
  readonly symbol: string;
  readonly coin: string;
  readonly money: typeof usdt | typeof usdc;
  readonly step: string;
  readonly least: string;
  readonly tick: string;
  readonly margin: MarginTable;
  readonly maxLeverage: number;
  readonly notes: string;
}

function perpetual(given: Perpetual, ...own: readonly Claim[]): ContractTerms {
  return entry(
    {
      ...common,
      ...given.money,
      id: contractId('binance-um', given.symbol),
      symbol: given.symbol,
      name: `Binance ${given.symbol} perpetual`,
      underlying: assetId(given.coin),
      kind: 'perpetual',
      series: null,
      quantityStep: quantity(given.step),
      minQuantity: quantity(given.step),
      minNotional: money(given.least),
      priceTick: price(given.tick),
      fundingIntervalHours: 8,
      margin: given.margin,
      maxLeverage: given.maxLeverage,
      notes: given.notes,
    },
    own,
    claims,
    rest,
  );
}

const leastOrderDoubtful = uncertain([source.binanceSpecification], 'minNotional');
const stepsKnown = known('quantityStep', 'minQuantity', 'minNotional', 'priceTick', 'fundingIntervalHours');

const perpetuals: readonly ContractTerms[] = [
  perpetual(
    {
      symbol: 'BTCUSDT',
      coin: 'BTC',
      money: usdt,
      step: '0.001',
      least: '100',
      tick: '0.1',
      margin: tiers.btcUsdtTiers,
      maxLeverage: 150,
      notes: LEAST_ORDER,
    },
    leastOrderDoubtful,
  ),
  perpetual(
    {
      symbol: 'ETHUSDT',
      coin: 'ETH',
      money: usdt,
      step: '0.001',
      least: '20',
      tick: '0.01',
      margin: tiers.ethUsdtTiers,
      maxLeverage: 150,
      notes: LEAST_ORDER,
    },
    leastOrderDoubtful,
  ),
  perpetual(
    {
      symbol: 'SOLUSDT',
      coin: 'SOL',
      money: usdt,
      step: '0.01',
      least: '5',
      tick: '0.01',
      margin: tiers.solUsdtTiers,
      maxLeverage: 100,
      notes: LEAST_ORDER,
    },
    stepsKnown,
  ),
  perpetual(
    {
      symbol: 'XRPUSDT',
      coin: 'XRP',
      money: usdt,
      step: '0.1',
      least: '5',
      tick: '0.0001',
      margin: tiers.xrpUsdtTiers,
      maxLeverage: 100,
      notes: LEAST_ORDER,
    },
    stepsKnown,
  ),
  perpetual(
    {
      symbol: 'BTCUSDC',
      coin: 'BTC',
      money: usdc,
      step: '0.001',
      least: '100',
      tick: '0.1',
      margin: tiers.btcUsdcTiers,
      maxLeverage: 125,
      notes: `Fees of USDC pairs may be lower for a time. ${LEAST_ORDER}`,
    },
    stepsKnown,
  ),
  perpetual(
    {
      symbol: 'ETHUSDC',
      coin: 'ETH',
      money: usdc,
      step: '0.001',
      least: '20',
      tick: '0.01',
      margin: tiers.ethUsdcTiers,
      maxLeverage: 125,
      notes: `Fees of USDC pairs may be lower for a time. ${LEAST_ORDER}`,
    },
    stepsKnown,
  ),
];

/** No table of the quarterly contracts was found: 4 % is one over their largest leverage of 25. */
const quarterlyMargin: MarginTable = { kind: 'flat', initial: rate('0.04'), maintenance: rate('0.02') };
const guessedMargin =
  'Its margin table is not known here: margin is guessed from the perpetual contract. Look it up at the venue, and correct it.';
const byAnalogy =
  'By analogy: the step at 25 times leverage in the table of the perpetual contract keeps 2 %.';

/** Its fees and margin differ from those of the perpetual; the final price is the mean of the index over the last hour. */
function quarter(coin: string, tick: string, notes: string, ...own: readonly Claim[]): ContractTerms {
  return entry(
    {
      ...common,
      ...usdt,
      id: contractId('binance-um', `${coin}USDT_YYMMDD`),
      symbol: `${coin}USDT_YYMMDD`,
      name: `Binance ${coin}USDT quarterly`,
      underlying: assetId(coin),
      kind: 'dated',
      series: quarterly(`${coin}USDT_`, 'yymmdd'),
      quantityStep: quantity('0.001'),
      minQuantity: quantity('0.001'),
      minNotional: money('5'),
      priceTick: price(tick),
      expiryRule:
        'Last Friday of March, June, September and December, 08:00 UTC, at the mean of the index over the last hour.',
      fixing: eightUtc,
      margin: quarterlyMargin,
      maxLeverage: 25,
      notes,
    },
    own,
    { confidence: 'uncertain', sources: [byAnalogy], fields: ['margin'] },
    known('expiryRule', 'fixing', 'maxLeverage', 'minNotional'),
    claims,
    verified([source.binanceCapture, source.binanceTiers]),
  );
}

export const binanceUsdMContracts: readonly ContractTerms[] = [
  ...perpetuals,
  quarter('BTC', '0.1', guessedMargin),
  quarter(
    'ETH',
    '0.01',
    `Written by analogy with the BTCUSDT quarterly contract; no source was read. ${guessedMargin}`,
    known('quantityStep', 'minQuantity', 'priceTick'),
  ),
];
