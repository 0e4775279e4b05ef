/** What holds of straddles whatever is elected: deferral moves a gain or loss to another year, it never makes one. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type {
  StraddleCase,
  StraddleFuture,
  TaxPositionId,
} from '../../src/main/engine/tax/jurisdictions/us/straddles/straddle-case.ts';
import { straddleYears } from '../../src/main/engine/tax/jurisdictions/us/straddles/straddle-years-of.ts';
import type { StraddleYears } from '../../src/main/engine/tax/jurisdictions/us/straddles/straddle-years.ts';
import { STRADDLE_REGIMES } from '../../src/shared/domain/tax-elections.ts';
import type { StraddleRegime } from '../../src/shared/domain/tax-elections.ts';
import { add, compare, isPositive, negate, subtract, sum } from '../../src/shared/num/arithmetic.ts';
import { toText } from '../../src/shared/num/format.ts';
import { money } from '../../src/shared/num/parse.ts';
import type { Money, Quantity } from '../../src/shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../src/shared/num/types.ts';
import { dateText, yearOf } from '../../src/shared/time/local-date.ts';
import { reopened, straddleCaseOf, stories } from './straddle-stories.fixture.ts';

const CENT = money('0.0000000001');

/** Coins sold: proceeds less cost. */
function gainOfCoins({ lots }: StraddleCase): Money {
  const departures = lots.flatMap((lot) => lot.departures);
  return sum(
    departures.map(({ proceeds, costBasis }) => subtract(proceeds, costBasis)),
    zeroMoney,
  );
}

/** Futures closed, and of section 1256 what the last mark says of those still open. */
function gainOfFutures({ futures }: StraddleCase, is1256: (future: StraddleFuture) => boolean): Money {
  return sum(
    futures.flatMap((future) => {
      const last = future.yearEnds.at(-1);
      const mark = future.closed === null && is1256(future) && last !== undefined ? [last.unrealised] : [];
      return [...future.results.map(({ amount }) => amount), ...mark];
    }),
    zeroMoney,
  );
}

/** All that counted in any year, with the plain results of coins. */
function counted(given: StraddleCase, { years }: StraddleYears): Money {
  const items = years.flatMap((year) => year.items.map(({ amount }) => amount));
  return add(gainOfCoins(given), sum(items, zeroMoney));
}

function waiting({ years }: StraddleYears): Money {
  return sum(
    (years.at(-1)?.deferred ?? []).map(({ amount }) => amount),
    zeroMoney,
  );
}

function expectSame(a: Money, b: Money): void {
  const gap = subtract(a, b);
  const size = isPositive(gap) ? gap : negate(gap);
  expect(compare(size, CENT) <= 0 ? 'same' : `${toText(a)} and ${toText(b)}`).toBe('same');
}

const regimes: fc.Arbitrary<StraddleRegime> = fc.constantFrom(...STRADDLE_REGIMES);

test('all years together: proceeds less cost, whatever is elected', () => {
  fc.assert(
    fc.property(stories, regimes, fc.boolean(), (story, regime, activelyTraded) => {
      const plain = straddleCaseOf(story);
      const given: StraddleCase = {
        ...plain,
        offsets: plain.offsets.map((offset) => ({ ...offset, regime })),
        elections: { ...plain.elections, activelyTraded },
      };
      const years = straddleYears(given);
      // Out of 1256 by election an open future has no mark, and as an identified one it may hold losses of coins.
      const isOff = (regime === 'section-1256d' || regime === 'identified') && activelyTraded;
      fc.pre(!isOff || given.futures.every(({ closed }) => closed !== null));
      const all = add(
        gainOfCoins(given),
        gainOfFutures(given, ({ section1256 }) => section1256),
      );
      // An identified straddle's loss is in the basis of coins: what is still held brings it later.
      const inBasis = stillInBasis(given, years);
      expectSame(subtract(counted(given, years), add(waiting(years), inBasis)), all);
    }),
    { numRuns: 600 },
  );
});

/** Of what was added to the basis of coins, what has not come back as a smaller gain. */
function stillInBasis({ lots }: StraddleCase, { basisAdjustments, years }: StraddleYears): Money {
  const ids = new Set<string>(lots.map(({ id }) => id));
  const back = years.flatMap((year) => year.items.filter(({ kind, of }) => kind === 'basis' && ids.has(of)));
  return sum(
    [...basisAdjustments, ...back].map(({ amount }) => amount),
    zeroMoney,
  );
}

/** Which short is closed and opened again, after how many days, and how many short lives of one moment lie between. */
const reopenings = fc.record({
  which: fc.nat({ max: 3 }),
  after: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 })),
  between: fc.nat({ max: 2 }),
});

test('closing and reopening the same moment changes no total', () => {
  fc.assert(
    fc.property(stories, reopenings, (story, reopening) => {
      const whole = straddleCaseOf(story);
      const split = straddleCaseOf(reopened(story, reopening));
      const [before, now] = [straddleYears(whole), straddleYears(split)];
      const net = (given: StraddleCase, years: StraddleYears): Money =>
        subtract(counted(given, years), waiting(years));
      const openOutside1256 = whole.futures.some(
        ({ section1256, closed }) => !section1256 && closed === null,
      );
      if (!openOutside1256) expectSame(net(whole, before), net(split, now));
      expect(split.futures.length).toBeGreaterThanOrEqual(whole.futures.length);
    }),
    { numRuns: 400 },
  );
});

test('closing and reopening the same moment changes no clock', () => {
  fc.assert(
    fc.property(stories, reopenings, (story, reopening) => {
      const whole = straddleYears(straddleCaseOf(story));
      const split = straddleYears(straddleCaseOf(reopened(story, reopening)));
      expect(clocksOf(split)).toEqual(clocksOf(whole));
    }),
    { numRuns: 400 },
  );
});

/** Units by lot and clock. */
function clocksOf({ holdingPeriods }: StraddleYears): Readonly<Record<string, string>> {
  const found = new Map<string, Quantity>();
  for (const { lot, quantity, ended, restartsOn, longTermFrom } of holdingPeriods) {
    const dates = [ended, restartsOn, longTermFrom].map((date) =>
      date === null ? 'stands' : dateText(date),
    );
    const key = [lot, ...dates].join(' ');
    found.set(key, add(found.get(key) ?? zeroQuantity, quantity));
  }
  return Object.fromEntries([...found].map(([key, units]) => [key, toText(units)]));
}

test('column (g) of all losses together says no gain twice, and covers what waits', () => {
  fc.assert(
    fc.property(stories, reopenings, (story, reopening) => {
      const { years } = straddleYears(straddleCaseOf(reopened(story, reopening)));
      for (const { losses, unrecognised, deferred } of years) {
        const told = sum(
          losses.map(({ unrecognisedGain }) => unrecognisedGain),
          zeroMoney,
        );
        const listed = sum(
          unrecognised.map(({ gain }) => gain),
          zeroMoney,
        );
        const waits = sum(
          deferred.map(({ amount }) => amount),
          zeroMoney,
        );
        expect([compare(told, listed) <= 0, compare(waits, told) <= 0]).toEqual([true, true]);
      }
    }),
    { numRuns: 300 },
  );
});

test('what waits stands among the losses of the next year; no row tells a later close', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const { years } = straddleYears(straddleCaseOf(story));
      for (const [place, { year, losses, deferred }] of years.entries()) {
        for (const { closed } of losses) expect(closed === null || yearOf(closed) <= year).toBe(true);
        const next = years[place + 1]?.losses ?? [];
        for (const { position, character } of years[place + 1] === undefined ? [] : deferred) {
          const of = (one: { position: string; character: string }): boolean =>
            one.position === position && one.character === character;
          expectSame(
            sum(
              next.filter(of).map(({ carriedIn }) => carriedIn),
              zeroMoney,
            ),
            sum(
              deferred.filter(of).map(({ amount }) => amount),
              zeroMoney,
            ),
          );
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('a position that nothing offsets keeps its own results', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const given = { ...straddleCaseOf(story), offsets: [] };
      const years = straddleYears(given);
      const positions = new Set<TaxPositionId>(given.futures.map(({ id }) => id));
      for (const year of years.years) {
        expect(year.deferred).toEqual([]);
        expect(year.items.every(({ of }) => positions.has(of as TaxPositionId))).toBe(true);
      }
      const all = add(
        gainOfCoins(given),
        gainOfFutures(given, ({ section1256 }) => section1256),
      );
      expectSame(counted(given, years), all);
    }),
    { numRuns: 200 },
  );
});
