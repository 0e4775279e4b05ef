/**
 * Events sorted by shape: all that is said of them but time, amounts and ids. A million fills have a few hundred shapes,
 * so that a filter is decided once for each shape, and not once for each event.
 */
import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { isNegative } from '../../../../shared/num/arithmetic.ts';
import { keptFor } from '../../kept-for.ts';

export interface EventShapes {
  /** By place among the events, the place of its shape. */
  readonly shapeAt: Uint32Array;
  /** One event of each shape. */
  readonly shapes: readonly LedgerEvent[];
}

export const eventShapesOf = keptFor((events: readonly LedgerEvent[]): EventShapes => {
  const shapeAt = new Uint32Array(events.length);
  const shapes: LedgerEvent[] = [];
  const known = new Map<string, number>();
  for (const [place, event] of events.entries()) {
    const key = shapeOf(event);
    let shape = known.get(key);
    if (shape === undefined) known.set(key, (shape = shapes.push(event) - 1));
    shapeAt[place] = shape;
  }
  return { shapeAt, shapes };
});

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
