import { expect, test } from 'vitest';
import { compareDecimal, compareText } from './compare.ts';
import { nextSort, rowAfterKey, sortRows, type Column } from './table-model.ts';

interface Row {
  readonly name: string;
  readonly amount: string | null;
}

const columns: readonly Column<Row>[] = [
  { key: 'name', header: 'Name', cell: (row) => row.name, compare: (a, b) => compareText(a.name, b.name) },
  {
    key: 'amount',
    header: 'Amount',
    cell: (row) => row.amount,
    compare: (a, b) => compareDecimal(a.amount, b.amount),
  },
];
const rows: readonly Row[] = [
  { name: 'lot 10', amount: '9.5' },
  { name: 'lot 2', amount: '10' },
  { name: 'lot 1', amount: null },
  { name: 'lot 3', amount: '-0.000000000000000001' },
];

test('sorts by value, not by spelling; unknown last', () => {
  const rising = sortRows(rows, columns, { column: 'amount', direction: 'ascending' });
  expect(rising.map(({ amount }) => amount)).toEqual(['-0.000000000000000001', '9.5', '10', null]);
  const names = sortRows(rows, columns, { column: 'name', direction: 'descending' });
  expect(names.map(({ name }) => name)).toEqual(['lot 10', 'lot 3', 'lot 2', 'lot 1']);
});

test('a header sorts up, down, then not', () => {
  const up = nextSort(null, 'name');
  const down = nextSort(up, 'name');
  expect([up?.direction, down?.direction, nextSort(down, 'name')]).toEqual(['ascending', 'descending', null]);
  expect(nextSort(down, 'amount')).toEqual({ column: 'amount', direction: 'ascending' });
});

test('keys move within the rows', () => {
  expect(rowAfterKey('ArrowDown', 3, 4)).toBe(3);
  expect(rowAfterKey('ArrowUp', 3, 4)).toBe(2);
  expect(rowAfterKey('PageUp', 3, 40)).toBe(0);
  expect(rowAfterKey('End', 0, 40)).toBe(39);
  expect(rowAfterKey('x', 0, 40)).toBeUndefined();
});
