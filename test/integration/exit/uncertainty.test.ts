/** The plan under price paths, its sensitivity, and what can be harvested, on a real encrypted ledger. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { figuresThatDoNotReAdd } from '../explain/re-add.fixture.ts';
import { bought, openTaxLedger, priced, type TaxLedger } from '../tax/tax-ledger.fixture.ts';

let ledger: TaxLedger;
const NOW = '2026-03-02T23:00:00Z';

beforeAll(async () => {
  ledger = await openTaxLedger();
  await ledger.bring(
    '2026-03-02T20:00:00Z',
    bought('2022-05-01 12:00:00', '1', '20000'),
    bought('2025-10-01 12:00:00', '1', '80000'),
    bought('2024-01-10 12:00:00', '10', '20000', 'ETH'),
    // Below its cost: 5 SOL for 1 500, worth 500.
    bought('2025-11-01 12:00:00', '5', '1500', 'SOL'),
    priced('2026-03-02 13:00:00', 'BTC', 90_000),
    priced('2026-03-02 13:00:00', 'ETH', 3_000),
    priced('2026-03-02 13:00:00', 'SOL', 100),
  );
});
afterAll(async () => {
  await ledger.end();
});

const goals = [{ asset: 'BTC', sell: '1' }];
const quick = { goals, horizon: '2027-06-30', seconds: 4, discountPerYear: '0' };

test('each plan on each path: regret from the best, and a robust choice', async () => {
  const answer = await ledger.ask(
    'exit.paths',
    { ...quick, priceTargets: [{ asset: 'BTC', price: '150000', is: 'above', by: '2026-11-01' }] },
    NOW,
  );
  expect(answer.paths.map(({ id }) => id)).toEqual(['flat', 'up', 'down', 'crash']);
  const robust = answer.plans.find(({ isRobust }) => isRobust);
  expect(robust?.id).toBe(answer.robust);
  for (const plan of answer.plans) {
    for (const { regret, cost, trace } of plan.onPaths) {
      expect(Number(regret ?? 0)).toBeGreaterThanOrEqual(0);
      expect(trace?.value ?? null).toBe(cost);
      expect(trace === null ? [] : figuresThatDoNotReAdd(trace)).toEqual([]);
    }
    if (plan.worstRegret !== null)
      expect(Number(robust?.worstRegret)).toBeLessThanOrEqual(Number(plan.worstRegret));
  }
  for (const [place, { bestCost }] of answer.paths.entries())
    expect(answer.plans.map(({ onPaths }) => onPaths[place]?.cost)).toContain(bestCost);
  expect(answer.conditions).toHaveLength(1);
  const [condition] = answer.conditions;
  expect(condition?.words).toContain('If BTC is above 150 000 before 2026-11-01');
  expect(Number(condition?.saves ?? 0)).toBeGreaterThanOrEqual(0);
});

test('the plan that was found is the first row, at its own cost where prices stay', async () => {
  const asked = { ...quick, seconds: 1 };
  const found = await ledger.ask('exit.plan', asked, NOW);
  const { plans } = await ledger.ask('exit.paths', asked, NOW);
  expect(plans[0]).toMatchObject({ id: 'own', title: 'The plan that you have found' });
  expect(plans[0]?.onPaths.find(({ path }) => path === 'flat')?.cost).toBe(found.cost);
  expect(new Set(plans.map(({ schedule }) => JSON.stringify(schedule))).size).toBe(plans.length);
});

test('a series for each assumption, the plan at its base', async () => {
  const answer = await ledger.ask('exit.sensitivity', quick, NOW);
  expect(answer.series.map(({ id, points }) => [id, points.length > 0])).toEqual([
    ['funding', false],
    ['price', true],
    ['income', true],
    ['tax-rate', true],
  ]);
  for (const { points } of answer.series)
    for (const point of points) {
      if (point.isBase) expect(point.cost).toBe(answer.baseCost);
      if (point.best !== null) expect(Number(point.best)).toBeLessThanOrEqual(Number(point.cost));
    }
});

test('a loss on the way: what the tax engine saves, and what it costs', async () => {
  const answer = await ledger.ask('exit.harvest', quick, NOW);
  const [losses] = answer.found;
  // 1 000 of loss against the gain of the plan, or against wages: 24 % or less in any case.
  expect(losses).toMatchObject({ id: 'losses-2026', kind: 'loss', gain: '-1000', isWorthIt: true });
  expect(losses?.lots.map(({ asset, term }) => [asset, term])).toEqual([['SOL', 'short']]);
  expect(Number(losses?.saved)).toBeGreaterThan(100);
  expect(losses === undefined ? [] : figuresThatDoNotReAdd(losses.trace)).toEqual([]);
});

test('without targets and goals, losses are found all the same', async () => {
  const answer = await ledger.ask('exit.harvest', { seconds: 2 }, NOW);
  expect(answer.found.map(({ id }) => id)).toContain('losses-2026');
});
