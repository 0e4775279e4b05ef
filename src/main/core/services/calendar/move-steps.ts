/** Entries of the calendar on other days, as the projection's what-if takes them. */
import type { CallRequest } from '../../../../shared/contract/contract.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { CalendarEntry } from '../../../engine/exit/calendar/calendar-entry.ts';
import type { ExitDayMoves } from './exit-plan-what-if.ts';

export type Move = CallRequest<'calendar.whatIf'>['moves'][number];

export interface MovedEntry {
  readonly entry: CalendarEntry;
  /** What a what-if calls it. */
  readonly step: string;
  readonly to: LocalDate;
}

/**
 * What is moved, each with what belongs to it: closing a hedge, selling what it covered and buying what it stood for go
 * together, or coins or futures would stand alone for some days.
 * Errors: `exit/no-such-entry`, `exit/not-movable`, `exit/moved-to-the-past`.
 */
export function movedEntries(
  moves: readonly Move[],
  entries: readonly CalendarEntry[],
  asOf: LocalDate,
): Result<readonly MovedEntry[]> {
  const moved = new Map<string, MovedEntry>();
  for (const [place, { entry: id, date }] of moves.entries()) {
    const field = `moves.${place}`;
    const entry = entries.find((one) => one.id === id);
    if (entry === undefined) return fail('exit/no-such-entry', { entry: id }, { field: `${field}.entry` });
    if (entry.moves === null)
      return fail('exit/not-movable', { title: entry.title }, { field: `${field}.entry` });
    const to = localDate(date);
    if (to < asOf)
      return fail(
        'exit/moved-to-the-past',
        { title: entry.title, date, today: dateText(asOf) },
        { field: `${field}.date` },
      );
    moved.set(entry.id, { entry, step: entry.moves, to });
    for (const one of companionsOf(entry, entries))
      if (one.moves !== null && !moved.has(one.id)) moved.set(one.id, { entry: one, step: one.moves, to });
  }
  return ok([...moved.values()]);
}

/**
 * What is moved of an exit plan; null where it is of hedge plans. A day of it moves as one.
 * Errors: `exit/moves-apart` where plans of both kinds, or two exit plans, are moved together.
 */
export function exitDayMoves(moved: readonly MovedEntry[]): Result<ExitDayMoves | null> {
  const plans = new Set(moved.map(({ entry }) => entry.of.find(({ kind }) => kind === 'exit-plan')?.id));
  const [plan] = plans;
  if (plans.size > 1) return fail('exit/moves-apart', {}, { field: 'moves' });
  if (plan === undefined) return ok(null);
  return ok({ plan, moves: new Map(moved.map(({ entry, to }) => [entry.date, to])) });
}

const ENDS = new Set(['close', 'sell', 'buy']);

/** All of an exit plan's day, and all of a hedge plan's end. */
function companionsOf(entry: CalendarEntry, entries: readonly CalendarEntry[]): readonly CalendarEntry[] {
  const sameDay = entries.filter((one) => one !== entry && one.moves === entry.moves);
  if (sameDay.length > 0) return sameDay;
  const end = endOf(entry);
  if (end === null) return [];
  return entries.filter((one) => one !== entry && one.date === entry.date && endOf(one) === end);
}

/** The plan of which it is the end; null for other steps. Ids of a projection are "<plan>:close", "<plan>:sell:BTC". */
function endOf({ moves }: CalendarEntry): string | null {
  const [plan, action] = moves?.split(':') ?? [];
  return plan !== undefined && action !== undefined && ENDS.has(action) ? plan : null;
}
