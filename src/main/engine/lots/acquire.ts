import type { IncomeReason, LedgerEvent } from '../../../shared/domain/event.ts';
import type { LotId } from '../../../shared/domain/lot.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { localDateOf } from '../../../shared/time/time-zone.ts';
import type { LotOrigin } from './lot-matching.ts';
import type { Acquire, ReceiveMoney } from './lot-moves.ts';
import { parcelOf } from './parcel.ts';
import type { Walk } from './walk.ts';

/** Opens a lot, and notes the income where it is some. */
export function acquire(walk: Walk, move: Acquire, event: LedgerEvent, rank: number): void {
  const { account, asset, quantity } = move;
  const acquired = move.acquired ?? event.time;
  const acquiredDate = localDateOf(acquired, walk.options.timeZone);
  const origin: LotOrigin = {
    id: nextLotId(walk, event),
    event: event.id,
    asset,
    account,
    quantity,
    costBasis: move.cost ?? zeroMoney,
    acquired,
    acquiredDate,
    longTermFrom: walk.options.longTermFrom(acquiredDate),
    basisUnknown: move.cost === null,
  };
  walk.origins.set(origin.id, origin);
  walk.pools.of(asset, account).add(parcelOf(origin, rank));
  if (move.income !== undefined) noteIncome(walk, move, move.income, origin.costBasis, event);
}

/** Income in money opens no lot. */
export function receiveMoney(walk: Walk, move: ReceiveMoney, event: LedgerEvent): void {
  noteIncome(walk, move, move.income, move.value, event);
}

function noteIncome(
  walk: Walk,
  { asset, account, quantity }: Acquire | ReceiveMoney,
  reason: IncomeReason,
  value: Money,
  event: LedgerEvent,
): void {
  const date = localDateOf(event.time, walk.options.timeZone);
  walk.income.push({ event: event.id, time: event.time, date, asset, account, quantity, value, reason });
}

/** The event's id; a second lot of one event carries "#2", and so on. */
function nextLotId(walk: Walk, event: LedgerEvent): LotId {
  walk.lotsOfEvent++;
  return (walk.lotsOfEvent === 1 ? event.id : `${event.id}#${walk.lotsOfEvent}`) as string as LotId;
}
