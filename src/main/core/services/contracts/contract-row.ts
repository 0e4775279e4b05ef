import type { z } from 'zod';
import type { contractRow } from '../../../../shared/contract/contracts-calls.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { sizeText } from '../../../engine/futures/contract-fields/size-unit.ts';
import { confidenceWords, evidenceOf } from '../../../engine/futures/evidence.ts';
import type { Facts } from '../../facts.ts';

export type ContractRow = z.output<typeof contractRow>;

/** One contract as lists show it. */
export function contractRowOf(terms: ContractTerms, { corrections, ownContracts }: Facts): ContractRow {
  return {
    id: terms.id,
    venue: terms.venue,
    symbol: terms.symbol,
    name: terms.name,
    underlying: terms.underlying,
    quote: terms.quote,
    settleAsset: terms.settleAsset,
    kind: terms.kind,
    payoff: terms.payoff,
    series: terms.series !== null,
    expiry: terms.expiry === null ? null : dateText(terms.expiry),
    size: sizeText(terms),
    usPersons: terms.usPersons,
    section1256: terms.section1256.status,
    section1256Settled: terms.section1256.settled,
    confidence: evidenceOf(terms, 'multiplier')?.confidence ?? 'uncertain',
    confidenceWords: confidenceWords(terms),
    corrected: corrections.filter(({ contract }) => contract === terms.id).length,
    own: ownContracts.some(({ id }) => id === terms.id),
    asOf: dateText(terms.asOf),
  };
}
