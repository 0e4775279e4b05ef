import type { Term } from '../../../../../../shared/domain/lot.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import { longTermFrom } from '../long-term-from.ts';
import type { EffectiveOffset } from './effective-offsets.ts';
import type { StraddleFuture, TaxPositionId } from './straddle-case.ts';

/**
 * The term of a result of a futures position outside section 1256, by its day.
 * Law: 26 U.S.C. 1222 and 1233: shorts are short-term; longs by more than one year, with the clock that a straddle ends and
 * starts again (Reg. 1.1092(b)-2T(a)). Assumes the one-year test also where an older six-month test may apply.
 */
export function futureTerm(
  future: StraddleFuture,
  offsets: readonly EffectiveOffset[],
): (date: LocalDate) => Term {
  if (future.side === 'short') return () => 'short';
  return (date) => {
    const start = holdingStart(future, offsets, date);
    return start !== null && date >= longTermFrom(start) ? 'long' : 'short';
  };
}

/** Where the clock of a long future runs from on a day; null while a straddle holds it. Offsets by their beginning. */
function holdingStart(
  { opened }: StraddleFuture,
  offsets: readonly EffectiveOffset[],
  date: LocalDate,
): LocalDate | null {
  let start = opened;
  for (const { from, until } of offsets) {
    if (from > date || from >= longTermFrom(start)) continue;
    if (until === null || until > date) return null;
    if (until > start) start = until;
  }
  return start;
}

/** Whether a short was entered against a long future that was long-term by then: Reg. 1.1092(b)-2T(b)(1). */
export function isLongTermAgainst(
  future: StraddleFuture,
  offsets: readonly EffectiveOffset[],
  is1256: (position: TaxPositionId) => boolean,
): boolean {
  return offsets.some(
    ({ short, longFuture, from }) =>
      short === future &&
      longFuture !== null &&
      !is1256(longFuture.id) &&
      from <= future.opened &&
      future.opened >= longTermFrom(longFuture.opened),
  );
}
