/** The plan that is found, beside every schedule there is and beside every simple rule. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExitCase } from '../../src/main/engine/exit/exit-case.ts';
import type { ExitPlan } from '../../src/main/engine/exit/exit-plan.ts';
import { feasibility } from '../../src/main/engine/exit/feasibility.ts';
import type { PricedSchedule } from '../../src/main/engine/exit/priced-schedule.ts';
import { optimiseExit } from '../../src/main/engine/exit/optimise-exit.ts';
import { priceSchedule } from '../../src/main/engine/exit/price-schedule.ts';
import { toText } from '../../src/shared/num/format.ts';
import type { Money } from '../../src/shared/num/types.ts';
import { runs } from '../runs.ts';
import { countSales, everySale, scheduleOf } from './exit-schedules.fixture.ts';
import { exitCaseOf, exitStories } from './exit-stories.fixture.ts';
import type { ExitStory } from './exit-stories.fixture.ts';
import { testTools } from './exit-tools.fixture.ts';

const timeout = 600_000;
/** More schedules than these are left to the large problems. */
const MOST = 2500;
const small = exitStories({ lots: 6, unitsOfLot: 2, days: 4, steps: 4 }).filter(
  (story) => countSales(story, MOST) <= MOST,
);
const large = exitStories({ lots: 25, unitsOfLot: 8, days: 7, steps: 30 });
const HALF_A_CENT = 0.005;

const amount = (money: Money): number => Number(toText(money));

async function planOf(given: ExitCase): Promise<ExitPlan> {
  const found = await optimiseExit(given, testTools());
  if (!found.ok) throw new Error(`${found.failure.code}: ${found.failure.message}`);
  return found.value;
}

/** The cheapest of all schedules on the grid, each priced exactly. */
function cheapest(story: ExitStory, given: ExitCase): number {
  const regimes = given.regimes.length === 0 ? [null] : given.regimes;
  let best = Infinity;
  for (const sold of everySale(story))
    for (const regime of regimes)
      best = Math.min(best, amount(priceSchedule(given, scheduleOf(story, given, sold, regime)).cost));
  return best;
}

test('within 0.1 % of the cheapest of all schedules', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(small, async (story) => {
      const given = exitCaseOf(story);
      const { plan } = await planOf(given);
      const best = cheapest(story, given);
      const cost = amount(plan.cost);
      expect(feasibility(given, plan.schedule)).toEqual([]);
      // Finer quantities than the grid's may be cheaper than all of them.
      expect(cost).toBeLessThanOrEqual(best + Math.max(HALF_A_CENT, Math.abs(best) / 1000));
      if (isOnGrid(plan, story)) expect(cost).toBeGreaterThan(best - HALF_A_CENT);
    }),
    { numRuns: runs(500) },
  );
});

/** Whole units of every lot on every day, whole steps of the short besides: one of the schedules that were counted. */
function isOnGrid({ schedule }: PricedSchedule, { short }: ExitStory): boolean {
  const step = short?.unitsPerStep ?? 1;
  return schedule.days.every(({ sells }) => {
    const units = sells.map(({ quantity }) => Number(toText(quantity)) * 10);
    const total = Math.round(units.reduce((sum, some) => sum + some, 0));
    return units.every((some) => Math.abs(some - Math.round(some)) < 1e-9) && total % step === 0;
  });
}

test('never above a simple rule', { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(large, async (story) => {
      const given = exitCaseOf(story);
      const { plan, rules, saves } = await planOf(given);
      expect(feasibility(given, plan.schedule)).toEqual([]);
      for (const { rule, priced } of rules)
        if (priced !== null)
          expect([rule, amount(priced.cost) - amount(plan.cost)]).toEqual([
            rule,
            expect.toSatisfy(isNotBelowZero),
          ]);
      const possible = rules.flatMap(({ priced }) => (priced === null ? [] : [amount(priced.cost)]));
      if (saves !== null) expect(amount(saves)).toBeCloseTo(Math.min(...possible) - amount(plan.cost), 6);
    }),
    { numRuns: runs(2000, 20) },
  );
});

const isNotBelowZero = (difference: number): boolean => difference >= 0;
