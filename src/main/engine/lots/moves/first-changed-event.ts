import type { EventId } from '../../../../shared/domain/event.ts';
import type { PriceMark } from '../../../../shared/domain/price-mark.ts';
import { firstWhere } from '../../../../shared/first-where.ts';
import { toText } from '../../../../shared/num/format.ts';
import { epochMs } from '../../../../shared/time/instant.ts';
import { timeZoneText } from '../../../../shared/time/time-zone.ts';
import type { OwnMovement } from '../../events/own-movement.ts';
import { CLOCK_SKEW_MS } from '../../events/pair-transfers.ts';
import { REACH_MS } from '../../valuation/price-book.ts';
import { defaultLotElections } from '../lot-matching.ts';
import type { CountedEvents, MoveOptions } from '../lot-matching.ts';
import type { LotMoves } from './move-columns.ts';

/**
 * The place of the first event that may do something else to lots than in an earlier state of the ledger; 0 where
 * nothing of that can be kept.
 * In: events that did not change are the same objects as before.
 */
export function firstChangedEvent(before: LotMoves, events: CountedEvents, options: MoveOptions): number {
  if (!isSameElsewhere(before.options, options)) return 0;
  let first = firstOther(before.events, events);
  const price = firstPriceChange(before.options.prices.marks, options.prices.marks);
  if (price !== null) first = Math.min(first, firstWithin(events, price));
  const moved = changedMovements(before.options.movements, options.movements);
  if (moved.size > 0) first = Math.min(first, firstOf(before.events, moved), firstOf(events, moved));
  return first;
}

/** What a movement is, in one text. */
export function movementKey({ asset, from, to, sent, received, feeValue }: OwnMovement): string {
  const ends = `${from.event} ${from.account} ${to.event} ${to.account}`;
  const fee = feeValue === undefined ? '' : toText(feeValue);
  return `${asset} ${ends} ${toText(sent)} ${toText(received)} ${fee}`;
}

function isSameElsewhere(a: MoveOptions, b: MoveOptions): boolean {
  const accounts = b.futuresAccounts ?? new Set();
  return (
    timeZoneText(a.timeZone) === timeZoneText(b.timeZone) &&
    a.prices.currency === b.prices.currency &&
    a.prices.stablecoinsAtPar === b.prices.stablecoinsAtPar &&
    electionsText(a) === electionsText(b) &&
    (a.futuresAccounts?.size ?? 0) === accounts.size &&
    [...(a.futuresAccounts ?? [])].every((account) => accounts.has(account))
  );
}

/** The elections that change moves or what is said of them. */
function electionsText({ elections }: MoveOptions): string {
  const { transferFee, unknownCost } = { ...defaultLotElections, ...elections };
  return `${transferFee} ${unknownCost}`;
}

function firstOther(before: CountedEvents, now: CountedEvents): number {
  const most = Math.min(before.length, now.length);
  let place = 0;
  while (place < most && before[place] === now[place]) place++;
  return place;
}

/** The earliest time at which the price books may differ; null where they are the same. */
function firstPriceChange(before: readonly PriceMark[], now: readonly PriceMark[]): number | null {
  if (before === now) return null;
  let place = 0;
  while (place < before.length && place < now.length && isSameMark(before[place], now[place])) place++;
  let first = Infinity;
  for (const marks of [before, now])
    for (let at = place; at < marks.length; at++)
      first = Math.min(first, epochMs((marks[at] as PriceMark).time));
  return first === Infinity ? null : first;
}

function isSameMark(a: PriceMark | undefined, b: PriceMark | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return a.of === b.of && a.time === b.time && a.price === b.price && a.source === b.source;
}

/** The first event that a price of that time can reach; a fee can stand at the arrival, before the departure it is valued at. */
function firstWithin(events: CountedEvents, time: number): number {
  const reached = time - REACH_MS - CLOCK_SKEW_MS;
  return firstWhere(events, (event) => epochMs(event.time) >= reached);
}

/** The events of movements that are in one list and not in the other. */
function changedMovements(before: readonly OwnMovement[], now: readonly OwnMovement[]): ReadonlySet<EventId> {
  const counts = new Map<string, { count: number; readonly movement: OwnMovement }>();
  const put = (movements: readonly OwnMovement[], sign: 1 | -1): void => {
    for (const movement of movements) {
      const key = movementKey(movement);
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { count: sign, movement });
      else known.count += sign;
    }
  };
  put(before, 1);
  put(now, -1);
  const changed = [...counts.values()].filter(({ count }) => count !== 0);
  return new Set(changed.flatMap(({ movement: { from, to } }) => [from.event, to.event]));
}

function firstOf(events: CountedEvents, wanted: ReadonlySet<EventId>): number {
  const place = events.findIndex(({ id }) => wanted.has(id));
  return place === -1 ? events.length : place;
}
