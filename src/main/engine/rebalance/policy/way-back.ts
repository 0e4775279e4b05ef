import type { Policy } from '../../../../shared/domain/policy.ts';
import {
  absolute,
  add,
  clampToZero,
  isNegative,
  larger,
  subtract,
  sum,
} from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { ratio, rateTimes } from '../../../../shared/num/products.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroRate } from '../../../../shared/num/types.ts';
import type { DriftLine } from '../drift.ts';

const HALF = rate('0.5');

/**
 * How far every line goes from where it stands towards its target when one acts: 1 is all the way. To the band edge it is
 * the least that brings every line, and every member with a band of its own, into its band; half way is the middle between that and the target.
 * All lines go the same part of their way, so that the weights still add up to one. Rounds up, into the band.
 */
export function wayBack(lines: readonly DriftLine[], returnTo: Policy['returnTo']): Rate {
  if (returnTo === 'target') return oneRate;
  const all = lines.flatMap((line) => [line, ...line.members]);
  const toEdge = all.reduce((far, line) => larger(far, wayToEdge(line)), zeroRate);
  return returnTo === 'band-edge' ? toEdge : rateTimes(add(toEdge, oneRate), HALF, 'up');
}

/** Of a member as of a line: it is outside only where it has a band of its own. */
function wayToEdge({
  outside,
  target,
  drift,
  bandLow,
  bandHigh,
}: Pick<DriftLine, 'outside' | 'target' | 'drift' | 'bandLow' | 'bandHigh'>): Rate {
  if (!outside) return zeroRate;
  const allowed = isNegative(drift) ? subtract(target, bandLow) : subtract(bandHigh, target);
  const away = absolute(drift);
  return ratio<Rate>(clampToZero(subtract(away, allowed)), away, 'up');
}

/** The weights that acting brings the lines to, in their order: they add up to one exactly. */
export function goalWeights(lines: readonly DriftLine[], way: Rate): readonly Rate[] {
  const goals = lines.map(({ effectiveWeight, drift }) =>
    subtract(effectiveWeight, rateTimes(drift, way, 'half-even')),
  );
  const last = goals.length - 1;
  return goals.map((goal, index) =>
    index === last ? subtract(oneRate, sum(goals.slice(0, last), zeroRate)) : goal,
  );
}
