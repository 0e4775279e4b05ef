import { describe, expect, test } from 'vitest';
import { projected, projection, view } from './projection.fixture.ts';
import {
  changedOnly,
  explainIdOf,
  notesByYears,
  tableOf,
  taxParts,
  taxSentence,
  totalOf,
  traceOfLine,
  viewsOf,
  yearIn,
  yearsInWords,
  yearToBegin,
  lineGroups,
} from './projection.ts';

const stands = view({ totalTax: '100.10', longTermGain: '50' });
const withPlan = view({ totalTax: '80', longTermGain: '50', stateTax: '5', explain: null });
const years = [
  projected(2025, { realised: view({ totalTax: '40' }) }),
  projected(2026, { realised: stands, planned: withPlan }),
  projected(2027),
];

describe('views of a year', () => {
  test('a year that a view does not change is that of the view before it', () => {
    const [past, running] = years;
    expect(past === undefined ? null : yearIn(past, 'scenario')?.totalTax).toBe('40');
    expect(running === undefined ? null : yearIn(running, 'scenario')).toBe(withPlan);
    expect(running === undefined ? null : yearIn(running, 'realised')).toBe(stands);
  });

  test('only views that say something are offered', () => {
    expect(viewsOf({ years })).toEqual(['realised', 'planned']);
    expect(viewsOf({ years: [projected(2026)] })).toEqual(['realised']);
  });

  test('it begins with the running year, else with the last', () => {
    expect(yearToBegin({ years })).toBe(2026);
    expect(yearToBegin({ years: [projected(2023), projected(2024)] })).toBe(2024);
    expect(yearToBegin({ years: [] })).toBeNull();
  });
});

describe('the table', () => {
  const groups = tableOf(years, 'planned', 'realised');
  const cells = (name: string) =>
    groups.flatMap(({ rows }) => rows).find(({ line }) => line.name === name)?.cells ?? [];

  test('a figure that differs says by how much, exactly; one that does not says nothing', () => {
    expect(cells('totalTax').map(({ change }) => change)).toEqual([null, '-20.1', null]);
    expect(cells('stateTax').map(({ change }) => change)).toEqual([null, '5', null]);
    expect(cells('longTermGain').map(({ change }) => change)).toEqual([null, null, null]);
  });

  test('lines that are nothing in every year wait apart; all tax and the rates always stand', () => {
    const empty = groups.flatMap((group) => group.empty).map(({ line }) => line.name);
    expect(empty).toContain('deferredTotal');
    expect(empty).not.toContain('longTermGain');
    const nothing = tableOf([projected(2026)], 'realised', null);
    expect(nothing.flatMap(({ rows }) => rows).map(({ line }) => line.name)).toEqual([
      'totalTax',
      'effectiveRate',
      'marginalRates/ordinary',
      'marginalRates/shortTerm',
      'marginalRates/longTerm',
      'marginalRates/section1256',
    ]);
  });

  test('only what the two views do not share', () => {
    const lines = changedOnly(groups).flatMap(({ rows }) => rows.map(({ line }) => line.name));
    expect(lines).toEqual(['stateTax', 'totalTax']);
  });

  test('every line is named once', () => {
    const names = lineGroups.flatMap(({ lines }) => lines.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
  });

  test('of a year that cannot be assessed stands what the ledger realised, and nothing is invented', () => {
    const { ledger } = projected(2022);
    const year = projected(2022, { realised: null, ledger: { ...ledger, shortTermGain: '7' } });
    const rows = tableOf([year], 'planned', 'realised').flatMap((group) => group.rows);
    const known = rows.flatMap(({ line, cells: [cell] }) =>
      cell === undefined || cell.value === null ? [] : [[line.name, cell.value]],
    );
    expect(known).toEqual([['shortTermGain', '7']]);
    expect(rows.every(({ cells: [cell] }) => cell?.change === null)).toBe(true);
  });
});

test('tax of all years together', () => {
  expect(totalOf(years, 'realised')).toBe('140.1');
  expect(totalOf(years, 'planned')).toBe('120');
});

describe('the sentence of the bars', () => {
  test.each([
    [
      years,
      'As it stands, 2026 owes most: $100.10. Your plan lowers the tax of all years together by $20.10.',
    ],
    [years.slice(0, 1), 'As it stands, 2025 owes most: $40.00.'],
    [[], 'No year is assessed yet.'],
    [
      [projected(2026, { realised: stands, scenario: view({ totalTax: '101' }) })],
      'As it stands, 2026 owes most: $100.10. The what-if raises the tax of all years together by $0.90.',
    ],
  ])('%#', (given, sentence) => {
    expect(taxSentence(given, viewsOf({ years: given }), 'USD')).toBe(sentence);
  });
});

describe('where the tax comes from', () => {
  test('parts that are nothing are left out', () => {
    const parts = taxParts(view({ ordinaryTax: '10', capitalGainTax: '5', totalTax: '15' }));
    expect(parts.causes).toEqual([{ name: 'On long-term gains', amount: '5' }]);
    expect([parts.from.amount, parts.to.amount]).toEqual(['10', '15']);
  });

  test('what no line names is named as such, so that the parts add up', () => {
    expect(taxParts(view({ ordinaryTax: '10', totalTax: '12' })).causes).toEqual([
      { name: 'Other', amount: '2' },
    ]);
  });
});

test('a line of a what-if is explained by its own part of the trace, or not at all', () => {
  const part = {
    label: 'State tax',
    value: '5',
    unit: 'USD',
    how: '',
    rule: null,
    events: [],
    lots: [],
    parts: [],
  };
  const shown = view({
    stateTax: '5',
    explain: null,
    trace: { ...part, label: 'All tax', value: '9', parts: [part] },
  });
  const lines = lineGroups.flatMap((group) => group.lines);
  const traced = (name: string) => {
    const line = lines.find((each) => each.name === name);
    return line === undefined ? undefined : traceOfLine(line, shown)?.label;
  };
  expect(traced('stateTax')).toBe('State tax');
  expect(traced('totalTax')).toBe('All tax');
  expect(traced('longTermGain')).toBeUndefined();
});

test.each([
  ['tax:2026', 'otherFuturesGain', 'year:2026/otherFuturesGain'],
  ['tax:2026', 'deferredTotal', 'tax:2026/straddles/deferredTotal'],
  ['tax:2026', 'totalTax', 'tax:2026/totalTax'],
  ['projection:2027/planned', 'otherFuturesGain', 'projection:2027/planned/otherFuturesGain'],
  ['projection:2027/planned', 'deferredTotal', 'projection:2027/planned/deferredTotal'],
  [null, 'totalTax', null],
])('%s, %s is explained by %s', (explain, name, id) => {
  const line = lineGroups.flatMap(({ lines }) => lines).find((each) => each.name === name);
  expect(line === undefined ? undefined : explainIdOf(line, view({ explain }))).toBe(id);
});

test('a note of several years is said once', () => {
  const noted = (year: number) =>
    projected(year, { realised: view({ notes: ['Rates of 2026.', `Of ${year}.`] }) });
  expect(notesByYears([noted(2027), noted(2028), projected(2029)], 'realised')).toEqual([
    { note: 'Rates of 2026.', years: [2027, 2028] },
    { note: 'Of the year.', years: [2027, 2028] },
  ]);
});

test.each([
  [[2024], '2024'],
  [[2024, 2026], '2024 and 2026'],
  [[2024, 2025, 2026], '2024 to 2026'],
  [[2023, 2025, 2026], '2023, 2025 and 2026'],
])('years in words: %o', (given, words) => {
  expect(yearsInWords(given)).toBe(words);
});

test('the fixture is a whole answer', () => {
  expect(projection(years).years).toHaveLength(3);
});
