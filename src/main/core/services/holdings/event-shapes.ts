/**
 * Events sorted by shape: all that is said of them but time, amounts and ids. A million fills have a few hundred shapes,
 * so that a filter is decided once for each shape, and not once for each event.
 */
import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { compareEvents } from '../../../../shared/domain/event-order.ts';
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { isNegative } from '../../../../shared/num/arithmetic.ts';
import { LATEST } from '../../facts.ts';
import type { Session } from '../../session.ts';

export interface EventShapes {
  /** By place among the events, the place of its shape. */
  readonly shapeAt: Uint32Array;
  /** One event of each shape. */
  readonly shapes: readonly LedgerEvent[];
  /** Those of them that an event still has. */
  readonly inUse: readonly LedgerEvent[];
}

/** What was sorted last: what an edit did not touch is not looked at again. */
interface Latest {
  readonly events: readonly LedgerEvent[];
  readonly shapes: EventShapes;
  readonly known: Map<string, number>;
}

const KEY = `${LATEST}event shapes`;

/** The shapes of a ledger's events. In: events in ledger order; `cache`, where the last ones are kept. */
export function eventShapesOf(events: readonly LedgerEvent[], cache: Session['cache']): EventShapes {
  const latest = cache.get(KEY) as Latest | undefined;
  if (latest?.events === events) return latest.shapes;
  const sorted = sortedByShape(events, latest);
  cache.set(KEY, sorted);
  return sorted.shapes;
}

function sortedByShape(events: readonly LedgerEvent[], latest: Latest | undefined): Latest {
  const shapeAt = new Uint32Array(events.length);
  const shapes = [...(latest?.shapes.shapes ?? [])];
  const known = new Map(latest?.known);
  let before = 0; // the place of the next event of before that may be met again
  for (const [place, event] of events.entries()) {
    while (latest !== undefined && isBefore(latest.events[before], event)) before++;
    if (latest !== undefined && latest.events[before] === event) {
      shapeAt[place] = latest.shapes.shapeAt[before++] as number;
      continue;
    }
    const key = shapeOf(event);
    let shape = known.get(key);
    if (shape === undefined) known.set(key, (shape = shapes.push(event) - 1));
    shapeAt[place] = shape;
  }
  const used = new Set(shapeAt);
  const inUse = shapes.filter((_, shape) => used.has(shape));
  return { events, shapes: { shapeAt, shapes, inUse }, known };
}

function isBefore(earlier: LedgerEvent | undefined, event: LedgerEvent): boolean {
  return earlier !== undefined && earlier !== event && compareEvents(earlier, event) < 0;
}

/** Written out, because it runs for every event. */
function shapeOf(event: LedgerEvent): string {
  const { kind, reason, contract, fill, legs, source } = event;
  let key = `${kind}|${source.file}`;
  if (reason !== undefined) key += `|r${reason}`;
  if (contract !== undefined) key += `|c${contract}`;
  if (fill !== undefined) key += `|f${fill.account}|${fill.contract}|${fill.side}|${fill.positionSide}`;
  for (const leg of legs)
    key += `|${leg.account}|${leg.asset}|${leg.role}${isNegative(leg.quantity) ? '-' : '+'}`;
  return key;
}

export function assetsOf(events: readonly LedgerEvent[]): readonly AssetId[] {
  return events.flatMap(({ legs }) => legs.map(({ asset }) => asset));
}

export function accountsOf(events: readonly LedgerEvent[]): readonly AccountId[] {
  return events.flatMap(({ legs, fill }) => {
    const accounts = legs.map(({ account }) => account);
    return fill === undefined ? accounts : [...accounts, fill.account];
  });
}
