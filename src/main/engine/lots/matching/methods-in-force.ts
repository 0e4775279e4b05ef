import { firstPlaceWhere } from '../../../../shared/first-where.ts';
import { invariant } from '../../../../shared/invariant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { startOfDay } from '../../../../shared/time/time-zone.ts';
import type { MatchOptions } from '../lot-matching.ts';
import type { WalkMethod } from '../methods/lot-pools.ts';
import type { LotMoves, Place } from '../moves/move-columns.ts';

/** The method in force at each move, of the account in which it happens. */
export function methodsInForce(moves: LotMoves, options: MatchOptions): WalkMethod[] {
  return moves.place.map((place, move) => {
    const { account } = moves.places[place] as Place;
    const method = options.methodAt(account, timeOf(moves, move));
    invariant(method !== 'section-104', 'what looks ahead is matched by rules');
    return method;
  });
}

/** The first move of the time in which basis is kept by account; 0 where it always is, Infinity where it never is. */
export function byAccountFrom(moves: LotMoves, { scope, timeZone }: MatchOptions): number {
  if (scope === 'account') return 0;
  if (scope === 'universal') return Infinity;
  const start = startOfDay(scope.universalUntil, timeZone);
  return firstPlaceWhere(moves.count, (move) => timeOf(moves, move) >= start);
}

function timeOf(moves: LotMoves, move: number): Instant {
  return moves.events[moves.event[move] as number]?.time as Instant;
}
