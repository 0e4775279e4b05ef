import type { EventId, LedgerEvent } from '../../shared/domain/event.ts';
import { SUBJECTS } from '../../shared/domain/subject.ts';
import { daysBetween, localDate } from '../../shared/time/local-date.ts';
import type { Issue } from '../../shared/domain/issue.ts';
import type { TimeZone } from '../../shared/time/time-zone.ts';
import { localDateOf } from '../../shared/time/time-zone.ts';
import { assembleParts } from '../engine/events/assemble-parts.ts';
import { countOnce } from '../engine/events/count-once.ts';
import { rowIdOf } from '../engine/events/decided-rows.ts';
import { grossProfits, isNet } from '../engine/events/gross-profits.ts';
import { isFeeInDoubt } from '../engine/events/fee-signs.ts';
import { withoutOrphans } from '../engine/events/orphaned-corrections.ts';
import { withoutReplaced } from '../engine/events/ordered-events.ts';
import { correctionsInRank } from '../engine/events/rank/corrections-in-rank.ts';
import { countByRank } from '../engine/events/rank/count-by-rank.ts';
import type { Ranked } from '../engine/events/rank/count-by-rank.ts';
import { rankOf } from './ranks.ts';

const dayZero = localDate('1970-01-01');

/** What decides which events count, besides what they say. */
export interface Counting {
  readonly timeZone: TimeZone;
  /** Rows that count whatever other files say. */
  readonly forcedIn: ReadonlySet<EventId>;
}

/** The events that count, and what could not be made of them. */
export interface Counted extends Ranked {
  readonly issues: readonly Issue[];
}

/** The events that count, whatever files state them again. In: in ledger order, put together. */
export function rankedIn(events: readonly LedgerEvent[], counting: Counting): Counted {
  const ranked = countedOnce(events, counting);
  const { events: counted, issues } = grossProfits(ranked.counted);
  return { ...ranked, counted, issues };
}

function countedOnce(events: readonly LedgerEvent[], { timeZone, forcedIn }: Counting): Ranked {
  const standing = withoutReplaced(events);
  const { events: inRank, originOf } = correctionsInRank(events, standing);
  const found = countByRank({
    events: inRank,
    rankOf,
    dayOf: ({ time }) => daysBetween(dayZero, localDateOf(time, timeZone)),
  });
  const counted = inRank === standing ? found.counted : found.counted.map(originOf);
  const ranked = withoutRepeats({ ...found, counted });
  return forcedIn.size === 0 ? ranked : withForced(ranked, standing, forcedIn);
}

/** What no rank speaks of: rows that only repeat a fill. */
function withoutRepeats(ranked: Ranked): Ranked {
  const { counted, repeats } = countOnce(ranked.counted);
  return repeats.size === 0
    ? ranked
    : { ...ranked, counted, leftOut: new Map([...ranked.leftOut, ...repeats]) };
}

function withForced(
  ranked: Ranked,
  standing: readonly LedgerEvent[],
  forcedIn: Counting['forcedIn'],
): Ranked {
  const byId = new Map(ranked.counted.map((event) => [event.id, event]));
  const isForced = ({ id, parts = [] }: LedgerEvent): boolean =>
    [id, ...parts.map((part) => part.id)].some((one) => forcedIn.has(rowIdOf(one)));
  const counted = standing.flatMap((event) => byId.get(event.id) ?? (isForced(event) ? [event] : []));
  if (counted.length === ranked.counted.length) return ranked;
  const leftOut = new Map(ranked.leftOut);
  for (const { id } of counted) leftOut.delete(id);
  return { ...ranked, counted, leftOut };
}

/**
 * What counts for balances, of rows as they are stored or would be. Putting rows together changes no balance: it is only
 * done where rows could repeat or replace others, or where other rows tell what one changed.
 */
export function countedRowsIn(rows: readonly LedgerEvent[], counting: Counting): readonly LedgerEvent[] {
  return canRepeat(rows) || rows.some(isToldByOthers)
    ? rankedIn(assembleParts(withoutOrphans(rows)).events, counting).counted
    : countOnce(rows).counted;
}

function isToldByOthers(row: LedgerEvent): boolean {
  return isNet(row) || isFeeInDoubt(row);
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
