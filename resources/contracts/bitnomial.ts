import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import { money, price, quantity } from '../../src/shared/num/parse.ts';
import { localDate } from '../../src/shared/time/local-date.ts';
import { entry, known, uncertain, unknownTerms, usd, verified } from './entry.ts';
import type { Claim } from './entry.ts';
import { regulatedByAnalogy, regulatedPerpetual } from './section-1256.ts';
import { source } from './sources.ts';

const common = {
  ...unknownTerms,
  ...usd,
  venue: 'Bitnomial',
  payoff: 'linear',
  quantityUnit: 'contracts',
  quantityStep: quantity('1'),
  minQuantity: quantity('1'),
  series: null,
  resets: 'daily',
  liquidation: 'broker',
  usPersons: true,
  asOf: localDate('2026-11-22'),
} as const;

const claims: readonly Claim[] = [known('resets', 'liquidation', 'usPersons')];

function deliverable(symbol: string, name: string, size: string): ContractTerms {
  return entry(
    {
      ...common,
      id: contractId('bitnomial', symbol),
      symbol,
      name,
      underlying: assetId('BTC'),
      kind: 'dated',
      multiplier: quantity(size),
      priceTick: price('1'),
      settlement: 'coins',
      section1256: regulatedByAnalogy,
      notes:
        'Physical delivery: a short held to expiry delivers coins, and that disposes of the lots delivered. When it expires is not known here.',
    },
    claims,
    { fields: ['section1256'], confidence: 'from-knowledge', sources: [source.memo1256] },
    verified([source.bitnomialNotation]),
  );
}

/** Fees as Kraken Derivatives US takes them: 0.03 for itself, 0.10 exchange and clearing, 0.02 NFA. */
const perpetual = {
  ...common,
  kind: 'perpetual',
  fundingIntervalHours: 8,
  feePerContract: money('0.15'),
  section1256: regulatedPerpetual,
} as const;
const perpetualClaims: readonly Claim[] = [
  ...claims,
  { fields: ['section1256'], confidence: 'uncertain', sources: [source.memo1256] },
  verified([source.krakenUsFees], 'feePerContract'),
  uncertain([source.bitnomialPbuc, source.krakenUsContracts], 'settlement'),
];
const KRAKEN_FEE =
  'The fee is what Kraken Derivatives US takes for one contract and side, all in; it books funding once a day.';
const DELIVERY = 'The rulebook of Bitnomial says deliverable, Kraken says settled in cash.';

function krakenListed(symbol: string, coin: string, size: string): ContractTerms {
  return entry(
    {
      ...perpetual,
      id: contractId('bitnomial', symbol),
      symbol,
      name: `Bitnomial ${coin} perpetual (${size} ${coin})`,
      underlying: assetId(coin),
      multiplier: quantity(size),
      notes: `${KRAKEN_FEE} ${DELIVERY}`,
    },
    perpetualClaims,
    known('fundingIntervalHours'),
    verified([source.krakenUsContracts]),
  );
}

/** Bitnomial: deliverable dated futures, and perpetuals that one reaches through Kraken Derivatives US. */
export const bitnomialContracts: readonly ContractTerms[] = [
  deliverable('BUS', 'Bitnomial Bitcoin, deliverable (1 BTC)', '1'),
  deliverable('BUI', 'Bitnomial Bitcoin deci, deliverable (0.1 BTC)', '0.1'),
  entry(
    {
      ...perpetual,
      id: contractId('bitnomial', 'PBUC'),
      symbol: 'PBUC',
      name: 'Bitnomial Bitcoin perpetual (0.01 BTC)',
      underlying: assetId('BTC'),
      multiplier: quantity('0.01'),
      priceTick: price('10'),
      expiryRule: 'None; Kraken lists it as PBTCUCZ50, ending in December 2050.',
      settlementIndex: 'spot as implied by the deliverable BUS future',
      notes: `${KRAKEN_FEE} ${DELIVERY} Funding periods end at 03:00, 11:00 and 19:00 Chicago.`,
    },
    perpetualClaims,
    verified([source.bitnomialPbuc, source.krakenUsContracts]),
  ),
  krakenListed('PETHIU', 'ETH', '0.5'),
  krakenListed('PSOLU', 'SOL', '5'),
];
