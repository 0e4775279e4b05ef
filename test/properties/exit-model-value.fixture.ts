/** What the model makes of one given schedule: its columns are held at the schedule's amounts, the solver finds the rest. */
import type { ExitCase } from '../../src/main/engine/exit/exit-case.ts';
import type { ExitSchedule } from '../../src/main/engine/exit/exit-schedule.ts';
import { yearsWithout } from '../../src/main/engine/exit/exit-years.ts';
import { baseTaxOf } from '../../src/main/engine/exit/model/base-tax.ts';
import { exitModel } from '../../src/main/engine/exit/model/exit-model.ts';
import { exitNumbers } from '../../src/main/engine/exit/model/exit-numbers.ts';
import type { GoalColumns, LotClass } from '../../src/main/engine/exit/model/goal-columns.ts';
import type { LinearRow } from '../../src/main/engine/exit/model/linear-model.ts';
import { Terms } from '../../src/main/engine/exit/model/model-builder.ts';
import { draftOfSchedule } from '../../src/main/engine/exit/search/draft-of-schedule.ts';
import type { GoalDraft } from '../../src/main/engine/exit/search/draft.ts';
import { highsSolver } from '../../src/main/solver/highs-solver.ts';
import { toFloat } from '../../src/shared/num/approximate.ts';

/** In the currency; null where the model has no such schedule. */
export async function modelValueOf(given: ExitCase, schedule: ExitSchedule): Promise<number | null> {
  const numbers = exitNumbers(given, yearsWithout(given));
  if (!numbers.ok) throw new Error(numbers.failure.message);
  const { goals, futures, model } = exitModel(numbers.value, baseTaxOf(given, numbers.value));
  const draft = draftOfSchedule(given, schedule);
  const rows: LinearRow[] = goals.flatMap((columns, place) =>
    rowsOf(columns, draft.goals[place], (date) => numbers.value.dates[date]?.year ?? -1),
  );
  for (const { numbers: future, open } of futures)
    for (const [date, column] of open.entries()) {
      const day = schedule.days.findLast((one) => one.date <= (given.dates[date]?.date ?? given.asOf));
      const { position, isOpen, steps } = future.future;
      const before = isOpen ? steps : 0;
      const after =
        day === undefined ? before : (day.hedges.find((one) => one.position === position)?.steps ?? 0);
      rows.push(fixed(new Terms().plus(column), after));
    }
  const answer = await highsSolver().solve(
    { ...model, rows: [...model.rows, ...rows] },
    { seconds: 20, gap: 0 },
  );
  if (answer.status === 'failed') throw new Error(answer.why);
  return answer.status === 'infeasible' ? null : answer.objective * numbers.value.unit;
}

function fixed(terms: Terms, to: number): LinearRow {
  return { lower: to, upper: to, columns: [...terms.factors.keys()], factors: [...terms.factors.values()] };
}

/** Coins of lots that no class tells apart, by date; coins of each lot by year. */
function rowsOf(
  { classes, bought }: GoalColumns,
  draft: GoalDraft | undefined,
  yearOf: (date: number) => number,
): LinearRow[] {
  const coins = (places: ReadonlySet<number>, isMeant: (date: number) => boolean): number =>
    (draft?.pieces ?? []).reduce(
      (sum, piece) => (places.has(piece.place) && isMeant(piece.date) ? sum + toFloat(piece.quantity) : sum),
      0,
    );
  const dates = classes[0]?.sold.length ?? bought.length;
  const rows: LinearRow[] = [];
  for (const { places, of } of together(classes, ({ parts }) => parts))
    for (let date = 0; date < dates; date++) {
      const terms = new Terms();
      for (const { sold } of of) if ((sold[date] ?? null) !== null) terms.plus(sold[date] as number);
      if (terms.factors.size > 0)
        rows.push(
          fixed(
            terms,
            coins(places, (one) => one === date),
          ),
        );
    }
  const taken = classes.flatMap(({ parts, taken: all }) =>
    all.flatMap(({ year, dates: alike, columns }) =>
      parts.map((part, at) => ({
        part,
        key: `${year}/${alike[0] === 0}`,
        year,
        column: columns[at] ?? 0,
        alike,
      })),
    ),
  );
  for (const { places, of } of together(taken, ({ part }) => [part])) {
    for (const year of new Set(of.map((one) => one.year))) {
      const terms = new Terms();
      for (const one of of) if (one.year === year) terms.plus(one.column);
      rows.push(
        fixed(
          terms,
          coins(places, (date) => yearOf(date) === year),
        ),
      );
    }
  }
  for (const [date, column] of bought.entries()) {
    const quantity = draft?.bought.get(date);
    rows.push(fixed(new Terms().plus(column), quantity === undefined ? 0 : toFloat(quantity)));
  }
  return rows;
}

/** Things that share a lot, together. */
function together<T>(
  all: readonly T[],
  partsOf: (one: T) => LotClass['parts'],
): readonly { readonly places: ReadonlySet<number>; readonly of: readonly T[] }[] {
  let groups: { places: Set<number>; of: T[] }[] = [];
  for (const one of all) {
    const places = new Set(partsOf(one).flatMap(({ members }) => members.map(({ place }) => place)));
    const near = groups.filter((group) => [...places].some((place) => group.places.has(place)));
    groups = groups.filter((group) => !near.includes(group));
    groups.push({
      places: new Set([...places, ...near.flatMap((group) => [...group.places])]),
      of: [...near.flatMap((group) => group.of), one],
    });
  }
  return groups;
}
