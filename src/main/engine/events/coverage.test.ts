import { expect, test } from 'vitest';
import { accountId } from '../../../shared/domain/account.ts';
import type { StatedSpan } from '../../../shared/domain/stated-span.ts';
import type { Subject } from '../../../shared/domain/subject.ts';
import { instantFromIso, toIso } from '../../../shared/time/instant.ts';
import { coverageOf, type CoverageInput } from './coverage.ts';
import { event } from './event.fixture.ts';

const from = (file: string, format: string): { source: { file: string; format: string; line: number } } => ({
  source: { file, format, line: 2 },
});

/** "3 jan.csv fills trades 2025-01-10 2025-01-20": import, file, format, subject, first and last day of the rows. */
function span(text: string): StatedSpan {
  const [batch = '', file = '', format = '', subject = '', first = '', last = first] = text.split(' ');
  return {
    batch,
    file,
    format,
    account: accountId('binance'),
    subject: subject as Subject,
    first: instantFromIso(`${first}T00:00:00Z`),
    last: instantFromIso(`${last}T00:00:00Z`),
  };
}

const buy = ['binance BTC 1', 'binance USD -5'];

function monthsIn(
  input: Pick<CoverageInput, 'events' | 'spans'> & Partial<CoverageInput>,
): readonly unknown[] {
  const found = coverageOf({
    isCounted: () => true,
    monthOf: (time) => Number(toIso(time).slice(0, 4)) * 12 + Number(toIso(time).slice(5, 7)) - 1,
    rankOf: (format, subject) => (subject === 'trades' ? (format === 'fills' ? 1 : 3) : null),
    ...input,
  });
  return found.map(({ subject, months }) => [
    subject,
    ...months.map(
      ({ month, state, events, files }) =>
        `${(month % 12) + 1} ${state} ${events} ${files.map(({ batch, file, counts }) => `${batch} ${file}${counts ? '' : '?'}`).join(' ')}`,
    ),
  ]);
}

test('a file covers its months from first to last row, a month that none reaches is a gap, and which file counts is said', () => {
  expect(
    monthsIn({
      events: [
        event('a', 'buy', '2025-01-10', buy, from('jan.csv', 'fills')),
        event('s', 'buy', '2025-01-10', buy, from('all.csv', 'statement')),
        event('d', 'deposit', '2025-03-10', ['binance USD 5'], from('all.csv', 'statement')),
        event('b', 'buy', '2025-05-10', buy, from('may.csv', 'fills')),
      ],
      spans: [
        span('1 jan.csv fills trades 2025-01-10'),
        span('2 all.csv statement trades 2025-01-10'),
        span('2 all.csv statement moves 2025-03-10'),
        span('3 may.csv fills trades 2025-05-10'),
      ],
      isCounted: ({ id }) => id !== 's',
    }),
  ).toEqual([
    [
      'trades',
      '1 covered 1 1 jan.csv 2 all.csv?',
      '2 covered 0 2 all.csv',
      '3 covered 0 2 all.csv',
      '4 gap 0 ',
      '5 covered 1 3 may.csv',
    ],
    ['moves', '1 covered 0 2 all.csv', '2 covered 0 2 all.csv', '3 covered 1 2 all.csv'],
  ]);
});

test('two files of one name and format are two imports, with a gap between; a file whose rows were there covers them', () => {
  expect(
    monthsIn({
      events: [
        event('a', 'buy', '2025-01-10', buy, from('export.csv', 'fills')),
        event('b', 'buy', '2025-03-10', buy, from('export.csv', 'fills')),
      ],
      spans: [
        span('1 export.csv fills trades 2025-01-10'),
        span('2 export.csv fills trades 2025-03-10'),
        span('4 again.csv fills trades 2025-03-10'),
      ],
    }),
  ).toEqual([['trades', '1 covered 1 1 export.csv', '2 gap 0 ', '3 covered 1 2 export.csv 4 again.csv']]);
});

test('rows that are a trade only together cover trades; a row that was said to be something else is still stated', () => {
  expect(
    monthsIn({
      events: [
        event('t', 'buy', '2025-01-10', buy, from('all.csv', 'statement')),
        event('i', 'income', '2025-02-10', ['binance BTC 1'], from('what.csv', 'own')),
      ],
      spans: [
        span('1 all.csv statement other 2025-01-10 2025-02-10'),
        span('1 all.csv statement moves 2025-02-10'),
        span('2 what.csv own income 2025-02-10'),
      ],
      rankOf: () => null,
    }),
  ).toEqual([
    ['trades', '1 covered 1 1 all.csv', '2 covered 0 1 all.csv'],
    ['moves', '1 covered 0 1 all.csv', '2 covered 0 1 all.csv'],
    ['income', '2 covered 1 2 what.csv'],
  ]);
});
