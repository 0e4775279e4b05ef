import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import { quantity } from '../../src/shared/num/parse.ts';
import { localDate } from '../../src/shared/time/local-date.ts';
import { entry, known, unknownTerms, usd, verified } from './entry.ts';
import { regulatedFuture } from './section-1256.ts';
import { source } from './sources.ts';

/** Traded at the level of spot; what financing costs is added up apart and booked at settlement. */
function spotQuoted(coin: string, name: string, size: string, index: string): ContractTerms {
  const symbol = `Q${coin}`;
  return entry(
    {
      ...unknownTerms,
      ...usd,
      id: contractId('cme', symbol),
      venue: 'CME',
      symbol,
      name: `CME Spot-Quoted ${name} (${size} ${coin})`,
      underlying: assetId(coin),
      kind: 'dated',
      payoff: 'linear',
      multiplier: quantity(size),
      quantityUnit: 'contracts',
      quantityStep: quantity('1'),
      minQuantity: quantity('1'),
      expiryRule:
        'Listed for up to about a year; the first ones ended in June 2026. Look up the end of the one you trade.',
      series: null,
      settlementIndex: index,
      resets: 'daily',
      liquidation: 'broker',
      section1256: regulatedFuture,
      usPersons: true,
      asOf: localDate('2026-11-22'),
      notes:
        'Its price stands at the level of spot; a financing adjustment adds up and is booked at settlement, so the price on a statement differs from the one traded. Count it as a cost of financing, not as basis.',
    },
    known('expiryRule', 'liquidation', 'usPersons'),
    { fields: ['section1256'], confidence: 'from-knowledge', sources: [source.memo1256] },
    verified([source.marking1256], 'resets'),
    verified([source.cmeSpotQuoted, source.cmeSpotQuotedFaq, source.cmeHours]),
  );
}

export const cmeSpotQuoted: readonly ContractTerms[] = [
  spotQuoted('BTC', 'Bitcoin', '0.01', 'CME CF Bitcoin Reference Rate, spot-quoted marker'),
  spotQuoted('ETH', 'Ether', '0.2', 'CME CF Ether-Dollar Reference Rate'),
  spotQuoted('SOL', 'Solana', '5', 'CME CF Solana-Dollar Reference Rate'),
  spotQuoted('XRP', 'XRP', '250', 'CME CF XRP-Dollar Reference Rate'),
];
