import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fail, ok } from '../../src/shared/errors/failure.ts';
import { add, compare } from '../../src/shared/num/arithmetic.ts';
import { rate, money } from '../../src/shared/num/parse.ts';
import { zeroMoney, zeroRate } from '../../src/shared/num/types.ts';
import { addDays } from '../../src/shared/time/local-date.ts';
import type { ExitCase } from '../../src/main/engine/exit/exit-case.ts';
import type { ExitPlan } from '../../src/main/engine/exit/exit-plan.ts';
import { priceSchedule } from '../../src/main/engine/exit/price-schedule.ts';
import { simpleRules } from '../../src/main/engine/exit/simple-rules.ts';
import { conditionalStep } from '../../src/main/engine/exit/uncertainty/conditional-step.ts';
import { withMovedPrices } from '../../src/main/engine/exit/uncertainty/moved-prices.ts';
import { pathCandidates } from '../../src/main/engine/exit/uncertainty/path-candidates.ts';
import type { Planner } from '../../src/main/engine/exit/uncertainty/path-candidates.ts';
import { regretTable } from '../../src/main/engine/exit/uncertainty/regret-table.ts';
import type { CaseOnPath } from '../../src/main/engine/exit/uncertainty/regret-table.ts';
import {
  fundingAxis,
  incomeAxis,
  sensitivitySeries,
  taxRateAxis,
} from '../../src/main/engine/exit/uncertainty/sensitivity.ts';
import { exitCaseOf, exitStories } from './exit-stories.fixture.ts';

/** The cheapest simple rule: quick, and enough for laws that hold for any plan. */
const byRules: Planner = async (given) => {
  const possible = simpleRules(given).flatMap(({ priced }) => (priced === null ? [] : [priced]));
  const [plan] = possible.toSorted((a, b) => compare(a.cost, b.cost));
  return await Promise.resolve(
    plan === undefined ? fail('exit/no-schedule', {}) : ok({ plan } as unknown as ExitPlan),
  );
};

const noPause = async (): Promise<void> => {};
const tools = { planner: byRules, pause: noPause };
const stories = exitStories({ lots: 4, unitsOfLot: 6, days: 4, steps: 4 });

function pathsOf(given: ExitCase): CaseOnPath[] {
  const end = given.dates.at(-1)?.date ?? given.asOf;
  const by = end > given.asOf ? end : addDays(given.asOf, 1);
  const moved = (change: string): ExitCase =>
    withMovedPrices(given, { change: rate(change), by, asset: null });
  return [
    { path: 'flat', given },
    { path: 'up', given: moved('0.5') },
    { path: 'down', given: moved('-0.3') },
    { path: 'crash', given: moved('-0.6') },
  ];
}

test('regret is never below zero, some plan has none on each path, and the robust one has the least worst', async () => {
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      const paths = pathsOf(exitCaseOf(story));
      const candidates = await pathCandidates(paths, byRules);
      if (!candidates.ok) return;
      const { plans, robust, best } = await regretTable(paths, candidates.value.plans, noPause);
      for (const { onPaths } of plans)
        for (const { regret } of onPaths)
          expect(regret === null || compare(regret, zeroMoney) >= 0).toBe(true);
      for (const [place, { path }] of paths.entries()) {
        const regrets = plans.flatMap(({ onPaths }) => onPaths[place]?.regret ?? []);
        if (best.get(path) !== null) expect(regrets).toContain(zeroMoney);
      }
      for (const { worst } of plans)
        if (worst !== null) expect(compare(robust?.worst?.regret ?? worst.regret, worst.regret)).not.toBe(1);
      if (plans.some(({ worst }) => worst !== null)) expect(robust).not.toBeNull();
    }),
    { numRuns: 30 },
  );
});

test('a conditional step is priced with the whole plan and never dearer than keeping to it', async () => {
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(stories, fc.integer({ min: 1, max: 300 }), async (story, days) => {
      const given = exitCaseOf(story);
      const made = await byRules(given);
      if (!made.ok) return;
      const { schedule } = made.value.plan;
      const [, , down] = pathsOf(given);
      if (down === undefined) return;
      const step = await conditionalStep(down.given, schedule, addDays(given.asOf, days), tools);
      if (step === null) return;
      expect(priceSchedule(down.given, step.schedule).cost).toBe(step.changed.cost);
      expect(compare(step.changed.cost, step.kept.cost)).not.toBe(1);
      // What was done before the day is not touched.
      expect(step.schedule.days.filter(({ date }) => date < step.on)).toEqual(
        schedule.days.filter(({ date }) => date < step.on),
      );
      if (step.changed.cost !== step.kept.cost) changed += 1;
    }),
    { numRuns: 60 },
  );
  expect(changed).toBeGreaterThan(0);
});

test('a series has the plan at its base, and at its ends a plan that is not dearer', async () => {
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      const given = exitCaseOf(story);
      const made = await byRules(given);
      if (!made.ok) return;
      const { schedule, cost } = made.value.plan;
      const axes = [
        fundingAxis(given, [rate('-0.2'), rate('0.4')], String),
        incomeAxis(given, [money('-50000'), money('100000')], String),
        taxRateAxis(given, [rate('-0.05'), rate('0.1')], String),
      ];
      for (const axis of axes) {
        const { points } = await sensitivitySeries(axis, schedule, tools);
        for (const point of points) {
          if (point.isBase) expect(point.cost).toBe(cost);
          if (point.best !== null && point.cost !== null) expect(compare(point.best, point.cost)).not.toBe(1);
        }
        if (axis.values.length > 0) expect(points.filter(({ isBase }) => isBase)).toHaveLength(1);
      }
    }),
    { numRuns: 15 },
  );
});

test('funding moves each leg from its own rate: what shorts pay more, longs receive', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const given = exitCaseOf(story);
      const [short] = given.futures;
      if (short === undefined) return;
      const long = { ...short, side: 'long' as const, fundingPerYear: rate('0.05') };
      const { values } = fundingAxis({ ...given, futures: [short, long] }, [rate('0.1')], String);
      const rates = values.map((one) => one.given.futures.map(({ fundingPerYear }) => fundingPerYear));
      expect(rates).toEqual([
        [short.fundingPerYear, rate('0.05')],
        [add(short.fundingPerYear, rate('0.1')), rate('-0.05')],
      ]);
      expect(values.map(({ isBase }) => isBase)).toEqual([true, false]);
    }),
    { numRuns: 5 },
  );
});

test('moved prices keep the distance of contracts to their coin, and money its worth', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const given = exitCaseOf(story);
      const end = addDays(given.asOf, 100);
      const up = withMovedPrices(given, { change: rate('1'), by: end, asset: null });
      const [goal] = given.goals;
      if (goal === undefined) return;
      const now = given.book.priceOn(goal.asset, end);
      const then = up.book.priceOn(goal.asset, end);
      expect(then === null || now === null ? null : (then as unknown as bigint)).toBe(
        now === null ? null : (now as unknown as bigint) * 2n,
      );
      expect(up.book.priceOn(given.currency, end)).toBe(given.book.priceOn(given.currency, end));
      const flat = withMovedPrices(given, { change: zeroRate, by: end, asset: null });
      expect(flat.book.priceOn(goal.asset, end)).toBe(now);
    }),
    { numRuns: 20 },
  );
});
