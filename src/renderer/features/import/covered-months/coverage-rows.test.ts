import { describe, expect, it } from 'vitest';
import { coverageRows, lookOf, monthsOf, monthWords, type CoveredMonth } from './coverage-rows.ts';

const file = (name: string, counts = true, batch = name) => ({
  batch,
  file: name,
  format: 'f',
  formatName: 'F',
  counts,
});
const month = (name: string, parts: Partial<CoveredMonth> = {}): CoveredMonth => ({
  month: name,
  state: 'covered',
  events: 2,
  files: [file('a.csv')],
  ...parts,
});
const gap = (name: string): CoveredMonth => month(name, { state: 'gap', events: 0, files: [] });
const account = (name: string, months: readonly CoveredMonth[]) => ({
  account: name,
  accountName: name,
  exchange: null,
  subjects: [{ subject: 'trades' as const, subjectWords: 'trades', months: [...months], gaps: 0 }],
});

describe('what files cover', () => {
  it('puts every account over the same months, and gaps that follow each other into one', () => {
    const rows = coverageRows([
      account('One', [
        month('2024-11'),
        gap('2024-12'),
        gap('2025-01'),
        month('2025-02'),
        gap('2025-03'),
        month('2025-04', { files: [file('b.csv', false)], events: 0 }),
      ]),
      account('Two', [month('2025-06')]),
    ]);
    expect(rows[0]?.gaps).toEqual(['Dec 2024 to Jan 2025', 'Mar 2025']);
    expect(rows[0]?.files).toEqual(['a.csv', 'b.csv (compared)']);
    expect(rows[0]?.events).toBe(4);
    expect(monthsOf(rows)).toEqual([
      '2024-11',
      '2024-12',
      '2025-01',
      '2025-02',
      '2025-03',
      '2025-04',
      '2025-05',
      '2025-06',
    ]);
    expect(monthsOf([])).toEqual([]);
  });

  it('tells files of one name apart by their import', () => {
    const rows = coverageRows([
      account('One', [
        month('2025-01', { files: [file('a.csv', true, '1'), file('b.csv', true, '2')] }),
        month('2025-02', { files: [file('a.csv', true, '3')] }),
      ]),
    ]);
    expect(rows[0]?.files).toEqual(['a.csv (import 1)', 'b.csv', 'a.csv (import 3)']);
    expect(rows[0]?.months.map(monthWords)).toEqual([
      'Jan 2025: 2 rows count, from a.csv (import 1), b.csv',
      'Feb 2025: 2 rows count, from a.csv (import 3)',
    ]);
  });

  it.each([
    ['covered', month('2025-01')],
    ['nothing', month('2025-01', { events: 0 })],
    ['compared', month('2025-01', { files: [file('b.csv', false)] })],
    ['gap', gap('2025-01')],
    ['outside', undefined],
  ] as const)('looks %s', (look, of) => {
    expect(lookOf(of)).toBe(look);
  });

  it('says of a month what it holds', () => {
    expect(monthWords(month('2025-03'))).toBe('Mar 2025: 2 rows count, from a.csv');
    expect(monthWords(gap('2025-03'))).toBe('Mar 2025: no file covers it');
  });
});
