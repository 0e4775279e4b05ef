import { describe, expect, test } from 'vitest';
import { contractCatalogue } from '../../../resources/contracts/catalogue.ts';
import type { ContractTerms } from '../../../src/shared/domain/contract-terms.ts';
import { localDate } from '../../../src/shared/time/local-date.ts';
import {
  confidenceWords,
  evidenceOf,
  fieldsOf,
  sourcesOf,
} from '../../../src/main/engine/futures/evidence.ts';
import { unconfirmedFields, unconfirmedWords } from '../../../src/main/engine/futures/evidence.ts';

/** A contract of which nothing is known but what is claimed here. */
function termsWith(evidence: ContractTerms['evidence']): ContractTerms {
  const [some] = contractCatalogue;
  return {
    ...some!,
    symbol: 'XYZ',
    makerFee: null,
    margin: null,
    liquidation: null,
    settlementIndex: null,
    asOf: localDate('2026-11-22'),
    evidence,
  };
}

const terms = termsWith([
  { fields: ['multiplier', 'quantityUnit'], confidence: 'verified', sources: ['https://a.example', 'b'] },
  { fields: ['quantityStep', 'minQuantity'], confidence: 'from-knowledge', sources: [] },
  { fields: ['priceTick', 'expiryRule'], confidence: 'theirs', sources: ['my broker'] },
  { fields: ['fixing'], confidence: 'uncertain', sources: ['b'], asOf: localDate('2021-01-01') },
  {
    fields: ['settlement', 'resets', 'section1256', 'usPersons', 'takerFee'],
    confidence: 'verified',
    sources: ['b'],
  },
]);

describe('evidence', () => {
  test('of a field is the entry that names it, none where nothing is known', () => {
    expect(evidenceOf(terms, 'priceTick')?.sources).toEqual(['my broker']);
    expect(evidenceOf(terms, 'margin')).toBeUndefined();
  });

  test('unconfirmed is what neither a source nor the user stands for', () => {
    expect(unconfirmedFields(terms)).toEqual(['quantityStep', 'minQuantity', 'fixing']);
  });

  test('beside a result stand only the fields that it depends on', () => {
    expect(unconfirmedWords(terms, fieldsOf('sizing'))).toEqual([
      'Not confirmed by a source, only general knowledge, for XYZ: step of the quantity and smallest quantity (as of 2026-11-22).',
    ]);
    expect(unconfirmedWords(terms, fieldsOf('expiry'))).toEqual([
      'Not confirmed by a source for XYZ: hour of the final price (as of 2021-01-01).',
    ]);
    expect(unconfirmedWords(terms, fieldsOf('value', 'fee', 'tick'))).toEqual([]);
    expect(unconfirmedWords(terms, fieldsOf('sizing', 'expiry'))).toHaveLength(2);
  });

  test('the whole in words', () => {
    expect(confidenceWords(terms)).toBe(
      'verified, but not: step of the quantity, smallest quantity and hour of the final price',
    );
    expect(sourcesOf(terms)).toEqual(['https://a.example', 'b', 'my broker']);
  });
});
