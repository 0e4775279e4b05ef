/** Saved exit plans are part of what is planned: the tax years with them are those of the close-out sheet. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CallAnswer } from '../../../src/shared/contract/contract.ts';
import { openSample, type Sample } from '../../sample/open-sample.fixture.ts';
import { figuresThatDoNotReAdd } from '../explain/re-add.fixture.ts';

type Projection = CallAnswer<'plan.projection'>;

let sample: Sample;
beforeEach(async () => {
  sample = await openSample();
});
afterEach(async () => {
  await sample.close();
});

const asked = {
  goals: [
    { asset: 'BTC', sell: '0.3' },
    { asset: 'ETH', buy: '3' },
  ],
  horizon: '2027-06-30',
  overlay: {
    contracts: [{ asset: 'ETH', contract: 'binance-um:ETHUSDT' }],
    rounding: 'nearest' as const,
  },
  seconds: 0.5,
};

async function saved(): Promise<CallAnswer<'exit.progress'>['years']> {
  const planned = await sample.ask('exit.plan', asked);
  await sample.ask('exit.save', { name: 'All', request: asked, schedule: planned.schedule });
  return (await sample.ask('exit.progress', { plan: 'exit-1' })).years;
}

const taxOf = ({ years }: Projection, year: number): string | undefined => {
  const found = years.find((one) => one.year === year);
  return (found?.planned ?? found?.realised)?.totalTax;
};

test('the tax of each year is that of the plan, and each figure is explained', async () => {
  const years = await saved();
  const projection = await sample.ask('plan.projection', {});
  expect(projection.exitPlans).toEqual({ counted: [{ plan: 'exit-1', name: 'All' }], apart: [] });
  expect(years.map(({ year }) => taxOf(projection, year))).toEqual(years.map(({ now }) => now));
  expect(projection.issues.filter(({ code }) => code.startsWith('tax/planned-'))).toEqual([]);
  expect(projection.steps.some(({ plan, text }) => plan === 'exit-1' && /Sell .* BTC/u.test(text))).toBe(
    true,
  );
  const [first] = years;
  const explained = await sample.ask('holdings.explain', { id: `projection:${first!.year}/planned` });
  expect(explained.trace.value).toBe(taxOf(projection, first!.year));
  expect(figuresThatDoNotReAdd(explained.trace)).toEqual([]);
});

test('switched off, the years are those of hedge plans alone, and no id stands for them', async () => {
  const before = await sample.ask('plan.projection', {});
  await saved();
  const without = await sample.ask('plan.projection', { exitPlans: false });
  expect(without.years.map(({ planned }) => planned?.totalTax)).toEqual(
    before.years.map(({ planned }) => planned?.totalTax),
  );
  expect(without.exitPlans.counted).toEqual([]);
  expect(without.years.flatMap(({ planned }) => (planned === null ? [] : [planned.explain]))).toEqual(
    without.years.flatMap(({ planned }) => (planned === null ? [] : [null])),
  );
});

/** Of 2026-03-06, 0.08 BTC. */
const YOUNG = '247507c32df6ce7751e0ee32426d263b-0';

test('a what-if goes without one, at other prices, and moves none of its days', async () => {
  // Later than today, so that other prices meet the sale.
  const date = '2027-03-15';
  const sells = [{ asset: 'BTC', lot: YOUNG, quantity: '0.06' }];
  await sample.ask('exit.save', {
    name: 'Later',
    request: { goals: [{ asset: 'BTC', sell: '0.06' }], ownDates: [date], horizon: '2027-06-30' },
    schedule: { regime: null, days: [{ date, sells, buys: [], hedges: [] }] },
  });
  const off = await sample.ask('plan.projection', { exitPlans: false });
  const dropped = await sample.ask('plan.whatIf', { scenario: { withoutPlans: ['exit-1'] } });
  const tax = (year: Projection['years'][number]): string | undefined =>
    (year.scenario ?? year.planned ?? year.realised)?.totalTax;
  expect(dropped.projection.years.map(tax)).toEqual(off.years.map(tax));
  const dearer = await sample.ask('plan.whatIf', {
    scenario: { prices: [{ asset: 'BTC', change: '0.5' }] },
  });
  expect(Number(dearer.totalTax.difference)).toBeGreaterThan(0);
  const { steps } = await sample.ask('plan.projection', {});
  const step = steps.find(({ plan }) => plan === 'exit-1')?.id ?? '';
  await expect(
    sample.ask('plan.whatIf', { scenario: { moves: [{ step, date: '2027-02-01' }] } }),
  ).rejects.toThrow(/No saved plan has a step/u);
});
