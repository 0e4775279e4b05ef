/** Every schedule of a small exit on the grid of its contract's steps: what an optimum is compared with. */
import type { LotId } from '../../src/shared/domain/lot.ts';
import { localDate } from '../../src/shared/time/local-date.ts';
import type { ExitCase } from '../../src/main/engine/exit/exit-case.ts';
import type { ExitDay, ExitSchedule } from '../../src/main/engine/exit/exit-schedule.ts';
import { COIN, coins } from './exit-stories.fixture.ts';
import type { ExitStory } from './exit-stories.fixture.ts';

/** Units of each lot sold on each day: `sold[day][lot]`. */
export type Sold = readonly (readonly number[])[];

/**
 * All ways to sell just what is to be sold, in whole steps on each day where there is a short. Where there is none, what is left
 * stands off, and is worth no more at today's price than may.
 */
export function everySale(story: ExitStory): Sold[] {
  const { net, short, asOf, price } = story;
  const most = net === null || short !== null ? Number.POSITIVE_INFINITY : net / price(asOf);
  const step = story.short?.unitsPerStep ?? 1;
  const found: Sold[] = [];
  const visit = (day: number, left: number, held: readonly number[], before: Sold): void => {
    if (day > 0 && left > most) return;
    if (day === story.days.length) {
      if (left === 0) found.push(before);
      return;
    }
    const isLast = day === story.days.length - 1;
    for (let units = isLast ? left : 0; units <= left; units += step)
      for (const taken of waysToTake(units, held))
        visit(
          day + 1,
          left - units,
          held.map((one, lot) => one - (taken[lot] ?? 0)),
          [...before, taken],
        );
  };
  visit(
    0,
    story.sell,
    story.lots.map(({ units }) => units),
    [],
  );
  return found;
}

function waysToTake(units: number, held: readonly number[]): number[][] {
  const [first, ...rest] = held;
  if (first === undefined) return units === 0 ? [[]] : [];
  const ways: number[][] = [];
  for (let some = 0; some <= Math.min(first, units); some++)
    for (const others of waysToTake(units - some, rest)) ways.push([some, ...others]);
  return ways;
}

/** How many there are, without making them; at most `most` + 1. */
export function countSales({ lots, days, sell }: ExitStory, most: number): number {
  // Of unlimited lots, which is never fewer: combinations with repetition of units over lots and days.
  const types = lots.length * days.length;
  let ways = 1;
  for (let one = 1; one <= sell; one++) {
    ways = (ways * (types + one - 1)) / one;
    if (ways > most) return most + 1;
  }
  return ways;
}

/** The futures follow: what is not sold stays hedged. */
export function scheduleOf(
  story: ExitStory,
  given: ExitCase,
  sold: Sold,
  regime: ExitSchedule['regime'],
): ExitSchedule {
  const [future] = given.futures;
  const step = story.short?.unitsPerStep ?? 1;
  let left = story.sell;
  const days: ExitDay[] = [];
  for (const [place, units] of sold.entries()) {
    const total = units.reduce((sum, some) => sum + some, 0);
    left -= total;
    const opens = place === 0 && future !== undefined && !future.isOpen && left > 0;
    if (total === 0 && !opens) continue;
    days.push({
      date: localDate(story.days[place] ?? ''),
      sells: units.flatMap((some, lot) =>
        some === 0 ? [] : [{ asset: COIN, lot: `lot-${lot + 1}` as LotId, quantity: coins(some) }],
      ),
      buys: [],
      hedges: future === undefined || left === 0 ? [] : [{ position: future.position, steps: left / step }],
    });
  }
  return { regime, days };
}
