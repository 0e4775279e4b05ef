/** The model's value of a schedule beside its exact price: where no straddle rule acts they are the same, rolls and funding included. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExitCase } from '../../src/main/engine/exit/exit-case.ts';
import { priceSchedule } from '../../src/main/engine/exit/price-schedule.ts';
import { toText } from '../../src/shared/num/format.ts';
import { priceTimes } from '../../src/shared/num/products.ts';
import { price, rate } from '../../src/shared/num/parse.ts';
import { addDays, daysBetween } from '../../src/shared/time/local-date.ts';
import { runs } from '../runs.ts';
import { modelValueOf } from './exit-model-value.fixture.ts';
import { countSales, everySale, scheduleOf } from './exit-schedules.fixture.ts';
import { exitCaseOf, exitStories } from './exit-stories.fixture.ts';
import type { ExitStory } from './exit-stories.fixture.ts';

const MOST = 1500;
const A_CENT = 0.01;
const small = fc
  .tuple(exitStories({ lots: 5, unitsOfLot: 3, days: 5, steps: 4 }), fc.boolean())
  .map(([story, isRich]): ExitStory => (isRich ? withWages(story, 140_000) : story))
  .filter((story) => countSales(story, MOST) <= MOST);

function withWages(story: ExitStory, more: number): ExitStory {
  return { ...story, years: story.years.map((year) => ({ ...year, income: year.income + more })) };
}

/**
 * The shape of a year leaves out the cap of 1(h)(1) by the brackets: around the end of the zero rate, up to 29 a year. Whose
 * wages are above its reach has none.
 */
function leftOut({ years }: ExitStory): number {
  return years.every(({ income }) => income >= 140_000) ? A_CENT : A_CENT + 29 * years.length;
}

/** A contract that is opened today, ends after some days and stands over its coin by a rate for each year until then. */
interface Dated {
  readonly days: number;
  readonly basis: number;
}
const dated = fc.option(
  fc.record({ days: fc.integer({ min: 15, max: 250 }), basis: fc.integer({ min: -100, max: 150 }) }),
);

function withDated(given: ExitCase, contract: Dated | null): ExitCase {
  const [future] = given.futures;
  if (contract === null || future === undefined || future.isOpen) return given;
  const terms = { ...future.terms, expiry: addDays(given.asOf, contract.days) };
  return {
    ...given,
    futures: [{ ...future, terms }],
    book: {
      ...given.book,
      contractPriceOn: ({ underlying, expiry }, date) => {
        const coin = given.book.priceOn(underlying, date) ?? price('1');
        const days = expiry === null ? 0 : daysBetween(date, expiry);
        const over = 1 + ((contract.basis / 1000) * days) / 365;
        return priceTimes(coin, rate(over.toFixed(12)), 'half-even');
      },
    },
  };
}

test('without straddles the value is the price, to the cent', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(small, dated, fc.nat(), async (story, contract, which) => {
      const given = withDated(exitCaseOf({ ...story, straddles: false }), contract);
      const all = everySale(story);
      const schedule = scheduleOf(story, given, all[which % all.length] ?? [], null);
      const cost = Number(toText(priceSchedule(given, schedule).cost));
      const value = await modelValueOf(given, schedule);
      expect(value).not.toBeNull();
      expect(Math.abs((value ?? 0) - cost)).toBeLessThan(leftOut(story));
    }),
    { numRuns: runs(500, 8) },
  );
});

test('with straddles it is no dearer', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(small, dated, fc.nat(), async (story, contract, which) => {
      const given = withDated(exitCaseOf({ ...story, regimes: [] }), contract);
      const all = everySale(story);
      const schedule = scheduleOf(story, given, all[which % all.length] ?? [], null);
      const cost = Number(toText(priceSchedule(given, schedule).cost));
      const value = await modelValueOf(given, schedule);
      expect(value).not.toBeNull();
      expect(value ?? 0).toBeLessThan(cost + leftOut(story));
    }),
    { numRuns: runs(500, 8) },
  );
});
