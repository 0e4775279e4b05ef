import type { Policy } from '../../../../shared/domain/policy.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { addDays, dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { Drift } from '../drift.ts';
import { beginsPeriod, quietUntil } from './period.ts';

/** A day for which there are prices. */
export interface PolicyDay {
  readonly date: LocalDate;
  /** The policy in force, and its version. */
  readonly policy: Policy;
  readonly version: number;
  /** null where nothing was held. */
  readonly drift: Drift | null;
}

export interface DecidedOn {
  readonly date: LocalDate;
  /** Ids of the firings that it answered. */
  readonly firings: readonly string[];
}

/** A rule that began to hold. */
export interface Firing {
  /** The same for the same rule, line and day, whenever the list is made. */
  readonly id: string;
  readonly rule: 'absolute' | 'relative' | 'calendar';
  readonly of: string | null;
  readonly words: string;
  readonly firedOn: LocalDate;
  /** The first day on which it held no more; null while it does. */
  readonly until: LocalDate | null;
  readonly version: number;
  readonly drift: Rate | null;
  readonly lines: Drift['lines'];
}

/**
 * When rules fired, oldest first. A rule fires on the first day on which it holds and once as long as it goes on; a date
 * fires on the first day with prices in its period. Where the policy says "at most once", nothing fires for so long
 * after a decision, and what still holds then fires again. Under another version of the policy it fires anew.
 * In: days in order.
 */
export function firingsOf(days: readonly PolicyDay[], decisions: readonly DecidedOn[]): readonly Firing[] {
  const found: Firing[] = [];
  /** Where in `found` each rule stands that holds now. */
  const holding = new Map<string, number>();
  const end = (key: string, date: LocalDate): void => {
    const place = holding.get(key);
    const firing = place === undefined ? undefined : found[place];
    if (place !== undefined && firing !== undefined) found[place] = { ...firing, until: date };
    holding.delete(key);
  };
  let before: LocalDate | null = null;
  for (const day of days) {
    const fired = new Map(firedOn(day, before).map((one) => [keyOf(one), one]));
    const quiet = quietReason(day.date, day.policy, decisions) !== null;
    for (const [key, place] of holding) {
      const goesOn = key === CALENDAR ? !fired.has(key) : fired.has(key);
      const anew = !quiet && beginsAnew(found[place], day, decisions);
      if (!goesOn || anew) end(key, day.date);
    }
    for (const [key, one] of fired) {
      if (quiet || holding.has(key)) continue;
      holding.set(key, found.length);
      found.push(one);
    }
    before = day.date;
  }
  return found;
}

const CALENDAR = 'calendar:';
const keyOf = ({ rule, of }: Firing): string => `${rule}:${of ?? ''}`;

/** The decision that keeps a day's rules silent; null where none does. */
export function quietReason(
  date: LocalDate,
  { atMostOncePer }: Policy,
  decisions: readonly DecidedOn[],
): LocalDate | null {
  if (atMostOncePer === null) return null;
  const last = decisions.findLast((one) => one.date < date && date < quietUntil(one.date, atMostOncePer));
  return last?.date ?? null;
}

/**
 * Whether a band that still holds fires again: another version says so, or it was decided about and the time in which
 * nothing fires is over.
 */
function beginsAnew(firing: Firing | undefined, day: PolicyDay, decisions: readonly DecidedOn[]): boolean {
  const { atMostOncePer } = day.policy;
  if (firing === undefined || firing.rule === 'calendar') return false;
  if (firing.version !== day.version) return true;
  if (atMostOncePer === null) return false;
  return decisions.some(
    ({ date, firings }) => firings.includes(firing.id) && quietUntil(date, atMostOncePer) <= day.date,
  );
}

function firedOn({ date, policy, version, drift }: PolicyDay, before: LocalDate | null): readonly Firing[] {
  const frame = { firedOn: date, until: null, version, lines: drift?.lines ?? [] };
  const bands = (drift?.fired ?? []).map(({ of, rule, words, drift: off }): Firing => ({
    ...frame,
    id: idOf(date, rule, of),
    rule,
    of,
    words,
    drift: off,
  }));
  const { calendar } = policy;
  if (calendar === null || !beginsPeriod(before ?? addDays(date, -1), date, calendar)) return bands;
  const words = `A new ${calendar} has begun: the policy says to rebalance on its first day.`;
  return [
    { ...frame, id: idOf(date, 'calendar', ''), rule: 'calendar', of: null, words, drift: null },
    ...bands,
  ];
}

function idOf(date: LocalDate, rule: Firing['rule'], of: string): string {
  return `${dateText(date)}:${rule}:${of}`;
}
