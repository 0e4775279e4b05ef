/**
 * One event, several files: of the formats that tell of one subject in one account, the one with the lowest rank counts;
 * what the others say is compared with it.
 *
 * events → what several ranked formats tell of → buckets (a market and direction, an asset that moved, a role) → the same
 * things → rows that repeat, rows that differ, rows that only the other file has
 *
 * A row that equals one that counts repeats it. Where both files have rows of a day that do not match, those of the better
 * file count and the others stand in a difference. What only a worse file has counts, unless the better one states such
 * rows in full (fills, profits, fees, funding) over that time. A row that knows one side of a trade
 * repeats a better one that knows both (`halves-of-trades.ts`), a fee in a row of its own the fee of a better one
 * (`fees-in-rows.ts`). Closed positions: see `closed-positions.ts`.
 * Out: independent of the order in which events come.
 */
import type { EventId, LedgerEvent } from '../../../../shared/domain/event.ts';
import { subjectOf } from '../../../../shared/domain/subject.ts';
import type { Subject } from '../../../../shared/domain/subject.ts';
import { withClosedPositions } from './closed-positions.ts';
import { compareBucket } from './compare-bucket.ts';
import { newComparison, reachOver } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import { addEntries, addFiguresOf, shapeOf } from './entries-of.ts';
import type { Buckets, Entry } from './entries-of.ts';
import { feeDifferences } from './fee-differences.ts';
import { withFeesInRows } from './fees-in-rows.ts';
import type { Nearness, SameThing } from './match-entries.ts';
import { accountOf, toldTwice } from './ranked-formats.ts';
import type { RankOf, Told } from './ranked-formats.ts';
import { withMissingFields } from './missing-fields.ts';
import { tellingOf } from './telling-of.ts';
import type { TellsOf } from './telling-of.ts';
import { withHalvesOfTrades } from './halves-of-trades.ts';

export interface RankedInput {
  /** In ledger order, put together; replaced ones left out. */
  readonly events: readonly LedgerEvent[];
  readonly rankOf: RankOf;
  /** A number for the taxpayer's day of an event: later days have greater numbers. */
  readonly dayOf: (event: LedgerEvent) => number;
}

export interface Ranked {
  /** The events that count, in the order given; the very list where all do. */
  readonly counted: readonly LedgerEvent[];
  /** Rows that do not count, each with the one that says the same; null where it stands in a difference. */
  readonly leftOut: ReadonlyMap<EventId, EventId | null>;
  readonly comparisons: readonly Comparison[];
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
/** Files state one moment by different clocks, some in whole minutes; arrivals and departures by when they were noticed. */
const nearness: Readonly<Record<Subject, Nearness>> = {
  trades: { alone: MINUTE_MS, gap: 2 * SECOND_MS },
  futures: { alone: MINUTE_MS, gap: 2 * SECOND_MS },
  funding: { alone: MINUTE_MS, gap: 2 * SECOND_MS },
  moves: { alone: 60 * MINUTE_MS, gap: 0 },
  income: { alone: 5 * MINUTE_MS, gap: 2 * SECOND_MS },
  other: { alone: MINUTE_MS, gap: 0 },
};

export function countByRank(input: RankedInput): Ranked {
  const { events } = input;
  const told = toldTwice(events, input.rankOf);
  const outcome: Outcome = {
    leftOut: new Map(),
    comparisons: [],
    fields: new Map(),
    inPart: new Map(),
    unlike: new Map(),
    tellsOf: tellingOf(told.length === 0 ? [] : events, input.rankOf),
  };
  for (const one of told) compareFormats(one, input, outcome);
  withHalvesOfTrades(input, outcome);
  withFeesInRows(input, outcome);
  withClosedPositions(input, outcome);
  // A row that one file has nothing like can still be left out for another file.
  for (const [comparison, rows] of outcome.unlike)
    comparison.alone = rows.filter(({ id }) => !outcome.leftOut.has(id)).length;
  const { leftOut, comparisons, fields, inPart } = outcome;
  if (leftOut.size + inPart.size === 0) return { counted: events, leftOut, comparisons };
  const counted = events
    .filter(({ id }) => !leftOut.has(id))
    .map((event) => inPart.get(event.id) ?? withMissingFields(event, fields.get(event.id)));
  return { counted, leftOut, comparisons };
}

/** What is found, growing. */
export interface Outcome {
  readonly leftOut: Map<EventId, EventId | null>;
  readonly comparisons: Comparison[];
  /** By event that counts, the row that says the same and may have more. */
  readonly fields: Map<EventId, LedgerEvent>;
  /** Closed positions of which other rows state a part, with what they alone state. */
  readonly inPart: Map<EventId, LedgerEvent>;
  /** Rows of the compared format that the other one has nothing like. */
  readonly unlike: Map<Comparison, readonly LedgerEvent[]>;
  readonly tellsOf: TellsOf;
}

function compareFormats({ account, subject, formats }: Told, input: RankedInput, outcome: Outcome): void {
  const byFormat = Map.groupBy(
    input.events.filter((event) => isAbout(event, { account, subject }) && !outcome.leftOut.has(event.id)),
    ({ source }) => source.format,
  );
  const counted: { format: string; rank: number; events: LedgerEvent[] }[] = [];
  for (const format of formats) {
    const rank = input.rankOf(format, subject) ?? 0;
    const rows = byFormat.get(format) ?? [];
    const better = counted.filter((one) => one.rank < rank);
    const left = better.reduce(
      (events, one) =>
        compareTwo(
          { account, subject, formats: [one.format, format] },
          one.events.filter(({ id }) => !outcome.leftOut.has(id)),
          events,
          input,
          outcome,
        ),
      rows,
    );
    counted.push({ format, rank, events: left });
  }
}

function isAbout(event: LedgerEvent, { account, subject }: Pick<Told, 'account' | 'subject'>): boolean {
  if (event.kind === 'closed-position' || subjectOf(event.kind) !== subject) return false;
  return accountOf(event) === account || event.legs.some((leg) => leg.account === account);
}

/** Out: the rows of the second format that still count. */
function compareTwo(
  { account, subject, formats: [counts = '', compared = ''] }: Told,
  countedRows: readonly LedgerEvent[],
  statedRows: LedgerEvent[],
  input: RankedInput,
  outcome: Outcome,
): LedgerEvent[] {
  if (countedRows.length === 0 || statedRows.length === 0) return statedRows;
  const counted: Buckets = new Map();
  const stated: Buckets = new Map();
  for (const event of countedRows) {
    addEntries(counted, event, account, subject);
    if (event.fill !== undefined) addFiguresOf(counted, event, account);
  }
  for (const event of statedRows) addEntries(stated, event, account, subject);
  const dayOf = ({ event }: Entry): number => input.dayOf(event);
  const found = newComparison({ account, subject, counts, compared });
  const out = new Set<EventId>();
  const fuller = new Set<EventId>();
  const tells = outcome.tellsOf(compared, account);
  const rules = { near: nearness[subject], dayOf, isStatedThere: tells };
  for (const [key, entries] of stated) {
    const own = counted.get(key);
    if (own === undefined) continue;
    const { same, different, differences } = compareBucket(own, entries, rules);
    for (const one of same) {
      found.differences.push(...feeDifferences(one, dayOf));
      if (isTwoSided(one.stated) && !isTwoSided(one.counted)) {
        // A row that knows both accounts says more than one that knows its own.
        for (const { event } of one.stated) fuller.add(event.id);
        for (const { event } of one.counted) outcome.leftOut.set(event.id, one.stated[0]?.event.id ?? null);
        continue;
      }
      leaveOut(one.stated, one.counted[0]?.event.id ?? null, out, outcome, found);
      found.filled += takeFields(one, outcome);
    }
    found.agreed += same.length;
    leaveOut(different, null, out, outcome, found);
    found.differences.push(...differences);
  }
  if (tells !== null) {
    const shapes = new Set([...stated.keys()].map(shapeOf));
    for (const [key, entries] of counted)
      if (!stated.has(key) && shapes.has(shapeOf(key)))
        found.differences.push(...compareBucket(entries, [], rules).differences);
  }
  const left = statedRows.filter(({ id }) => !out.has(id));
  if (found.leftOut > 0 || found.differences.length > 0) {
    outcome.comparisons.push(found);
    outcome.unlike.set(
      found,
      left.filter(({ id }) => !fuller.has(id)),
    );
  }
  return left;
}

function isTwoSided(entries: readonly Entry[]): boolean {
  return entries.some(({ event }) => event.legs.some(({ account }) => account !== event.legs[0]?.account));
}

/** Out: how many events got a field that they did not have. */
function takeFields({ counted, stated }: SameThing, { fields }: Outcome): number {
  const [event, row] = [counted[0]?.event, stated[0]?.event];
  if (counted.length !== 1 || stated.length !== 1 || event === undefined || row === undefined) return 0;
  if (fields.has(event.id)) return 0;
  fields.set(event.id, row);
  return withMissingFields(event, row) === event ? 0 : 1;
}

function leaveOut(
  entries: readonly Entry[],
  by: EventId | null,
  out: Set<EventId>,
  { leftOut }: Outcome,
  found: Comparison,
): void {
  for (const { event, ms } of entries) {
    if (out.has(event.id)) continue;
    out.add(event.id);
    leftOut.set(event.id, by);
    found.leftOut += 1;
    reachOver(found, ms);
  }
}
