import { futureItems, futureYears } from './future-years.ts';
import type { StraddleCase } from './straddle-case.ts';
import type { StraddleYears } from './straddle-years.ts';

/** Every year of a case under the straddle rules. */
export function straddleYears(given: StraddleCase): StraddleYears {
  const items = given.futures
    .flatMap((future) => futureYears(future, given, future.section1256, () => 'short'))
    .flatMap(futureItems);
  const byYear = Map.groupBy(items, ({ year }) => year);
  const years = Array.from({ length: given.lastYear - given.firstYear + 1 }, (_, place) => {
    const year = given.firstYear + place;
    return { year, items: byYear.get(year) ?? [], losses: [], deferred: [], unrecognised: [] };
  });
  return { years, holdingPeriods: [], basisAdjustments: [], issues: [] };
}
