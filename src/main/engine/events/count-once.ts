/**
 * One profit, two files: Binance's trade history states a fill with its profit and fee, and its transaction history
 * states both again as rows of their own. Both stay in the ledger as facts; here it is decided which rows count.
 *
 * A stated row repeats a fill's leg where account, contract, asset, role and amount are equal and their times are at
 * most two seconds apart; each leg is repeated at most once. What no fill explains counts: the trade history may not
 * be there, or cover another period.
 */
import { compareEvents } from '../../../shared/domain/event-order.ts';
import type { EventId, LedgerEvent, Leg } from '../../../shared/domain/event.ts';
import { toText } from '../../../shared/num/format.ts';
import { msBetween } from '../../../shared/time/instant.ts';

/** The files state one moment by different clocks. */
const windowMs = 2000;

export interface CountedOnce {
  /** The events that count, in the order given. */
  readonly counted: readonly LedgerEvent[];
  /** Rows that only repeat, each with the fill that states the same. */
  readonly repeats: ReadonlyMap<EventId, EventId>;
}

/** Stated rows and fills' legs with everything equal but the time. */
interface Group {
  readonly stated: LedgerEvent[];
  readonly fills: LedgerEvent[];
}

/** Leaves out what repeats. Out: independent of the order in which the events come. */
export function countOnce(events: readonly LedgerEvent[]): CountedOnce {
  const groups = groupsOf(events);
  const repeats = new Map<EventId, EventId>();
  for (const group of groups.values()) matchGroup(group, repeats);
  const counted = repeats.size === 0 ? events : events.filter((event) => !repeats.has(event.id));
  return { counted, repeats };
}

function groupsOf(events: readonly LedgerEvent[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const event of events) {
    const leg = statedLeg(event);
    if (leg !== undefined) groupAt(groups, keyOf(leg, event.contract)).stated.push(event);
  }
  if (groups.size === 0) return groups;
  for (const event of events) {
    if (event.fill === undefined) continue;
    for (const leg of event.legs) groups.get(keyOf(leg, event.fill.contract))?.fills.push(event);
  }
  return groups;
}

/** The one leg of a row that states a profit, fee or rebate without its fill. */
function statedLeg({ kind, fill, contract, legs }: LedgerEvent): Leg | undefined {
  if (fill !== undefined || contract === undefined || legs.length !== 1) return undefined;
  return kind === 'realised-profit' || kind === 'futures-fee' || kind === 'rebate' ? legs[0] : undefined;
}

function keyOf({ account, asset, role, quantity }: Leg, contract: LedgerEvent['contract']): string {
  return `${account}|${contract ?? ''}|${asset}|${role}|${toText(quantity)}`;
}

function groupAt(groups: Map<string, Group>, key: string): Group {
  let group = groups.get(key);
  if (group === undefined) {
    group = { stated: [], fills: [] };
    groups.set(key, group);
  }
  return group;
}

/** Both sides by time, the earliest with the earliest: no other pairing explains more rows. */
function matchGroup({ stated, fills }: Group, repeats: Map<EventId, EventId>): void {
  if (fills.length === 0) return;
  stated.sort(compareEvents);
  fills.sort(compareEvents);
  let next = 0;
  for (const row of stated) {
    let fill = fills[next];
    while (fill !== undefined && msBetween(fill.time, row.time) > windowMs) fill = fills[++next];
    if (fill === undefined) return;
    if (msBetween(row.time, fill.time) > windowMs) continue;
    repeats.set(row.id, fill.id);
    next++;
  }
}
