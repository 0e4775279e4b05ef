/** What each choice would change for the sample investor: figures of the tax engine itself, explained and re-added. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSample } from '../../sample/open-sample.fixture.ts';
import type { Sample } from '../../sample/open-sample.fixture.ts';
import { figuresThatDoNotReAdd } from '../explain/re-add.fixture.ts';

let sample: Sample;
beforeAll(async () => {
  sample = await openSample();
  await sample.ask('hedge.adopt', { exitDate: '2027-01-15' });
});
afterAll(async () => {
  await sample.close();
});

test('taxes as they are add up to those of the years', async () => {
  const { total, firstYear, lastYear } = await sample.ask('elections.effects', { ids: ['funding'] });
  const { years } = await sample.ask('plan.taxYears', {});
  expect([firstYear, lastYear]).toEqual([years[0]?.year, years.at(-1)?.year]);
  const sum = years.reduce((all, { totalTax }) => all + Number(totalTax), 0);
  expect(Number(total)).toBeCloseTo(sum, 6);
});

test('a choice that is made changes the years by what its effect said', async () => {
  const before = await sample.ask('elections.effects', {});
  const changing = before.elections.flatMap(({ id, options }) =>
    options.filter(({ difference }) => Number(difference ?? 0) !== 0).map((option) => ({ id, ...option })),
  );
  expect(changing.length).toBeGreaterThan(0);
  for (const { explain, difference } of changing) {
    const { trace } = await sample.ask('holdings.explain', { id: explain ?? '' });
    expect(trace.value).toBe(difference);
    expect(figuresThatDoNotReAdd(trace)).toEqual([]);
  }
  const one = changing.find(({ id }) => id !== 'straddle-regime');
  await sample.ask('elections.save', { id: one?.id ?? '', value: one?.value ?? '' });
  const after = await sample.ask('elections.effects', { ids: [one?.id ?? ''] });
  expect(after.total).toBe(one?.total);
});
