/**
 * Whose clocks new shorts stop: of what is left after the first day, the first of the lots that they offset, in their order.
 *
 * lots by that order → segments → coins covered, segment after segment → coins of a segment that may still turn long-term
 */
import { coinsOpen } from './future-columns.ts';
import type { FutureColumns } from './future-columns.ts';
import type { GoalNumbers } from './exit-numbers.ts';
import type { GoalColumns, LotClass } from './goal-columns.ts';
import type { LotPart } from './lot-parts.ts';
import { Terms } from './model-builder.ts';
import type { ModelBuilder } from './model-builder.ts';

/** Lots next to each other in the order in which new shorts offset them. */
export interface CoverSegment {
  readonly parts: readonly LotPart[];
  /** Of them, those that turn long-term on one date if nothing stops their clocks. */
  readonly groups: readonly {
    readonly coins: number;
    readonly longFrom: number;
    readonly running: LotClass;
    readonly stopped: LotClass;
  }[];
}

const MOST_SEGMENTS = 10;

/** In: how many dates there are. Empty where no new short stops a clock that matters. */
export function coversOf(
  { parts }: Pick<GoalNumbers, 'parts'>,
  dates: number,
): readonly {
  readonly parts: readonly LotPart[];
  readonly turning: readonly { readonly longFrom: number; readonly parts: readonly LotPart[] }[];
}[] {
  const covered = parts
    .filter(({ stopsAfter }) => stopsAfter !== null)
    .toSorted((a, b) => (a.stopsAfter ?? 0) - (b.stopsAfter ?? 0));
  const isTurning = ({ longFrom }: LotPart): boolean => longFrom > 0 && longFrom < dates;
  if (!covered.some(isTurning)) return [];
  return segmentsOf(covered, isTurning).map((own) => ({
    parts: own,
    turning: [...Map.groupBy(own.filter(isTurning), ({ longFrom }) => longFrom)].map(([longFrom, of]) => ({
      longFrom,
      parts: of,
    })),
  }));
}

/** A few lots: each by itself. Many: runs that turn and runs that do not, joined until they are few. */
function segmentsOf(
  covered: readonly LotPart[],
  isTurning: (part: LotPart) => boolean,
): readonly (readonly LotPart[])[] {
  const runs: LotPart[][] = [];
  for (const part of covered) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    const isSame = before !== undefined && isTurning(before) === isTurning(part) && !isTurning(part);
    if (last !== undefined && isSame) last.push(part);
    else runs.push([part]);
  }
  const size = Math.ceil(runs.length / MOST_SEGMENTS);
  return Array.from({ length: Math.ceil(runs.length / size) }, (_, at) =>
    runs.slice(at * size, (at + 1) * size).flat(),
  );
}

/** Ties what clocks stop to what new shorts cover. */
export function addCovers(
  builder: ModelBuilder,
  { goal, classes, covers }: GoalColumns,
  futures: readonly FutureColumns[],
): void {
  if (covers.length === 0) return;
  const soldFirst = soldOnFirst(classes);
  const coverage = new Terms();
  for (const future of futures) {
    const { future: one } = future.numbers;
    if (!one.isOpen && one.side === 'short' && one.asset === goal.goal.asset)
      coverage.plusTerms(coinsOpen(future, 0));
  }
  const all = new Terms();
  let before: Segment | null = null;
  for (const { parts, groups } of covers) {
    const coins = parts.reduce((sum, part) => sum + part.coins, 0);
    const left = leftOf(parts, soldFirst);
    const covered = builder.column(0, coins);
    builder.atMost(new Terms().plus(covered).plusTerms(left, -1), 0);
    all.plus(covered);
    const isReached: number | null = before === null ? null : reached(builder, before);
    if (isReached !== null) builder.atMost(new Terms().plus(covered).plus(isReached, -coins), 0);
    const turning = new Set(groups.flatMap(({ running }) => running.parts));
    const others = parts.filter((part) => !turning.has(part));
    const ofOthers = builder.column(0, coins);
    builder.atMost(new Terms().plus(ofOthers).plusTerms(leftOf(others, soldFirst), -1), 0);
    const stopped = new Terms().plus(covered, -1).plus(ofOthers);
    for (const group of groups) {
      const ofGroup = builder.column(0, group.coins);
      stopped.plus(ofGroup);
      builder.atMost(new Terms().plus(ofGroup).plusTerms(leftOf(group.running.parts, soldFirst), -1), 0);
      const running = soldFrom(group.running, group.longFrom).plus(ofGroup);
      builder.atMost(running.plusTerms(leftOf(group.running.parts, soldFirst), -1), 0);
      builder.atMost(soldFrom(group.stopped, 0).plus(ofGroup, -1), 0);
    }
    builder.equal(stopped, 0);
    before = { covered, coins, left, isReached };
  }
  // Lots that are offset may be fewer than what is hedged.
  const uncovered = builder.column(0, Number.POSITIVE_INFINITY);
  builder.equal(all.plus(uncovered).plusTerms(coverage, -1), 0);
  if (before === null) return;
  const room = goal.sell + goal.tolerance;
  builder.atMost(new Terms().plus(uncovered).plus(reached(builder, before), -room), 0);
}

interface Segment {
  readonly covered: number;
  readonly coins: number;
  readonly left: Terms;
  readonly isReached: number | null;
}

/** A yes or no: whether a segment, and all before it, are covered in full. */
function reached(builder: ModelBuilder, { covered, coins, left, isReached }: Segment): number {
  const isFull = builder.binary();
  const missing = new Terms().plusTerms(left).plus(covered, -1);
  builder.atMost(missing.plus(isFull, coins), coins);
  if (isReached !== null) builder.atMost(new Terms().plus(isFull).plus(isReached, -1), 0);
  return isFull;
}

/** What of parts the first date leaves. */
function leftOf(parts: readonly LotPart[], soldFirst: ReadonlyMap<LotPart, Terms>): Terms {
  const left = new Terms();
  for (const part of parts) left.plusConstant(part.coins).plusTerms(soldFirst.get(part) ?? new Terms(), -1);
  return left;
}

function soldFrom({ sold }: LotClass, from: number): Terms {
  const terms = new Terms();
  for (const [date, column] of sold.entries()) if (column !== null && date >= from) terms.plus(column);
  return terms;
}

function soldOnFirst(classes: readonly LotClass[]): ReadonlyMap<LotPart, Terms> {
  const found = new Map<LotPart, Terms>();
  for (const { parts, taken } of classes) {
    const first = taken.find(({ dates }) => dates[0] === 0);
    if (first === undefined) continue;
    for (const [place, part] of parts.entries()) {
      const terms = found.get(part) ?? new Terms();
      found.set(part, terms.plus(first.columns[place] ?? 0));
    }
  }
  return found;
}
