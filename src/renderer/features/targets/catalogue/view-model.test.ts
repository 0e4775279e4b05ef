import { describe, expect, test } from 'vitest';
import {
  askedContracts,
  kindWords,
  noFilter,
  shownContracts,
  sourceWords,
  sureOf,
  unconfirmedLabels,
  type ContractRow,
} from './view-model.ts';

const row: ContractRow = {
  id: 'cme:MBT',
  venue: 'CME',
  symbol: 'MBT',
  name: 'CME Micro Bitcoin (0.1 BTC)',
  underlying: 'BTC',
  quote: 'USD',
  settleAsset: 'USD',
  kind: 'dated',
  payoff: 'linear',
  series: true,
  expiry: null,
  size: '0.1 BTC',
  usPersons: true,
  section1256: true,
  section1256Settled: true,
  confidence: 'verified',
  confidenceWords: 'verified',
  corrected: 0,
  own: false,
  asOf: '2026-11-22',
};

describe('the catalogue', () => {
  test('asks only for what is set', () => {
    expect(askedContracts(noFilter)).toEqual({});
    expect(askedContracts({ ...noFilter, search: ' xbt ', usOnly: true, kind: 'dated' })).toEqual({
      search: 'xbt',
      usPersons: true,
      kind: 'dated',
    });
  });

  test('"mine" is what was corrected or added', () => {
    const rows = [row, { ...row, id: 'a', corrected: 1 }, { ...row, id: 'b', own: true }];
    expect(shownContracts(rows, { ...noFilter, mine: true }).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(shownContracts(rows, noFilter)).toHaveLength(3);
  });

  test('says what is paid and when it ends', () => {
    expect(kindWords(row)).toBe('Series of dates, paid in money');
    expect(kindWords({ ...row, series: false, expiry: '2026-12-25' })).toBe('Ends 2026-12-25, paid in money');
    expect(kindWords({ ...row, kind: 'perpetual', series: false, payoff: 'inverse' })).toBe(
      'Perpetual, paid in the coin',
    );
  });

  test('what is theirs does not look like what was read', () => {
    expect(sureOf('theirs')).not.toEqual(sureOf('verified'));
    expect(sureOf(null).text).toBe('not known');
  });

  test('sources are named by their sites, or whole', () => {
    const sources = ['https://www.cmegroup.com/a', 'https://cmegroup.com/b', 'a letter of my broker'];
    expect(sourceWords(sources, false)).toBe('cmegroup.com, a letter of my broker');
    expect(sourceWords(sources, true)).toBe(sources.join('; '));
  });

  test('what is not known is nothing to confirm, and what is theirs is confirmed', () => {
    const fields = (['verified', 'from-knowledge', 'uncertain', 'theirs', null] as const).map(
      (confidence) => ({
        label: String(confidence),
        confidence,
      }),
    );
    expect(unconfirmedLabels(fields)).toEqual(['from-knowledge', 'uncertain']);
  });
});
