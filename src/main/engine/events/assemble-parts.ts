/**
 * Events that exports write as several rows are put together.
 *
 * rows with `part` → by format, account and group (or by the rules of Binance's statement) → one event each, or rows that
 * stay alone
 *
 * Fees whose sign the row leaves open get it first (`fee-signs.ts`); rows that a correction names alone stay alone; fills that state a profit after fees stay alone here
 * (`gross-profits.ts`). Rows without `part` are untouched, and an event of the same rows stays the same object. Out: independent of how rows are
 * divided among files.
 * Issues: `events/rows-apart`.
 */
import { compareEvents } from '../../../shared/domain/event-order.ts';
import type { EventId, LedgerEvent } from '../../../shared/domain/event.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { issueOf } from '../issue-of.ts';
import { eachInSteps, finished } from '../steps.ts';
import type { Steps } from '../steps.ts';
import { assembledEvent, mainOf } from './assembled-event.ts';
import { assembleGroup } from './assemble-group.ts';
import type { Assembled } from './assemble-group.ts';
import { withFeeSigns } from './fee-signs.ts';
import { withNamedAlone } from './replaced-rows.ts';
import { assembleStatement } from './statement/assemble-statement.ts';

export interface Assembly {
  /** In ledger order. */
  readonly events: readonly LedgerEvent[];
  /** Of rows that are part of an event with another id: which event that is. */
  readonly eventOf: ReadonlyMap<EventId, EventId>;
  /** Rows that belong together with others that were not found. */
  readonly apart: ReadonlySet<EventId>;
  readonly issues: readonly Issue[];
}

/** What rows are: `beside`, one event together with a main row, which is not among them; `apart`, without their others. */
interface ToldParts {
  readonly beside: readonly LedgerEvent[];
  readonly apart: readonly LedgerEvent[];
}

/** What would be put together, without doing it. In: rows in ledger order. */
export function toldParts(stored: readonly LedgerEvent[]): ToldParts {
  const beside: LedgerEvent[] = [];
  const apart: LedgerEvent[] = [];
  for (const found of finished(foundIn(stored))) {
    for (const row of found.apart) apart.push(row);
    for (const one of found.joined) {
      const main = mainOf(one);
      for (const part of one.parts) if (part !== main) beside.push(part);
    }
  }
  return { beside, apart };
}

/** In: rows as stored, in ledger order. */
export function assembleParts(rows: readonly LedgerEvent[]): Assembly {
  return finished(assembledInSteps(rows));
}

/** As `assembleParts`. */
export function* assembledInSteps(rows: readonly LedgerEvent[]): Steps<Assembly> {
  const stored = withNamedAlone(withFeeSigns(rows));
  yield;
  const found = yield* foundIn(stored);
  const placed = new Map<LedgerEvent, LedgerEvent | null>();
  const eventOf = new Map<EventId, EventId>();
  const apart: LedgerEvent[] = [];
  for (const bucket of found) {
    for (const row of bucket.apart) apart.push(row);
    yield* eachInSteps(bucket.joined, (joined) => {
      const event = assembledEvent(joined);
      for (const part of joined.parts) placed.set(part, null);
      const [first] = joined.parts;
      if (first !== undefined) placed.set(first, event);
      for (const { id } of event.parts ?? []) eventOf.set(id, event.id);
    });
  }
  return {
    events: placed.size === 0 ? stored : yield* withPlaced(stored, placed),
    eventOf,
    apart: new Set(apart.map(({ id }) => id)),
    issues: issuesOf(apart),
  };
}

/** What belongs together, bucket by bucket. */
function* foundIn(stored: readonly LedgerEvent[]): Steps<readonly Assembled[]> {
  const found: Assembled[] = [];
  let rows = 0;
  for (const bucket of (yield* bucketsOf(stored)).values()) {
    const isStatement = bucket[0]?.part?.assembly === 'binance-statement';
    found.push(isStatement ? yield* assembleStatement(bucket) : assembleGroup(bucket));
    rows += bucket.length;
    if (rows < rowsOfStep) continue;
    rows = 0;
    yield;
  }
  return found;
}

/** Small buckets share a step. */
const rowsOfStep = 500;

/** Rows of a statement find each other across accounts; others only within one. */
function* bucketsOf(stored: readonly LedgerEvent[]): Steps<ReadonlyMap<string, LedgerEvent[]>> {
  const buckets = new Map<string, LedgerEvent[]>();
  yield* eachInSteps(stored, (event) => {
    const { part } = event;
    if (part === undefined || part.assembly === 'net-profit') return;
    const { format } = event.source;
    const account = event.fill?.account ?? event.legs[0]?.account ?? '';
    const key = part.assembly === 'binance-statement' ? format : `${format}\n${account}\n${part.group}`;
    const rows = buckets.get(key);
    if (rows === undefined) buckets.set(key, [event]);
    else rows.push(event);
  });
  return buckets;
}

function* withPlaced(
  stored: readonly LedgerEvent[],
  placed: ReadonlyMap<LedgerEvent, LedgerEvent | null>,
): Steps<readonly LedgerEvent[]> {
  const events: LedgerEvent[] = [];
  let isInOrder = true;
  yield* eachInSteps(stored, (row) => {
    const event = placed.get(row);
    if (event === null) return;
    const next = event ?? row;
    const last = events.at(-1);
    const isNew = event !== undefined || last?.parts !== undefined;
    if (last !== undefined && isNew) isInOrder &&= compareEvents(last, next) <= 0;
    events.push(next);
  });
  return isInOrder ? events : events.sort(compareEvents);
}

/** One issue a format: a file that was cut has many such rows. */
function issuesOf(apart: readonly LedgerEvent[]): readonly Issue[] {
  const byFormat = new Map<string, LedgerEvent[]>();
  for (const row of apart) {
    const rows = byFormat.get(row.source.format);
    if (rows === undefined) byFormat.set(row.source.format, [row]);
    else rows.push(row);
  }
  return [...byFormat.values()].flatMap((rows) => {
    const first = rows.reduce((a, b) => (compareEvents(a, b) <= 0 ? a : b));
    const { file, line } = first.source;
    return [issueOf('events/rows-apart', 'warning', { count: rows.length, file, line }, { event: first.id })];
  });
}
