/** Allowing more never costs more: a plan of the same case with fewer steps, fewer days or without a lot is never cheaper. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExitCase } from '../../src/main/engine/exit/exit-case.ts';
import { feasibility } from '../../src/main/engine/exit/feasibility.ts';
import { optimiseExit } from '../../src/main/engine/exit/optimise-exit.ts';
import { priceSchedule } from '../../src/main/engine/exit/price-schedule.ts';
import { toText } from '../../src/shared/num/format.ts';
import type { ExitSchedule } from '../../src/main/engine/exit/exit-schedule.ts';
import { runs } from '../runs.ts';
import { exitCaseOf, exitStories } from './exit-stories.fixture.ts';
import { testTools } from './exit-tools.fixture.ts';

const CENT = 0.01;
// More lots and steps than enumeration can take: prices by month, hedges open or to be opened.
const stories = exitStories({ lots: 5, unitsOfLot: 4, days: 4, steps: 6 }).filter(
  ({ short }) => short !== null,
);

/** Each with something taken away; a plan of it is one of the whole case, too. */
function casesWithLess(given: ExitCase): readonly (readonly [string, ExitCase])[] {
  const fresh = given.futures.findIndex(({ isOpen }) => !isOpen);
  const steps = Array.from(
    { length: given.futures[fresh]?.steps ?? 0 },
    (_, most): readonly [string, ExitCase] => [
      `at most ${most} steps`,
      {
        ...given,
        futures: given.futures.map((one, place) => (place === fresh ? { ...one, steps: most } : one)),
      },
    ],
  );
  const days = given.dates
    .slice(1)
    .map((_, out): readonly [string, ExitCase] => [
      `without day ${out + 2}`,
      { ...given, dates: given.dates.filter((_one, place) => place !== out + 1) },
    ]);
  const [goal] = given.goals;
  const held = goal?.lots.map((lot) => lot.lot) ?? [];
  const lots = held.map((left): readonly [string, ExitCase] => [
    `without ${left}`,
    {
      ...given,
      goals: given.goals.map((one) => ({ ...one, lots: one.lots.filter(({ lot }) => lot !== left) })),
    },
  ]);
  return [...steps, ...days, ...(held.length > 1 ? lots : [])];
}

async function scheduleOf(given: ExitCase): Promise<ExitSchedule | null> {
  const found = await optimiseExit(given, testTools());
  return found.ok ? found.value.plan.schedule : null;
}

const costOf = (given: ExitCase, schedule: ExitSchedule): number =>
  Number(toText(priceSchedule(given, schedule).cost));

/** source: a law, each schedule that is allowed with less is allowed with more; both priced in the whole case. */
test('allowing more never costs more', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      const whole = exitCaseOf(story);
      const plan = await scheduleOf(whole);
      if (plan === null) return;
      const cost = costOf(whole, plan);
      for (const [what, less] of casesWithLess(whole)) {
        const schedule = await scheduleOf(less);
        if (schedule === null || feasibility(whole, schedule).length > 0) continue;
        const other = costOf(whole, schedule);
        expect([what, cost <= other + Math.max(CENT, Math.abs(other) / 1000) || { cost, other }]).toEqual([
          what,
          true,
        ]);
      }
    }),
    { numRuns: runs(120, 12) },
  );
});
