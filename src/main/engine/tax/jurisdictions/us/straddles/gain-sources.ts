import { addDays, compareDates, lastDayOfYear } from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import { compareText } from './compare-text.ts';
import type { EffectiveOffset, Offsetting, StraddlePosition } from './effective-offsets.ts';
import { firstPlace } from './first-place.ts';

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

interface Successor {
  readonly of: StraddlePosition;
  readonly entered: LocalDate;
}

const bySuccession = (a: Successor, b: Successor): number =>
  compareDates(a.entered, b.entered) || compareText(a.of, b.of);

/**
 * What can hold back losses at the end of a year. Sources of one position are found once: thousands of losses ask for them.
 * In: `hasGain`, whether a position has any gain at that year's end; others are left out.
 */
export class GainSources {
  readonly #end: LocalDate;
  readonly #byPosition: Offsetting['byPosition'];
  readonly #hasGain: (of: StraddlePosition) => boolean;
  readonly #own = new Map<StraddlePosition, readonly GainSource[]>();
  readonly #asSuccessor = new Map<StraddlePosition, readonly GainSource[]>();
  readonly #otherSides = new Map<StraddlePosition, readonly Successor[]>();

  constructor(
    year: number,
    { byPosition }: Pick<Offsetting, 'byPosition'>,
    hasGain: (of: StraddlePosition) => boolean,
  ) {
    this.#end = lastDayOfYear(year);
    this.#byPosition = byPosition;
    this.#hasGain = hasGain;
  }

  /**
   * What can hold back the losses of a position, in the order in which it does, group by group.
   *
   * its own offsets → successors: entered from 30 days before to 30 days after the loss leg was disposed of, offsetting a leg
   * that was kept → what offsets the successors
   * Law: 26 U.S.C. 1092(a)(1); Reg. 1.1092(b)-1T(a)(2), -5T(n).
   */
  of({ position, disposed, offsets }: LossLeg): readonly (readonly GainSource[])[] {
    const own = offsets === undefined ? this.#ownOf(position) : this.#sourcesBy(offsets, position);
    if (disposed === null || disposed > this.#end) return [own];
    const started = startedBy(offsets ?? this.#byPosition.get(position) ?? [], this.#end);
    const kept = new Set(started.map((by) => otherSide(by, position)));
    const successors = this.#successorsOf(position, kept, disposed);
    return [own, ...successors.map(({ of }) => this.#sourcesOfSuccessor(of))];
  }

  #ownOf(position: StraddlePosition): readonly GainSource[] {
    let own = this.#own.get(position);
    if (own === undefined) {
      own = this.#sourcesBy(this.#byPosition.get(position) ?? [], position);
      this.#own.set(position, own);
    }
    return own;
  }

  #sourcesBy(offsets: readonly EffectiveOffset[], position: StraddlePosition): readonly GainSource[] {
    return startedBy(offsets, this.#end)
      .map((by) => ({ of: otherSide(by, position), by }))
      .filter(({ of }) => this.#hasGain(of));
  }

  #sourcesOfSuccessor(of: StraddlePosition): readonly GainSource[] {
    let sources = this.#asSuccessor.get(of);
    if (sources === undefined) {
      sources = this.#hasGain(of) ? [{ of, by: null }, ...this.#ownOf(of)] : this.#ownOf(of);
      this.#asSuccessor.set(of, sources);
    }
    return sources;
  }

  #successorsOf(
    position: StraddlePosition,
    kept: ReadonlySet<StraddlePosition>,
    disposed: LocalDate,
  ): readonly Successor[] {
    const earliest = addDays(disposed, -30);
    const latest = addDays(disposed, 30);
    const found = new Map<StraddlePosition, Successor>();
    for (const one of kept) {
      const others = this.#otherSidesOf(one);
      for (let place = firstPlace(others, ({ entered }) => entered >= earliest); ; place++) {
        const other = others[place];
        if (other === undefined || other.entered > latest) break;
        if (other.of !== position) found.set(other.of, other);
      }
    }
    const successors = [...found.values()];
    return kept.size > 1 ? successors.sort(bySuccession) : successors;
  }

  /** What stands against a position by the end of the year and can hold something back, by the day it was entered. */
  #otherSidesOf(position: StraddlePosition): readonly Successor[] {
    const known = this.#otherSides.get(position);
    if (known !== undefined) return known;
    const found = new Map<StraddlePosition, Successor>();
    for (const by of startedBy(this.#byPosition.get(position) ?? [], this.#end)) {
      const of = otherSide(by, position);
      const entered = by.short.id === of ? by.short.opened : (by.lot?.acquired ?? by.longFuture?.opened);
      if (entered !== undefined && !found.has(of)) found.set(of, { of, entered });
    }
    const others = [...found.values()]
      .filter(({ of }) => this.#sourcesOfSuccessor(of).length > 0)
      .sort(bySuccession);
    this.#otherSides.set(position, others);
    return others;
  }
}

function startedBy(all: readonly EffectiveOffset[], end: LocalDate): readonly EffectiveOffset[] {
  const last = all.at(-1);
  return last === undefined || last.from <= end ? all : all.filter(({ from }) => from <= end);
}

function otherSide(by: EffectiveOffset, position: StraddlePosition): StraddlePosition {
  return by.short.id === position ? by.longId : by.short.id;
}
