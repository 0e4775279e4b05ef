/** Records name events and lots by what they were called then; a row may have become part of another event since. */
import type { EventId } from '../../shared/domain/event.ts';
import type { HedgePlan } from '../../shared/domain/hedge.ts';
import type { LotId } from '../../shared/domain/lot.ts';
import type { Assembly } from '../engine/events/assemble-parts.ts';

type Wholes = Assembly['eventOf'];

/** The event that a row is part of; itself where it is none of another. */
export function wholeEvent(eventOf: Wholes, event: EventId): EventId {
  return eventOf.get(event) ?? event;
}

/** The lot of the event that a row is part of. Lots are named after events, with what tells several of one apart. */
export function wholeLot(eventOf: Wholes, lot: LotId): LotId {
  if (eventOf.size === 0) return lot;
  const [, before = '', event = '', after = ''] = /^(missing:)?([^#]*)(#.*)?$/u.exec(lot) ?? [];
  return `${before}${wholeEvent(eventOf, event as EventId)}${after}` as LotId;
}

/** A plan whose legs name events and lots as they are called now. */
export function planNow(eventOf: Wholes, plan: HedgePlan): HedgePlan {
  if (eventOf.size === 0) return plan;
  const legs = plan.legs.map((leg) => ({
    ...leg,
    lots: leg.lots.map((one) => ({ ...one, lot: wholeLot(eventOf, one.lot) })),
    fills: [...new Set(leg.fills.map((fill) => wholeEvent(eventOf, fill)))],
  }));
  return { ...plan, legs };
}
