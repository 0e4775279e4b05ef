import type { HedgeLegState } from '../../../../shared/domain/hedge.ts';
import { compare } from '../../../../shared/num/arithmetic.ts';
import { msBetween } from '../../../../shared/time/instant.ts';
import type { Size } from '../units.ts';
import { positionKey } from './leg-fill.ts';
import { openContracts } from './leg-position.ts';
import type { LegMoment, LegPosition } from './leg-position.ts';

/** Fills of one order can be minutes apart: what is filled within a day of the first fill is the opening. */
const OPENING_MS = 86_400_000;

/**
 * A leg's life as its linked fills tell it: none yet; open; open in another quantity than on the day it was opened; open
 * in a later contract; flat again.
 */
export function legState(position: LegPosition): HedgeLegState {
  const [first] = position.moments;
  if (first === undefined) return 'planned';
  const open = openContracts(position);
  if (open.length === 0) return 'closed';
  if (open.some((one) => positionKey(one) !== first.key)) return 'rolled';
  const now = position.moments.at(-1)?.open.size;
  return now !== undefined && compare<Size>(now, openingSize(position.moments, first)) !== 0
    ? 'adjusted'
    : 'opened';
}

/** What the leg was when its opening was complete. */
function openingSize(moments: readonly LegMoment[], first: LegMoment): Size {
  const opening = moments.filter(
    ({ key, time }) => key === first.key && msBetween(first.time, time) < OPENING_MS,
  );
  return (opening.at(-1) ?? first).open.size;
}
