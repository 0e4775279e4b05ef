import type { LedgerEvent } from '../../../shared/domain/event.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { TransferDecision } from '../../../shared/domain/transfer-decision.ts';
import { compareInstants } from '../../../shared/time/instant.ts';
import { finished } from '../steps.ts';
import type { Steps } from '../steps.ts';
import { arrivalsOf, departuresOf, movementOf } from './own-movement.ts';
import type { OwnMovement } from './own-movement.ts';
import { pairedInSteps } from './pair-transfers.ts';

export interface OwnMovements {
  /** In the order in which units left. */
  readonly movements: readonly OwnMovement[];
  /** Departures and arrivals without their other side are not issues here: what they mean for lots is said there. */
  readonly issues: readonly Issue[];
}

/** What moved between own accounts, coins and money alike. In: events in ledger order, counted once; what the user says of pairs. */
export function ownMovementsOf(
  events: readonly LedgerEvent[],
  decisions: readonly TransferDecision[] = [],
): OwnMovements {
  return finished(movementsInSteps(events, decisions));
}

/** As `ownMovementsOf`. */
export function* movementsInSteps(
  events: readonly LedgerEvent[],
  decisions: readonly TransferDecision[],
): Steps<OwnMovements> {
  const within = events.filter((event) => event.kind === 'transfer').flatMap(movementsWithin);
  yield;
  const { movements, issues } = yield* pairedInSteps(events, decisions);
  return {
    movements: [...within, ...movements].sort((a, b) => compareInstants(a.from.time, b.from.time)),
    issues,
  };
}

/** One event with both sides: each departure with the arrival of its asset. */
function movementsWithin(event: LedgerEvent): readonly OwnMovement[] {
  const arrivals = arrivalsOf(event);
  return departuresOf(event).flatMap((departure) => {
    const arrival = arrivals.find(({ asset }) => asset === departure.asset);
    return arrival === undefined ? [] : [movementOf(departure, arrival, 'one-row')];
  });
}
