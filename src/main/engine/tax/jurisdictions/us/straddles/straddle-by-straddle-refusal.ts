import type { EffectiveOffset } from './effective-offsets.ts';
import type { StraddleFuture } from './straddle-case.ts';

/**
 * The paragraph of Reg. 1.1092(b)-3T that a story needs and this program does not model; null where it needs only
 * (b)(2), all legs closed on one day, or (b)(4), all section 1256 legs closed (or marked at a year's end).
 */
export function straddleByStraddleRefusal(
  short: StraddleFuture,
  offsets: readonly EffectiveOffset[],
): string | null {
  if (!short.section1256 || offsets.some(({ lot }) => lot === null)) return '(a)';
  for (const { lot, from } of offsets) {
    const left = (lot?.departures ?? []).filter(
      ({ date }) => date >= from && (short.closed === null || date <= short.closed),
    );
    if (left.length === 0) continue;
    if (left.some(({ date }) => short.closed === null || date < short.closed)) return '(b)(3)';
    const isWhole = offsets.every(({ lot: other }) =>
      (other?.departures ?? []).some(({ date }) => date === short.closed),
    );
    if (!isWhole) return '(b)(5)';
  }
  const longs = new Set(offsets.map(({ longId }) => longId));
  return longs.size < offsets.length ? '(b)(5)' : null;
}
