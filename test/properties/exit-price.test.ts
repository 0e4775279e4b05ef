/** What a schedule adds in tax, by a second, plain implementation: straddles unit by unit, years from the statute. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { priceSchedule } from '../../src/main/engine/exit/price-schedule.ts';
import { toText } from '../../src/shared/num/format.ts';
import { runs } from '../runs.ts';
import { isNear, textOf, zero } from './fraction.fixture.ts';
import { everySale, countSales, scheduleOf } from './exit-schedules.fixture.ts';
import { exitCaseOf, exitStories } from './exit-stories.fixture.ts';
import type { ExitStory } from './exit-stories.fixture.ts';
import { plainExit } from './plain-exit.fixture.ts';

const MOST = 2000;
const stories = exitStories({ lots: 5, unitsOfLot: 3, days: 4, steps: 4 })
  .map(withoutCosts)
  .filter((story) => countSales(story, MOST) <= MOST);

/** The plain one knows taxes and interest; what a fee or funding does to a year is for the integration tests. */
function withoutCosts(story: ExitStory): ExitStory {
  const short = story.short === null ? null : { ...story.short, funding: 0, fee: 0 };
  return { ...story, short, spotFee: 0, margin: 0, regimes: [] };
}

test('tax by year and cost of any schedule', () => {
  fc.assert(
    fc.property(stories, fc.nat(), (story, which) => {
      const all = everySale(story);
      const sold = all[which % all.length] ?? [];
      const given = exitCaseOf(story);
      const priced = priceSchedule(given, scheduleOf(story, given, sold, null));
      const plain = plainExit(story, sold);
      for (const { year, added } of priced.taxByYear) {
        const meant = plain.added.get(year) ?? zero;
        expect([year, isNear(toText(added), meant) ? textOf(meant) : toText(added)]).toEqual([
          year,
          textOf(meant),
        ]);
      }
      expect(Number(toText(priced.cost))).toBeCloseTo(plain.cost, 5);
    }),
    { numRuns: runs(2000) },
  );
});
