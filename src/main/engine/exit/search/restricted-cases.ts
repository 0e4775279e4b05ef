/**
 * The same case with less allowed: fewer steps of a hedge, or fewer days. Each is solved quickly and gives a plan that is
 * allowed in the whole case, too: what the model takes for cheap (losses of a hedge that wait in truth) is left out in some.
 */
import type { ExitCase } from '../exit-case.ts';
import type { Draft } from './draft.ts';

export interface RestrictedCase {
  readonly given: ExitCase;
  /** Places of its dates among those of the whole case. */
  readonly dates: readonly number[];
}

const MOST_CAPS = 8;
/** Two days of a small case, and of one with many lots, where each takes its time. */
const MOST_PAIRS = { small: 8, large: 4 } as const;
const FEW_DATES = 6;

/** In: whether the case is small enough for all of them; else two days alone, the first and another. */
export function restrictedCases(given: ExitCase, isSmall: boolean): readonly RestrictedCase[] {
  const all = [...given.dates.keys()];
  const pairs = spread(all.slice(1), isSmall ? MOST_PAIRS.small : MOST_PAIRS.large)
    .toReversed()
    .map((date) => onDates(given, [0, date]));
  if (!isSmall) return given.dates.length > 2 ? pairs : [];
  const withoutOne =
    all.length > 2 && all.length <= FEW_DATES
      ? all.slice(1).map((out) =>
          onDates(
            given,
            all.filter((date) => date !== out),
          ),
        )
      : [];
  return [...capped(given, all), ...withoutOne, ...(all.length > 3 ? pairs : [])];
}

/** Each hedge that may be opened with fewer steps, down to none of it; then none of any. */
function capped(given: ExitCase, dates: readonly number[]): readonly RestrictedCase[] {
  const fresh = given.futures.filter(({ isOpen, steps }) => !isOpen && steps > 0);
  const cases = fresh.flatMap((future) =>
    spread(
      Array.from({ length: future.steps }, (_, steps) => steps),
      MOST_CAPS,
    ).map((steps) => ({
      given: {
        ...given,
        futures: given.futures.map((one) => (one === future ? { ...one, steps } : one)),
      },
      dates,
    })),
  );
  if (fresh.length < 2) return cases;
  const none = given.futures.map((one) => (one.isOpen ? one : { ...one, steps: 0 }));
  return [...cases, { given: { ...given, futures: none }, dates }];
}

function onDates(given: ExitCase, dates: readonly number[]): RestrictedCase {
  return { given: { ...given, dates: given.dates.filter((_, place) => dates.includes(place)) }, dates };
}

function spread(all: readonly number[], most: number): readonly number[] {
  if (all.length <= most) return all;
  const places = Array.from({ length: most }, (_, at) => Math.round((at * (all.length - 1)) / (most - 1)));
  return [...new Set(places)].flatMap((place) => all[place] ?? []);
}

/** A draft of the restricted case as one of the whole: steps stay as they are until the next of its dates. */
export function inWholeCase(whole: ExitCase, { dates }: RestrictedCase, draft: Draft): Draft {
  const wholeOf = (place: number): number => dates[place] ?? 0;
  const before = [...whole.dates.keys()].map((date) => dates.findLastIndex((one) => one <= date));
  return {
    ...draft,
    goals: draft.goals.map(({ pieces, bought, steps }) => ({
      pieces: pieces.map((piece) => ({ ...piece, date: wholeOf(piece.date) })),
      bought: new Map([...bought].map(([date, quantity]) => [wholeOf(date), quantity])),
      steps: {
        ...steps,
        wished: steps.wished?.map((row) => before.map((place) => row[place] ?? 0)) ?? null,
      },
    })),
  };
}
