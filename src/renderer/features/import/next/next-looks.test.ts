import { describe, expect, it } from 'vitest';
import { nextLooks, type NextLooksInput } from './next-looks.ts';

const nothing: NextLooksInput = {
  review: undefined,
  reconcile: undefined,
  coverage: undefined,
  transfers: undefined,
  balances: undefined,
  prices: undefined,
};

describe('what to look at after an import', () => {
  it('is nothing where all is well, or nothing is known yet', () => {
    expect(nextLooks(nothing)).toEqual([]);
    expect(nextLooks({ ...nothing, review: { total: 0, rows: [] } })).toEqual([]);
  });

  it('names each cause with its count and where to go', () => {
    const prices = { prices: [], missing: ['PEPE'], missingAt: [], stablecoinsAtPar: true };
    const coverage = {
      accounts: [
        {
          account: 'a',
          accountName: 'A',
          exchange: null,
          subjects: [
            { subject: 'trades' as const, subjectWords: 'trades', months: [], gaps: 2 },
            { subject: 'moves' as const, subjectWords: 'moves', months: [], gaps: 1 },
          ],
        },
      ],
    };
    expect(nextLooks({ ...nothing, review: { total: 1, rows: [] }, prices, coverage })).toEqual([
      { tab: 'review', words: '1 row to review' },
      { tab: 'coverage', words: '3 months without a file' },
      { tab: 'prices', words: '1 price missing' },
    ]);
  });
});
