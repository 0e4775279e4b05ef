/** Laws of the ways back, on random portfolios. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toText } from '../../../src/shared/num/format.ts';
import { money, rate } from '../../../src/shared/num/parse.ts';
import type { Exact, Rate } from '../../../src/shared/num/types.ts';
import { zeroMoney, zeroRate } from '../../../src/shared/num/types.ts';
import { alternativesOf } from '../../../src/main/engine/rebalance/alternatives/alternatives.ts';
import type {
  Alternative,
  Alternatives,
} from '../../../src/main/engine/rebalance/alternatives/alternatives.ts';
import type {
  AlternativeKind,
  AlternativesTools,
} from '../../../src/main/engine/rebalance/alternatives/alternatives-case.ts';
import { firstTurn } from '../../../src/main/engine/rebalance/alternatives/bisect.ts';
import type { ExitSchedule } from '../../../src/main/engine/exit/exit-schedule.ts';
import { carryOnTop } from '../../../src/main/engine/exit/carry-on-top.ts';
import { withIncome } from '../../../src/main/engine/rebalance/alternatives/with-income.ts';
import { priceSchedule } from '../../../src/main/engine/exit/price-schedule.ts';
import type { WayStory } from './alternatives.fixture.ts';
import { waysCase } from './alternatives.fixture.ts';

const tools: AlternativesTools = {
  optimise: null,
  pause: async () => await Promise.resolve(),
  progress: () => undefined,
};
const n = (exact: Exact): number => Number(toText(exact));

function way({ ways }: Alternatives, kind: AlternativeKind): Alternative {
  const one = ways.find((shown) => shown.kind === kind);
  if (one === undefined || one.priced === null) throw new Error(`${kind}: ${one?.why ?? 'missing'}`);
  return one;
}

const share = (most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: most }).map((thousandths) => (thousandths / 1000).toFixed(3));
const day = (years: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...years), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 28 }))
    .map(
      ([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
    );

/** No discount: then money of any day counts alike, and wealth and cost can be held against each other. */
const stories: fc.Arbitrary<WayStory> = fc
  .record({
    lots: fc.array(
      fc.record({
        coins: fc.integer({ min: 1, max: 9 }),
        cost: fc.integer({ min: 5, max: 80 }),
        bought: day(['2024', '2025', '2026']),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    eth: fc.integer({ min: 1, max: 40 }),
    target: fc.integer({ min: 20, max: 80 }),
    incomes: fc.tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 30 }),
    ),
    funding: share(200),
    fees: fc.tuple(share(2), share(2)),
    margin: share(500),
    marginCost: share(60),
    section1256: fc.boolean(),
    carried: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ lots, eth, target, incomes, funding, fees, margin, marginCost, section1256, carried }) => ({
    asOf: '2026-11-22',
    horizon: '2027-12-31',
    days: ['2026-12-31', '2027-03-15', '2027-12-31'],
    lots: [
      ...lots.map(({ coins, cost, bought }) => ({
        asset: 'BTC',
        coins: (coins / 10).toFixed(1),
        cost: String(coins * cost * 100),
        bought,
      })),
      { asset: 'ETH', coins: String(eth), cost: String(eth * 1500), bought: '2024-05-05' },
    ],
    targets: { BTC: (target / 100).toFixed(2), ETH: ((100 - target) / 100).toFixed(2) },
    income: Object.fromEntries(incomes.map((income, place) => [2026 + place, String(income * 10_000)])),
    funding,
    fundingLong: '0',
    futuresFee: fees[0],
    spotFee: fees[1],
    discount: '0',
    margin,
    marginCost,
    section1256,
    carried: { short: String(carried * 1000), long: '0' },
  }));

test('without a discount wealth on the flat path differs by just what the costs differ, where exposure is the same', async () => {
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      const given = waysCase(story);
      if (given.exit.goals.length === 0) return;
      const all = await alternativesOf(given, tools, false);
      const [sell, hedge] = [way(all, 'sell-now'), way(all, 'hedge')];
      const flat = (one: Alternative): number => n(one.wealth[0]?.wealth ?? zeroMoney);
      expect(flat(sell) - flat(hedge)).toBeCloseTo(n(hedge.priced.cost) - n(sell.priced.cost), 6);
      const nothing = way(all, 'nothing');
      expect(flat(nothing) - flat(sell)).toBeCloseTo(n(sell.priced.cost), 6);
    }),
    { numRuns: 15 },
  );
});

test('new money adds no tax and leaves nothing off target; every way’s weights add up to one', async () => {
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      const given = waysCase(story);
      if (given.exit.goals.length === 0) return;
      const all = await alternativesOf(given, tools, false);
      const fresh = way(all, 'new-money');
      expect(fresh.priced.tax).toBe(zeroMoney);
      expect(n(fresh.weights.driftLeft)).toBeCloseTo(0, 6);
      for (const kind of ['nothing', 'sell-now', 'hedge', 'new-money'] as const) {
        const sum = way(all, kind).weights.rows.reduce((total, { weight }) => total + n(weight), 0);
        expect(sum).toBeCloseTo(1, 12);
      }
      // The hedge is the cheapest of its days.
      for (const { cost } of all.exits) expect(way(all, 'hedge').priced.cost <= cost).toBe(true);
    }),
    { numRuns: 8 },
  );
});

test('at the break-even carry both ways cost the same with the day of leaving chosen anew, or it is a step', async () => {
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      const given = waysCase(story);
      if (given.exit.goals.length === 0) return;
      const all = await alternativesOf(given, tools);
      const at = all.decides?.funding.at ?? null;
      if (at === null) return;
      const differenceAt = (carry: Rate): number => {
        const changed = carryOnTop(given.exit, carry);
        const costOf = (schedule: ExitSchedule): number => n(priceSchedule(changed, schedule).cost);
        const hedges = [way(all, 'hedge').priced.schedule, ...all.exits.map(({ schedule }) => schedule)];
        return costOf(way(all, 'sell-now').priced.schedule) - Math.min(...hedges.map(costOf));
      };
      const there = differenceAt(at);
      const isTurned = there < 0 !== differenceAt(zeroRate) < 0;
      expect(Math.abs(there) < 0.01 || isTurned).toBe(true);
    }),
    { numRuns: 6 },
  );
});

test('the income at which the answer turns, put back, turns it', async () => {
  await fc.assert(
    fc.asyncProperty(stories, async (story) => {
      const given = waysCase(story);
      if (given.exit.goals.length === 0) return;
      const all = await alternativesOf(given, tools);
      const costs = (of: Awaited<ReturnType<typeof alternativesOf>>): number =>
        n(way(of, 'sell-now').priced.cost) - n(way(of, 'hedge').priced.cost);
      for (const { income, year } of all.decides?.rates ?? []) {
        if (income === null) continue;
        const profile = withIncome(given.exit.profile, year, income);
        const there = costs(
          await alternativesOf({ ...given, exit: { ...given.exit, profile } }, tools, false),
        );
        expect(Math.abs(there) < 0.01 || there < 0 !== costs(all) < 0).toBe(true);
      }
    }),
    { numRuns: 8 },
  );
});

test('a turn is found along a line and at a step, and not where there is none', async () => {
  const marks = ['0', '1', '2'].map((text) => rate(text));
  const within = rate('0.0001');
  const line = await firstTurn(
    async (x) => await Promise.resolve(money((n(x) * 100 - 130).toFixed(6))),
    marks,
    within,
  );
  expect(n(line ?? zeroRate)).toBeCloseTo(1.3, 3);
  const step = await firstTurn(
    async (x) => await Promise.resolve(money(n(x) < 0.7 ? '-50' : '900')),
    marks,
    within,
  );
  expect(n(step ?? zeroRate)).toBeCloseTo(0.7, 3);
  expect(await firstTurn(async () => await Promise.resolve(money('5')), marks, within)).toBeNull();
});

test('another income of a year leaves the years after it as they were', () => {
  const { exit } = waysCase({
    asOf: '2026-11-22',
    horizon: '2027-12-31',
    days: ['2027-03-15'],
    lots: [{ asset: 'BTC', coins: '1', cost: '1', bought: '2024-01-01' }],
    targets: { BTC: '1' },
    income: { 2026: '1000' },
    funding: '0',
    discount: '0',
  });
  const changed = withIncome(exit.profile, 2028, money('7'));
  const incomes = changed.years.map(({ year, ordinaryIncome }) => [year, toText(ordinaryIncome)]);
  expect(incomes).toEqual([
    [2026, '1000'],
    [2028, '7'],
    [2029, '1000'],
  ]);
});
