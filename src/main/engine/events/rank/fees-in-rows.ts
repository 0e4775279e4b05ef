/**
 * Fees that a worse file states in rows of their own (a statement's "Transaction Fee" whose trade nobody could tell, a book's
 * fee of a withdrawal), beside a better file whose trades and moves have them as legs: each fee counts once.
 *
 * fee rows by account and coin → fee legs of better files that no row of the same file has repeated yet → compared
 *
 * A row of a trade (`part`) that finds no equal stands in a difference where the better file has other fees that day; a fee
 * by itself then counts.
 */
import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { EventId, LedgerEvent } from '../../../../shared/domain/event.ts';
import { subjectOf } from '../../../../shared/domain/subject.ts';
import type { Subject } from '../../../../shared/domain/subject.ts';
import { isNegative } from '../../../../shared/num/arithmetic.ts';
import { epochMs } from '../../../../shared/time/instant.ts';
import { compareBucket } from './compare-bucket.ts';
import type { CompareRules } from './compare-bucket.ts';
import { comparisonIn, reachOver } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import type { Outcome, RankedInput } from './count-by-rank.ts';
import type { Entry } from './entries-of.ts';
import { matchEntries } from './match-entries.ts';

const told = ['trades', 'moves'] as const satisfies readonly Subject[];

/** Files state one moment by different clocks, some in whole minutes; some state one fee for several trades. */
const near = { alone: 60_000, gap: 2000 };

export function withFeesInRows({ events, rankOf, dayOf }: RankedInput, outcome: Outcome): void {
  const rows = events.filter((event) => isFeeRow(event) && !outcome.leftOut.has(event.id));
  if (rows.length === 0) return;
  const rules = { near, dayOf: ({ event }: Entry) => dayOf(event), isStatedThere: () => false };
  const legs = feeLegs(events, outcome);
  const beside = statedBeside(events, outcome);
  for (const [format, ofFormat] of Map.groupBy(rows, ({ source }) => source.format)) {
    for (const subject of told) {
      const rank = rankOf(format, subject);
      if (rank === null) continue;
      const better = legs.filter(
        ({ event, asset }) =>
          subjectOf(event.kind) === subject &&
          (rankOf(event.source.format, subject) ?? rank) < rank &&
          beside.get(event.id)?.has(`${format} ${asset}`) !== true,
      );
      if (better.length > 0) compareFees(better, ofFormat, subject, rules, outcome);
    }
  }
}

/** A row that is a fee and nothing else. */
function isFeeRow({ kind, legs, fill }: LedgerEvent): boolean {
  const [leg] = legs;
  return (
    legs.length === 1 &&
    leg !== undefined &&
    fill === undefined &&
    isNegative(leg.quantity) &&
    (kind === 'fee' || (kind === 'balance-change' && leg.role === 'fee'))
  );
}

/** One fee of a trade or a move, or of a row. */
interface Fee extends Entry {
  readonly account: AccountId;
  readonly asset: AssetId;
}

/** The fees of trades and moves that count. */
function feeLegs(events: readonly LedgerEvent[], { leftOut }: Outcome): readonly Fee[] {
  return events.flatMap((event) => {
    if (leftOut.has(event.id) || !told.some((subject) => subject === subjectOf(event.kind))) return [];
    return event.legs.filter(({ role }) => role === 'fee').map((leg) => feeOf(event, leg));
  });
}

function feeOf(event: LedgerEvent, { account, asset, quantity }: LedgerEvent['legs'][number]): Fee {
  const figures = [{ asset, role: 'fee' as const, quantity }];
  return { event, ms: epochMs(event.time), contract: null, figures, account, asset };
}

function placeOf({ account, asset }: Fee): string {
  return `${account} ${asset}`;
}

/** In: fees of better files, and rows of one format. */
function compareFees(
  better: readonly Fee[],
  rows: readonly LedgerEvent[],
  subject: Subject,
  rules: CompareRules,
  outcome: Outcome,
): void {
  const counted = Map.groupBy(better, placeOf);
  const open = rows.filter(({ id }) => !outcome.leftOut.has(id));
  const stated = Map.groupBy(
    open.flatMap((event) => event.legs.map((leg) => feeOf(event, leg))),
    placeOf,
  );
  for (const [place, fees] of stated) {
    const own = counted.get(place);
    const [first] = own ?? [];
    if (own === undefined || first === undefined) continue;
    const { same, countedLeft, statedLeft } = matchEntries(own, fees, rules.near, rules.dayOf);
    const ofTrades = statedLeft.filter(({ event }) => event.part !== undefined);
    const { different, differences } = compareBucket(countedLeft, ofTrades, rules);
    if (same.length + different.length === 0) continue;
    const of = { account: first.account, subject, counts: first.event.source.format };
    const found = comparisonIn(outcome.comparisons, { ...of, compared: open[0]?.source.format ?? '' });
    for (const one of same)
      for (const fee of one.stated) leaveOut(fee, one.counted[0]?.event.id ?? null, found, outcome);
    for (const fee of different) leaveOut(fee, null, found, outcome);
    found.agreed += same.length;
    found.differences.push(...differences);
  }
}

function leaveOut({ event, ms }: Entry, by: EventId | null, found: Comparison, { leftOut }: Outcome): void {
  leftOut.set(event.id, by);
  found.leftOut += 1;
  reachOver(found, ms);
}

/** Of each event that counts, the fees that a row of another file states beside the same trade: format and coin. */
function statedBeside(
  events: readonly LedgerEvent[],
  { leftOut }: Outcome,
): ReadonlyMap<EventId, ReadonlySet<string>> {
  const stated = new Map<EventId, Set<string>>();
  if (leftOut.size === 0) return stated;
  for (const { id, source, legs } of events) {
    const by = leftOut.get(id);
    if (by === undefined || by === null) continue;
    for (const { role, asset } of legs) {
      if (role !== 'fee') continue;
      const known = stated.get(by);
      if (known === undefined) stated.set(by, new Set([`${source.format} ${asset}`]));
      else known.add(`${source.format} ${asset}`);
    }
  }
  return stated;
}
