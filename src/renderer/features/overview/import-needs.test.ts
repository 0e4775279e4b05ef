import { describe, expect, it } from 'vitest';
import { importNeeds, type ImportNeedsInput } from './import-needs.ts';

const nothing: ImportNeedsInput = {
  review: undefined,
  reconcile: undefined,
  coverage: undefined,
  balances: undefined,
};
const place = { event: 'e', file: 'a.csv', line: 1204, time: '2025-01-01T00:00:00Z' };

describe('what the imported files ask of a person', () => {
  it('is nothing where all is well', () => {
    expect(importNeeds(nothing)).toEqual([]);
    expect(
      importNeeds({
        review: { total: 0, rows: [] },
        reconcile: { pairs: [] },
        coverage: { accounts: [] },
        balances: { asOf: '2026-11-20', holds: true, balances: [] },
      }),
    ).toEqual([]);
  });

  it('names the first line where a balance differs, and how many more do', () => {
    const balance = {
      account: 'kraken',
      accountName: 'Kraken',
      asset: 'BTC',
      computed: '1',
      stated: null,
      compared: 1,
      differs: { ...place, stated: '2', computed: '1', difference: '1' },
      belowZero: null,
      paidFromOutside: null,
    };
    const found = importNeeds({
      ...nothing,
      balances: { asOf: '2026-11-20', holds: false, balances: [balance, { ...balance, asset: 'ETH' }] },
    });
    expect(found).toEqual([
      expect.objectContaining({
        severity: 'warning',
        message:
          'Kraken holds another amount of BTC by its rows than its file states; it begins at a.csv, line 1,204.',
        more: 1,
        way: { screen: 'import', params: { tab: 'balances' }, words: 'See the balances' },
      }),
    ]);
  });

  it('names a gap, and counts the months', () => {
    const gap = { month: '2025-03', state: 'gap' as const, events: 0, files: [] };
    const subject = { subject: 'trades' as const, subjectWords: 'trades', months: [gap], gaps: 3 };
    const found = importNeeds({
      ...nothing,
      coverage: {
        accounts: [{ account: 'k', accountName: 'Kraken', exchange: null, subjects: [subject] }],
      },
    });
    expect(found).toEqual([
      expect.objectContaining({
        severity: 'note',
        message: 'No file covers 2025-03 for Kraken, trades, though months before and after are there.',
        more: 2,
      }),
    ]);
  });
});
