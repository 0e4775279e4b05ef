import type { LinearModel, SolverLimits } from '../engine/exit/model/linear-model.ts';
import type { SolveJob } from './solve-messages.ts';

/** A model as arrays that go to another thread. */
export function solveJobOf({ columns, rows, offset }: LinearModel, limits: SolverLimits): SolveJob {
  const entries = rows.reduce((count, row) => count + row.columns.length, 0);
  const starts = new Int32Array(rows.length + 1);
  const indices = new Int32Array(entries);
  const factors = new Float64Array(entries);
  let at = 0;
  for (const [place, row] of rows.entries()) {
    indices.set(row.columns, at);
    factors.set(row.factors, at);
    at += row.columns.length;
    starts[place + 1] = at;
  }
  return {
    columnCosts: Float64Array.from(columns, ({ cost }) => cost),
    columnLowers: Float64Array.from(columns, ({ lower }) => lower),
    columnUppers: Float64Array.from(columns, ({ upper }) => upper),
    integers: Int32Array.from(columns, ({ isInteger }) => (isInteger ? 1 : 0)),
    rowLowers: Float64Array.from(rows, ({ lower }) => lower),
    rowUppers: Float64Array.from(rows, ({ upper }) => upper),
    starts,
    indices,
    factors,
    offset,
    ...limits,
  };
}
