/** The ways back side by side: portfolios whose answer is computed by hand. */
import { describe, expect, test } from 'vitest';
import { money, quantity } from '../../../src/shared/num/parse.ts';
import { toText } from '../../../src/shared/num/format.ts';
import type { Exact } from '../../../src/shared/num/types.ts';
import { dateText } from '../../../src/shared/time/local-date.ts';
import type { ExitCase, ExitGoal } from '../../../src/main/engine/exit/exit-case.ts';
import { alternativesOf } from '../../../src/main/engine/rebalance/alternatives/alternatives.ts';
import type {
  Alternative,
  Alternatives,
} from '../../../src/main/engine/rebalance/alternatives/alternatives.ts';
import type { AlternativeKind } from '../../../src/main/engine/rebalance/alternatives/alternatives-case.ts';
import type { WayStory } from './alternatives.fixture.ts';
import {
  highFunding,
  laterIncomeLower,
  losses,
  mission,
  restarted,
  turnsLongAlone,
  waits,
} from './alternatives.cases.ts';
import { waysCase } from './alternatives.fixture.ts';

const tools = {
  optimise: null,
  pause: async (): Promise<void> => await Promise.resolve(),
  progress: (): void => undefined,
};

async function found(story: WayStory): Promise<Alternatives> {
  return await alternativesOf(waysCase(story), tools);
}

function way(all: Alternatives, kind: AlternativeKind): Alternative {
  const one = all.ways.find((shown) => shown.kind === kind);
  if (one === undefined || one.priced === null) throw new Error(`${kind}: ${one?.why ?? 'missing'}`);
  return one;
}

const n = (exact: Exact): number => Number(toText(exact));
const cost = (all: Alternatives, kind: AlternativeKind): number => n(way(all, kind).priced.cost);

describe(`${mission.source}`, () => {
  test('short 15 000 of BTC and long 15 000 of ETH make 65/35 an effective 50/50', async () => {
    const all = await found(mission.story);
    expect(toText(all.value)).toBe('100000');
    const { rows, driftLeft } = way(all, 'hedge').weights;
    expect(rows.map(({ weight }) => toText(weight))).toEqual(['0.5', '0.5']);
    expect(toText(driftLeft)).toBe('0');
    const [opening] = way(all, 'hedge').priced.schedule.days;
    expect(opening?.sells).toEqual([]);
    expect(opening?.hedges).toHaveLength(2);
    expect(toText(way(all, 'nothing').weights.driftLeft)).toBe('15000');
  });

  test('tax of selling now, cost of the hedge, what new money takes: by hand', async () => {
    const all = await found(mission.story);
    const { sellTax, sellCost, hedgeCost, newMoney } = mission.expected;
    expect(toText(way(all, 'sell-now').priced.tax)).toBe(sellTax);
    expect(cost(all, 'sell-now')).toBeCloseTo(sellCost, 6);
    expect(cost(all, 'hedge')).toBeCloseTo(hedgeCost, 6);
    expect(toText(way(all, 'new-money').newMoney)).toBe(newMoney);
    expect(cost(all, 'new-money')).toBe(0);
    expect(cost(all, 'nothing')).toBe(0);
    expect(all.best).toBe('hedge');
  });

  test('wealth at the horizon: by hand on the flat path and where all rises 30 %', async () => {
    const all = await found(mission.story);
    const at = (kind: AlternativeKind, path: string): string[] => {
      const one = way(all, kind).wealth.find((wealth) => wealth.path === path);
      return one === undefined
        ? []
        : [one.wealth, one.latentTax, one.afterLatentTax].map((amount) => toText(amount));
    };
    expect([at('sell-now', 'flat'), at('nothing', 'flat'), at('sell-now', 'up')]).toEqual(
      mission.expected.wealth,
    );
  });

  test('three reasons, three risks, and what decides are always there', async () => {
    const all = await found(mission.story);
    expect(all.reasons).toHaveLength(3);
    expect(all.risks.map(({ kind }) => kind)).toEqual(['margin', 'basis', 'complexity']);
    expect(all.notWorthIt).toBeNull();
    expect(n(all.decides?.funding.at ?? way(all, 'hedge').priced.cost)).toBeCloseTo(
      mission.expected.funding,
      4,
    );
  });
});

describe.each([restarted, highFunding])('hedging is not worth it: $source', ({ story, expected }) => {
  test('the costs by hand, and an honest sentence', async () => {
    const all = await found(story);
    expect(cost(all, 'sell-now')).toBeCloseTo(expected.sellCost, 6);
    expect(cost(all, 'hedge')).toBeCloseTo(expected.hedgeCost, 6);
    expect(all.best).toBe('sell-now');
    expect(all.notWorthIt).toContain(expected.because);
  });
});

describe.each([laterIncomeLower, turnsLongAlone])('hedging is worth it: $source', ({ story, expected }) => {
  test('the costs by hand, left on the right day', async () => {
    const all = await found(story);
    expect(cost(all, 'sell-now')).toBeCloseTo(expected.sellCost, 6);
    expect(cost(all, 'hedge')).toBeCloseTo(expected.hedgeCost, 6);
    const last = way(all, 'hedge').priced.schedule.days.at(-1);
    expect(last === undefined ? '' : dateText(last.date)).toBe(expected.leaves);
    expect(all.best).toBe('hedge');
    expect(all.notWorthIt).toBeNull();
    expect(all.reasons[0]).toContain(expected.first);
  });
});

describe(`${losses.source}`, () => {
  test('losses elsewhere make selling now free, and the hedge costs its carry', async () => {
    const all = await found(losses.story);
    expect(toText(way(all, 'sell-now').priced.tax)).toBe('0');
    expect(cost(all, 'sell-now')).toBeCloseTo(losses.expected.sellCost, 6);
    expect(all.best).toBe('sell-now');
    expect(n(way(all, 'sell-now').priced.lossesCarried)).toBeCloseTo(losses.expected.carried, 6);
  });
});

describe(`${waits.source}`, () => {
  test('what waits, by hand, and in words', async () => {
    const { straddle } = way(await found(waits.story), 'hedge');
    expect(n(straddle.mostWaiting)).toBeCloseTo(waits.expected.mostWaiting, 6);
    expect(straddle.words.join(' ')).toContain(waits.expected.words);
  });
});

describe('limits that the user gives', () => {
  const limited = async (
    change: Partial<ExitGoal>,
    limits: Partial<ExitCase['limits']> = {},
  ): Promise<ReadonlyMap<string, string | null>> => {
    const given = waysCase(mission.story);
    const goals = given.exit.goals.map((goal) => ({ ...goal, ...change }));
    const exit = { ...given.exit, goals, limits: { ...given.exit.limits, ...limits } };
    const all = await alternativesOf({ ...given, exit }, tools, false);
    return new Map(all.ways.map((one) => [one.kind, one.priced === null ? one.why : null]));
  };

  test.each<[string, Partial<ExitGoal>, Partial<ExitCase['limits']>, RegExp]>([
    ['coins a day', { perDay: quantity('0.1') }, {}, /at most 0\.1 a day/u],
    ['cash for margin', {}, { cash: money('1') }, /of cash is missing/u],
  ])('%s: a way that breaks it cannot be gone, and says why', async (_, change, limits, why) => {
    const ways = await limited(change, limits);
    expect(ways.get('hedge')).toMatch(why);
  });

  test('without limits nothing stands in the way', async () => {
    const ways = await limited({});
    expect([ways.get('sell-now'), ways.get('hedge')]).toEqual([null, null]);
  });
});
