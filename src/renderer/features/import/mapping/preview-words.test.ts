import { expect, it } from 'vitest';
import { previewCounts, rowsToShow, stateWords, type PreviewRow } from './preview-words.ts';

function row(line: number, isBad = false): PreviewRow {
  const problem = { severity: 'error', message: 'm', fix: 'f' } as const;
  return { line, raw: '', time: null, kind: null, words: '', problems: isBad ? [problem] : [] };
}

const preview = {
  problems: [],
  rows: Array.from({ length: 30 }, (_, at) => row(at + 2, at === 3 || at === 25)),
  events: 27,
  ignored: 1,
  bad: 2,
  timeZone: 'UTC',
  timeZoneFrom: 'assumed' as const,
  decimalMark: '.' as const,
  dateOrder: null,
};

it('says what becomes of the first rows, and leaves out what is none', () => {
  expect(previewCounts(preview)).toBe(
    'Of the first 30 rows, 27 are read, 1 left out by a rule, 2 cannot be read.',
  );
  expect(previewCounts({ ...preview, rows: [row(2)], events: 1, ignored: 0, bad: 0 })).toBe(
    'Of the first row, 1 is read.',
  );
  expect(stateWords(2, preview)).toBe('2 things are still missing');
});

it('shows rows that cannot be read first, wherever they stand', () => {
  const lines = rowsToShow(preview).map(({ line }) => line);
  expect(lines.slice(0, 4)).toEqual([5, 27, 2, 3]);
  expect(lines).toHaveLength(14);
});
