import type { EventId } from '../../../shared/domain/event.ts';
import type { FuturesPosition } from '../futures/position.ts';
import { MOST_PARTS } from './listed.ts';

/** The `explain` id of a figure of a position. Where longs and shorts are kept apart, the side is part of it. */
export function positionId(
  { contract, account, positionSide }: Pick<FuturesPosition, 'contract' | 'account' | 'positionSide'>,
  field: string,
): string {
  const side = positionSide === 'one-way' ? '' : `:${positionSide}`;
  return `position:${contract}@${account}${side}/${field}`;
}

/** The latest fills of the open position, as many as a person reads. */
export function fillsOf({ openFills }: Pick<FuturesPosition, 'openFills'>): readonly EventId[] {
  return openFills.slice(-MOST_PARTS);
}
