import { expect, test } from 'vitest';
import { emptyOwn, missingIn, ownTerms, type OwnDraft } from './own-draft.ts';

const draft: OwnDraft = {
  ...emptyOwn,
  venue: ' My broker ',
  symbol: 'ABC',
  underlying: 'btc',
  multiplier: '0.1',
  expiry: '2027-03-26',
  source: 'its page',
};

test('an empty form says what is needed, and that an end is needed only where there is one', () => {
  expect(Object.keys(missingIn(emptyOwn)).toSorted()).toEqual([
    'expiry',
    'multiplier',
    'source',
    'symbol',
    'underlying',
    'venue',
  ]);
  expect(missingIn({ ...draft, kind: 'perpetual', expiry: '' })).toEqual({});
});

test('what is empty is left out, not sent as nothing', () => {
  expect(ownTerms(draft)).toEqual({
    venue: 'My broker',
    symbol: 'ABC',
    underlying: 'BTC',
    quote: 'USD',
    settleAsset: 'USD',
    kind: 'dated',
    payoff: 'linear',
    multiplier: '0.1',
    quantityUnit: 'contracts',
    quantityStep: '1',
    expiry: '2027-03-26',
    source: 'its page',
  });
});

test('a perpetual contract has an interval of funding and no end', () => {
  const terms = ownTerms({ ...draft, kind: 'perpetual', fundingIntervalHours: '8' });
  expect(terms.fundingIntervalHours).toBe('8');
  expect(terms.expiry).toBeUndefined();
});
