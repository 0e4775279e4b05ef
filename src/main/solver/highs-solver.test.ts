import { describe, expect, it } from 'vitest';
import type { LinearColumn, LinearModel, LinearRow } from '../engine/exit/model/linear-model.ts';
import { highsSolver } from './highs-solver.ts';

const limits = { seconds: 10, gap: 0 };

function column(cost: number, upper: number, isInteger = false): LinearColumn {
  return { cost, lower: 0, upper, isInteger };
}

function atMost(upper: number, ...factors: readonly number[]): LinearRow {
  return { lower: -Infinity, upper, columns: factors.map((_, at) => at), factors };
}

/** The package's own example: 30 for a chair, 50 for a table. */
const workshop: LinearModel = {
  columns: [column(-30, Infinity, true), column(-50, Infinity, true)],
  rows: [atMost(40, 1, 2), atMost(50, 2, 1)],
  offset: 0,
};

/** Which of 60 things go into five sacks: long enough to be stopped. */
function hardModel(): LinearModel {
  const things = Array.from({ length: 60 }, (_, at) => 1000 + ((at * 7919) % 997));
  return {
    columns: things.map((worth) => column(-worth, 1, true)),
    rows: [3, 5, 7, 11, 13].map((seed) =>
      atMost(20_000, ...things.map((worth, at) => worth + ((at * seed * 31) % 211))),
    ),
    offset: 0,
  };
}

describe('highsSolver', () => {
  it('solves the example of the package', async () => {
    const answer = await highsSolver().solve(workshop, limits);
    expect(answer).toMatchObject({ status: 'optimal', objective: -1100, bound: -1100 });
    expect('values' in answer ? Array.from(answer.values ?? []) : null).toEqual([20, 10]);
  });

  it('adds the offset and solves without whole numbers', async () => {
    const columns = workshop.columns.map((one) => ({ ...one, isInteger: false }));
    const answer = await highsSolver().solve({ ...workshop, columns, offset: 100 }, limits);
    expect(answer).toMatchObject({ status: 'optimal', objective: -1000, bound: -1000 });
  });

  it('says when nothing is possible', async () => {
    const rows = [...workshop.rows, { lower: 1000, upper: Infinity, columns: [0], factors: [1] }];
    expect(await highsSolver().solve({ ...workshop, rows }, limits)).toMatchObject({ status: 'infeasible' });
  });

  it('says so where HiGHS refuses a model, and works again afterwards', async () => {
    const broken = { ...workshop, rows: [{ lower: 0, upper: 1, columns: [7], factors: [1] }] };
    const answer = await highsSolver().solve(broken, limits);
    expect(answer).toMatchObject({ status: 'failed', why: expect.stringMatching(/./u) });
    // No lowest value: without an end to what a chair brings.
    const endless = await highsSolver().solve({ ...workshop, rows: [] }, limits);
    expect(endless).toMatchObject({ status: 'failed' });
    expect(await highsSolver().solve(workshop, limits)).toMatchObject({ status: 'optimal' });
  });

  it('ends when it is cancelled, and works again afterwards', async () => {
    const cancelled = new AbortController();
    const working = highsSolver(cancelled.signal).solve(hardModel(), { seconds: 60, gap: 0 });
    setTimeout(() => cancelled.abort(new Error('cancelled')), 20);
    await expect(working).rejects.toThrow('cancelled');
    await expect(highsSolver(cancelled.signal).solve(workshop, limits)).rejects.toThrow('cancelled');
    expect(await highsSolver().solve(workshop, limits)).toMatchObject({ status: 'optimal' });
  });

  it('gives the best so far when the time is over', async () => {
    const answer = await highsSolver().solve(hardModel(), { seconds: 0.2, gap: 0 });
    expect(['optimal', 'time-limit']).toContain(answer.status);
    if ('bound' in answer) expect(answer.bound).toBeLessThanOrEqual(answer.objective);
  });
});
