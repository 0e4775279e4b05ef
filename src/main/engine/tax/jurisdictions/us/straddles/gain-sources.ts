import { addDays, compareDates, lastDayOfYear } from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import { compareText } from './compare-text.ts';
import type { EffectiveOffset, Offsetting, StraddlePosition } from './effective-offsets.ts';

/** A position whose unrecognised gain can hold a loss back, and the offset that limits how much of it. */
export interface GainSource {
  readonly of: StraddlePosition;
  /** null: all of its gain (successors). */
  readonly by: EffectiveOffset | null;
}

export interface LossLeg {
  readonly position: StraddlePosition;
  /** The day it was disposed of; null while it is only marked. */
  readonly disposed: LocalDate | null;
  /** Of a lot: what offset the units that left; elsewhere all offsets of the position. */
  readonly offsets?: readonly EffectiveOffset[];
}

/**
 * What can hold back the losses of a position, in the order in which it does.
 *
 * its own offsets → successors: entered from 30 days before to 30 days after the loss leg was disposed of, offsetting a leg
 * that was kept → what offsets the successors
 * Law: 26 U.S.C. 1092(a)(1); Reg. 1.1092(b)-1T(a)(2), -5T(n).
 */
export function gainSourcesOf(
  { position, disposed, offsets }: LossLeg,
  year: number,
  { byPosition }: Pick<Offsetting, 'byPosition'>,
): readonly GainSource[] {
  const end = lastDayOfYear(year);
  const own = startedBy(offsets ?? byPosition.get(position) ?? [], end);
  const sources: GainSource[] = own.map((by) => ({ of: otherSide(by, position), by }));
  if (disposed === null || disposed > end) return sources;
  for (const successor of successorsOf(position, own, disposed, byPosition, end)) {
    sources.push({ of: successor, by: null });
    for (const by of startedBy(byPosition.get(successor) ?? [], end))
      sources.push({ of: otherSide(by, successor), by });
  }
  return sources;
}

function startedBy(all: readonly EffectiveOffset[], end: LocalDate): readonly EffectiveOffset[] {
  const last = all.at(-1);
  return last === undefined || last.from <= end ? all : all.filter(({ from }) => from <= end);
}

function otherSide(by: EffectiveOffset, position: StraddlePosition): StraddlePosition {
  return by.short.id === position ? by.longId : by.short.id;
}

function successorsOf(
  position: StraddlePosition,
  own: readonly EffectiveOffset[],
  disposed: LocalDate,
  byPosition: Offsetting['byPosition'],
  end: LocalDate,
): readonly StraddlePosition[] {
  const earliest = addDays(disposed, -30);
  const latest = addDays(disposed, 30);
  const found = new Map<StraddlePosition, LocalDate>();
  for (const kept of new Set(own.map((by) => otherSide(by, position)))) {
    for (const by of byPosition.get(kept) ?? []) {
      const successor = otherSide(by, kept);
      const entered =
        by.short.id === successor ? by.short.opened : (by.lot?.acquired ?? by.longFuture?.opened);
      if (successor === position || entered === undefined || found.has(successor)) continue;
      if (by.from <= end && entered >= earliest && entered <= latest) found.set(successor, entered);
    }
  }
  return [...found]
    .sort(([a, first], [b, second]) => compareDates(first, second) || compareText(a, b))
    .map(([successor]) => successor);
}
