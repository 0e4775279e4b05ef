/**
 * A correction counts while all that it replaces is there. Once a row is gone, because its import was taken back, the row
 * was forced out, or the file came again and is read otherwise, the correction would count beside what came in its place.
 */
import type { EventId, LedgerEvent } from '../../../shared/domain/event.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { issueOf } from '../issue-of.ts';
import { replacedId } from './replaced-id.ts';

/** The same list where every correction stands. In: all events, whatever the day; rows of one may be put together. */
export function withoutOrphans(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const orphans = orphansIn(events);
  if (orphans.length === 0) return events;
  const gone = new Set(orphans);
  return events.filter((event) => !gone.has(event));
}

/** Issues: `events/correction-without-row`, once for all of them. */
export function orphanIssues(events: readonly LedgerEvent[]): readonly Issue[] {
  const orphans = orphansIn(events);
  const [first] = orphans;
  if (first === undefined) return [];
  const { file, line } = first.source;
  return [
    issueOf(
      'events/correction-without-row',
      'warning',
      { count: orphans.length, file, line },
      { event: first.id },
    ),
  ];
}

/** In the order given. What replaces an orphan is one itself. */
function orphansIn(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const corrections = events.filter(({ replaces }) => replaces !== undefined);
  if (corrections.length === 0) return [];
  const byReplaced = new Map<EventId, LedgerEvent[]>();
  for (const event of corrections)
    for (const name of event.replaces ?? []) {
      const id = replacedId(name);
      const known = byReplaced.get(id);
      if (known === undefined) byReplaced.set(id, [event]);
      else known.push(event);
    }
  const gone = new Set<LedgerEvent>();
  const waiting = [...missingOf(new Set(byReplaced.keys()), events)];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
    for (const event of byReplaced.get(id) ?? []) {
      if (gone.has(event)) continue;
      gone.add(event);
      waiting.push(event.id);
    }
  return corrections.filter((event) => gone.has(event));
}

/** In: `wanted`, which is used up. */
function missingOf(wanted: Set<EventId>, events: readonly LedgerEvent[]): ReadonlySet<EventId> {
  for (const { id, parts } of events) {
    wanted.delete(id);
    for (const part of parts ?? []) wanted.delete(part.id);
  }
  return wanted;
}
