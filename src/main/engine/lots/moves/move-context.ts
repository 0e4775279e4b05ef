import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { EventId, LedgerEvent } from '../../../../shared/domain/event.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { OwnMovement } from '../../events/own-movement.ts';
import type { LotElections } from '../lot-matching.ts';
import type { Valuer } from '../../valuation/valuer.ts';

/** Movements by the events at which their units leave and arrive. */
export interface MovementsByEvent {
  readonly leavingAt: ReadonlyMap<EventId, readonly OwnMovement[]>;
  readonly arrivingAt: ReadonlyMap<EventId, readonly OwnMovement[]>;
  /** The assets of an event whose other side is known. */
  readonly assetsMoved: ReadonlyMap<EventId, ReadonlySet<AssetId>>;
}

/** What moves are made from, besides the event itself. */
export interface MoveContext {
  readonly valuer: Valuer;
  readonly movements: MovementsByEvent;
  readonly futuresAccounts: ReadonlySet<AccountId>;
  /** What becomes of units whose cost nobody knows. */
  readonly unknownCost: LotElections['unknownCost'];
  report(issue: Issue): void;
}

/**
 * Movements by event. Where clocks differ and the arrival stands before the departure, units leave when they arrive.
 * In: the events in ledger order.
 */
export function movementsByEvent(
  events: readonly LedgerEvent[],
  movements: readonly OwnMovement[],
): MovementsByEvent {
  const leavingAt = new Map<EventId, OwnMovement[]>();
  const arrivingAt = new Map<EventId, OwnMovement[]>();
  const assetsMoved = new Map<EventId, Set<AssetId>>();
  const placeOf = placesOf(events, movements);
  for (const movement of movements) {
    const { from, to, asset } = movement;
    const departsLater = (placeOf.get(from.event) ?? 0) > (placeOf.get(to.event) ?? 0);
    listOf(leavingAt, departsLater ? to.event : from.event).push(movement);
    listOf(arrivingAt, to.event).push(movement);
    for (const event of [from.event, to.event]) {
      const assets = assetsMoved.get(event) ?? new Set();
      assetsMoved.set(event, assets.add(asset));
    }
  }
  return { leavingAt, arrivingAt, assetsMoved };
}

function placesOf(
  events: readonly LedgerEvent[],
  movements: readonly OwnMovement[],
): ReadonlyMap<EventId, number> {
  const wanted = new Set(movements.flatMap(({ from, to }) => [from.event, to.event]));
  const places = new Map<EventId, number>();
  for (const [place, { id }] of events.entries()) if (wanted.has(id)) places.set(id, place);
  return places;
}

function listOf(lists: Map<EventId, OwnMovement[]>, event: EventId): OwnMovement[] {
  const known = lists.get(event);
  if (known !== undefined) return known;
  const list: OwnMovement[] = [];
  lists.set(event, list);
  return list;
}
