import type { LedgerEvent } from '../../shared/domain/event.ts';
import { SUBJECTS } from '../../shared/domain/subject.ts';
import { daysBetween, localDate } from '../../shared/time/local-date.ts';
import type { TimeZone } from '../../shared/time/time-zone.ts';
import { localDateOf } from '../../shared/time/time-zone.ts';
import { assembleParts } from '../engine/events/assemble-parts.ts';
import { countOnce } from '../engine/events/count-once.ts';
import { withoutReplaced } from '../engine/events/ordered-events.ts';
import { countByRank } from '../engine/events/rank/count-by-rank.ts';
import type { Ranked } from '../engine/events/rank/count-by-rank.ts';
import { rankOf } from './ranks.ts';

const dayZero = localDate('1970-01-01');

/** The events that count, whatever files state them again. In: in ledger order, put together. */
export function rankedIn(events: readonly LedgerEvent[], timeZone: TimeZone): Ranked {
  return countByRank({
    events: countOnce(withoutReplaced(events)).counted,
    rankOf,
    dayOf: ({ time }) => daysBetween(dayZero, localDateOf(time, timeZone)),
  });
}

/**
 * What counts for balances, of rows as they are stored or would be. Putting rows together changes no balance: it is only
 * done where rows could repeat or replace others.
 */
export function countedRowsIn(rows: readonly LedgerEvent[], timeZone: TimeZone): readonly LedgerEvent[] {
  return canRepeat(rows) ? rankedIn(assembleParts(rows).events, timeZone).counted : countOnce(rows).counted;
}

function canRepeat(rows: readonly LedgerEvent[]): boolean {
  const ranked = new Set<string>();
  let last = '';
  for (const { replaces, kind, source } of rows) {
    if (replaces !== undefined || kind === 'closed-position') return true;
    if (source.format === last) continue;
    last = source.format;
    if (SUBJECTS.some((subject) => rankOf(last, subject) !== null)) ranked.add(last);
    if (ranked.size > 1) return true;
  }
  return false;
}
