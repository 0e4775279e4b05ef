import { expect, test } from 'vitest';
import { toIso } from '../../../shared/time/instant.ts';
import { coverageOf } from './coverage.ts';
import { event } from './event.fixture.ts';

const from = (file: string, format: string): { source: { file: string; format: string; line: number } } => ({
  source: { file, format, line: 2 },
});

test('a file covers its months from first to last row, a month that none reaches is a gap, and which file counts is said', () => {
  const found = coverageOf({
    events: [
      event('a', 'buy', '2025-01-10', ['binance BTC 1', 'binance USD -5'], from('jan.csv', 'fills')),
      event('s', 'buy', '2025-01-10', ['binance BTC 1', 'binance USD -5'], from('all.csv', 'statement')),
      event('d', 'deposit', '2025-03-10', ['binance USD 5'], from('all.csv', 'statement')),
      event('b', 'buy', '2025-05-10', ['binance BTC 1', 'binance USD -5'], from('may.csv', 'fills')),
    ],
    isCounted: ({ id }) => id !== 's',
    monthOf: (time) => Number(toIso(time).slice(0, 4)) * 12 + Number(toIso(time).slice(5, 7)) - 1,
    rankOf: (format, subject) => (subject === 'trades' ? (format === 'fills' ? 1 : 3) : null),
  });
  const inWords = found.map(({ subject, months }) => ({
    subject,
    months: months.map(
      ({ month, state, events, files }) =>
        `${(month % 12) + 1} ${state} ${events} ${files.map(({ file, counts }) => `${file}${counts ? '' : '?'}`).join(' ')}`,
    ),
  }));
  expect(inWords).toEqual([
    {
      subject: 'trades',
      months: [
        '1 covered 1 jan.csv all.csv?',
        '2 covered 0 all.csv',
        '3 covered 0 all.csv',
        '4 gap 0 ',
        '5 covered 1 may.csv',
      ],
    },
    { subject: 'moves', months: ['1 covered 0 all.csv', '2 covered 0 all.csv', '3 covered 1 all.csv'] },
  ]);
});

test('two formats under one name are two files', () => {
  const found = coverageOf({
    events: [
      event('a', 'buy', '2025-01-10', ['binance BTC 1', 'binance USD -5'], from('export.csv', 'fills')),
      event('b', 'buy', '2025-03-10', ['binance BTC 1', 'binance USD -5'], from('export.csv', 'statement')),
    ],
    isCounted: () => true,
    monthOf: (time) => Number(toIso(time).slice(5, 7)),
    rankOf: () => 1,
  });
  expect(
    found[0]?.months.map(({ state, files }) => `${state} ${files.map(({ format }) => format).join()}`),
  ).toEqual(['covered fills', 'gap ', 'covered statement']);
});
