/** Whether a profit has its costs taken off: closed positions show it, where opening and closing price stand beside it. */
import type { MappingProfile } from '../../../../shared/domain/mapping-profile.ts';
import { absolute, compare, isZero, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { money } from '../../../../shared/num/parse.ts';
import type { Money } from '../../../../shared/num/types.ts';
import type { DecimalMark } from '../../importer.ts';
import type { FoundRoles } from './column-roles.ts';
import { SampleNumbers, type SampleRow } from './sample-numbers.ts';
import { isNumber, mostly, type TableSample } from './table-sample.ts';

export type ShownProfit = Pick<MappingProfile, 'profit' | 'funding'>;

/** One row can come out right by chance. */
const leastRows = 2;
const mostColumns = 10;

/** In: `mark`, of decimals. Out: what is shown by every row and by one reading alone; nulls else. */
export function profitShown(sample: TableSample, roles: FoundRoles, mark: DecimalMark): ShownProfit {
  const unknown: ShownProfit = { profit: null, funding: null };
  if (!roles.has('profit')) return unknown;
  const table = new SampleNumbers(sample, roles, mark);
  const rows = table.rows.filter((row) => table.money(row, 'profit') !== null);
  if (rows.length < leastRows) return unknown;
  const columns = priceColumns(sample, roles);
  for (const gross of possibleGross(table, rows, columns)) {
    const fitting = readings(roles).filter(({ costs }) =>
      rows.every((row, at) => isExplained(table, row, gross[at] ?? null, costs)),
    );
    const [only] = fitting;
    if (fitting.length === 1 && only !== undefined) return only.shown;
    if (fitting.length > 1) return unknown;
  }
  return unknown;
}

type Costs = readonly (readonly [role: 'fee' | 'funding', sign: 1 | -1])[];

interface Reading {
  readonly shown: ShownProfit;
  /** What makes the stated profit of the one before costs. */
  readonly costs: Costs;
}

function readings(roles: FoundRoles): readonly Reading[] {
  const fee: Costs = [['fee', -1]];
  const all: readonly Reading[] = [
    { shown: { profit: 'gross', funding: null }, costs: [] },
    {
      shown: { profit: roles.has('funding') ? 'net-of-fees' : 'net', funding: null },
      costs: fee,
    },
    { shown: { profit: 'net', funding: 'positive-is-paid' }, costs: [...fee, ['funding', -1]] },
    { shown: { profit: 'net', funding: 'positive-is-received' }, costs: [...fee, ['funding', 1]] },
  ];
  return all.filter(({ costs }) => costs.every(([role]) => roles.has(role)));
}

function isExplained(table: SampleNumbers, row: SampleRow, gross: Money | null, costs: Costs): boolean {
  const profit = table.money(row, 'profit');
  if (profit === null || gross === null) return false;
  let rest: Money = profit;
  for (const [role, sign] of costs) {
    const stated = table.money(row, role) ?? money('0');
    const cost = role === 'fee' ? absolute(stated) : stated;
    rest = subtract(rest, sign === -1 ? negate(cost) : cost);
  }
  const tolerance = table.lastPlace(row, 'profit');
  return [gross, negate(gross)].some((one) => compare(absolute(subtract(rest, one)), tolerance) <= 0);
}

/** Quantity × (one price − another), for every choice of the three columns: of each row, or null. */
function* possibleGross(
  table: SampleNumbers,
  rows: readonly SampleRow[],
  columns: readonly string[],
): Generator<readonly (Money | null)[]> {
  for (const quantity of columns)
    for (const [at, one] of columns.entries())
      for (const other of columns.slice(at + 1)) {
        if (one === quantity || other === quantity) continue;
        const gross = rows.map((row) => table.gross(row, quantity, one, other));
        if (gross.every((value) => value !== null && !isZero(value))) yield gross;
      }
}

/** Columns of numbers that say nothing else. */
function priceColumns({ columns }: TableSample, roles: FoundRoles): readonly string[] {
  const others = (['profit', 'fee', 'funding', 'balance', 'time', 'opened', 'id'] as const).map(
    (role) => roles.get(role)?.column.name,
  );
  return columns
    .filter(({ name, cells }) => !others.includes(name) && cells.length > 0 && mostly(cells, isNumber))
    .map(({ name }) => name)
    .slice(0, mostColumns);
}
