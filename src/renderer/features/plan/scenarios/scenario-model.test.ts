import { expect, test } from 'vitest';
import { columnsToAsk, rowsByGroup, toggled, type ComparedRow, type Scenario } from './scenario-model.ts';

const scenario = (id: string) => ({ id }) as Scenario;

test('the ledger stands first; what was removed is not asked', () => {
  expect(columnsToAsk(['b', 'gone', 'today'], [scenario('a'), scenario('b')])).toEqual(['today', 'b']);
});

test('two to four are compared, never five', () => {
  expect(toggled(['today', 'a'], 'b')).toEqual(['today', 'a', 'b']);
  expect(toggled(['today', 'a', 'b', 'c'], 'd')).toEqual(['today', 'a', 'b', 'c']);
  expect(toggled(['today', 'a'], 'a')).toEqual(['today']);
});

test('rows by group, and those that differ alone', () => {
  const row = (id: string, group: ComparedRow['group'], differs: boolean): ComparedRow => ({
    id,
    group,
    label: id,
    unit: 'USD',
    values: ['1', null],
    differs,
    least: [],
  });
  const rows = [row('search', 'search', true), row('tax', 'tax', false), row('cost', 'cost', true)];
  expect(rowsByGroup(rows, false).map(({ group }) => group)).toEqual(['cost', 'tax', 'search']);
  expect(rowsByGroup([{ ...row('none', 'dates', false), values: [null, null] }], false)).toEqual([]);
  expect(rowsByGroup(rows, true).map(({ group }) => group)).toEqual(['cost', 'search']);
});
