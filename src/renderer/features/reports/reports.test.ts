import { describe, expect, test } from 'vitest';
import { fileToSave } from './export-files.ts';
import { paper, section } from './reports.fixture.ts';
import {
  compareCells,
  isFigure,
  paperGroups,
  paperState,
  totalsOf,
  withoutEmptyColumns,
  yearOf,
  type MadeFile,
} from './view-model.ts';

test('papers stand under what they are for, and none is lost', () => {
  const papers = [paper({ kind: 'journal' }), paper({ kind: 'elections' }), paper()];
  const groups = paperGroups(papers);
  expect(groups.map(({ title }) => title)).toEqual([
    'For the tax return',
    'For your accountant',
    'Your data',
  ]);
  expect(groups.flatMap((group) => group.papers)).toHaveLength(3);
});

describe('can it be made?', () => {
  const lacking = { text: 'Your income of 2025 is missing.', fix: 'Enter your tax details.' };

  test('in full', () => expect(paperState(paper(), 2025)).toEqual({ is: 'ready' }));
  test('nothing to put in it', () => expect(paperState(paper(), 2023)).toEqual({ is: 'nothing' }));
  test('of the whole ledger, whatever the year', () =>
    expect(paperState(paper({ perYear: false, years: [] }), 2023)).toEqual({ is: 'ready' }));
  test('what is missing in a year keeps back that year alone', () => {
    const of2025 = paper({ years: [2024], missing: [{ year: 2025, ...lacking }] });
    expect(paperState(of2025, 2025)).toMatchObject({ is: 'missing', missing: [lacking] });
    expect(paperState(of2025, 2024)).toEqual({ is: 'ready' });
  });
  test('what is missing at all keeps back every year', () =>
    expect(paperState(paper({ missing: [{ year: null, ...lacking }] }), 2024).is).toBe('missing'));
});

test.each([
  ['2024', [2024, 2025, 2026], 2024],
  // The last year that has ended is the one that papers are made for.
  [undefined, [2024, 2025, 2026], 2025],
  ['1999', [2024, 2025, 2026], 2025],
  [undefined, [2026], 2026],
  [undefined, [], 2026],
] as const)('year %s of %j', (asked, years, year) => expect(yearOf(asked, years, 2026)).toBe(year));

test('money is sorted by its exact value, not as words', () => {
  const { columns, rows } = section();
  const [, proceeds] = columns;
  if (proceeds === undefined) throw new Error('no such column');
  expect(rows.toSorted(compareCells(proceeds, 1)).map(({ cells }) => cells[1]?.value)).toEqual([
    '900.00',
    '10000.12',
  ]);
});

test.each([
  ['-12.5', true],
  ['0', true],
  ['no', false],
  ['', false],
  ['2026-01-05', false],
])('%j in a column of amounts is a figure: %s', (value, is) => expect(isFigure(value)).toBe(is));

test('a line that asks is sorted behind those with amounts', () => {
  const { columns, rows } = section();
  const [, proceeds] = columns;
  if (proceeds === undefined) throw new Error('no such column');
  const asks = { cells: [{ value: 'Are both gains?' }, { value: 'no' }] };
  expect([asks, ...rows].toSorted(compareCells(proceeds, 1)).at(-1)).toBe(asks);
});

test('the row of totals says what it is', () => {
  expect(totalsOf(section())).toEqual(['Total', { value: '10900.12' }]);
  expect(totalsOf(section({ totals: null }))).toBeNull();
});

test('a column in which nothing stands is left out, where every row is at hand', () => {
  const codes = { id: 'f', title: '(f) Code', kind: 'text' as const };
  const [first, second] = section().rows.map(({ cells }) => ({ cells: [...cells, { value: null }] }));
  if (first === undefined || second === undefined) throw new Error('two rows');
  const given = section({ columns: [...section().columns, codes], rows: [first, second] });
  expect(withoutEmptyColumns(given)).toEqual(section());
  expect(withoutEmptyColumns({ ...given, total: 3 }).columns).toHaveLength(3);
});

describe('what is saved', () => {
  const file = (name: string): MadeFile => ({
    name,
    mediaType: 'text/csv',
    encoding: 'text',
    content: 'a\n',
  });

  test('one file as it is', () => {
    const saved = fileToSave(
      [{ ...file('x/form-8949-2025.pdf'), encoding: 'base64', content: btoa('%PDF\u00ff') }],
      'x',
    );
    expect(saved?.name).toBe('form-8949-2025.pdf');
    expect([...(saved?.bytes ?? [])]).toEqual([37, 80, 68, 70, 255]);
  });
  test('several as one archive, named after their folder', () => {
    expect(fileToSave([file('tax-papers-2025/a.csv'), file('tax-papers-2025/b.csv')], 'package')?.name).toBe(
      'tax-papers-2025.zip',
    );
    expect(fileToSave([file('a.csv'), file('b.csv')], 'form-8949-2025')?.name).toBe('form-8949-2025.zip');
  });
  test('nothing where there is nothing', () => expect(fileToSave([], 'package')).toBeNull());
});
