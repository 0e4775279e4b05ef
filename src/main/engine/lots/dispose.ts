import type { LedgerEvent } from '../../../shared/domain/event.ts';
import { compare, isPositive, subtract } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { apportion } from '../../../shared/num/products.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { yearOf } from '../../../shared/time/local-date.ts';
import { localDateOf } from '../../../shared/time/time-zone.ts';
import { issueOf } from '../issue-of.ts';
import { isTaxed } from './lot-moves.ts';
import type { Dispose } from './lot-moves.ts';
import { lotOrders } from './methods/lot-orders.ts';
import type { ParcelHeap } from './parcel-heap.ts';
import { takeChosen, takeUnits } from './take-units.ts';
import type { Slice, Taking } from './take-units.ts';
import { reportInsufficient } from './walk.ts';
import type { Walk } from './walk.ts';

/** Takes units that leave for good out of their pool and records what came of them. */
export function dispose(walk: Walk, move: Dispose, event: LedgerEvent): void {
  const date = localDateOf(event.time, walk.options.timeZone);
  const pool = poolOf(walk, move, date);
  const { slices, missing } = take(walk, pool, move, event);
  recordDisposals(walk, move, slices, event, date);
  if (isPositive(missing)) {
    reportInsufficient(walk, move, missing, event, 'The missing units are left out of the gains.');
  }
}

/** A pool, arranged by the method of the date's year. */
export function poolOf(walk: Walk, of: Pick<Dispose, 'asset' | 'account'>, date: LocalDate): ParcelHeap {
  const pool = walk.pools.of(of.asset, of.account);
  pool.reorder(lotOrders[walk.options.methodOf(yearOf(date))]);
  return pool;
}

/** By identification first, the rest by the method. */
function take(walk: Walk, pool: ParcelHeap, move: Dispose, event: LedgerEvent): Taking {
  const choices = move.cause === 'sale' ? walk.options.chosenLots?.get(event.id) : undefined;
  if (choices === undefined) return takeUnits(pool, move.quantity);
  const chosen = takeChosen(pool, move.quantity, choices);
  for (const { choice, held } of chosen.unmet) {
    const words = { lot: choice.lot, quantity: toText(choice.quantity), held: toText(held) };
    const place = { event: event.id, asset: move.asset, account: move.account };
    walk.issues.push(issueOf('lots/not-identified', 'error', { ...words, ...place }, place));
  }
  const rest = takeUnits(pool, chosen.missing);
  return { slices: [...chosen.slices, ...rest.slices], missing: rest.missing };
}

/**
 * Each slice with its share of the proceeds; where units are missing, so is their share.
 * Untaxed causes, and sales whose price nobody knows, leave at cost: no gain, no loss.
 */
export function recordDisposals(
  walk: Walk,
  move: Pick<Dispose, 'asset' | 'account' | 'quantity' | 'gross' | 'fee' | 'cause'>,
  slices: readonly Slice[],
  event: LedgerEvent,
  disposedDate: LocalDate,
): void {
  const atCost = move.gross === null || !isTaxed(move.cause);
  let left = move.gross === null ? zeroMoney : subtract(move.gross, move.fee);
  let open = move.quantity;
  for (const { parcel, quantity, costBasis } of slices) {
    const proceeds = atCost ? costBasis : shareOf(left, quantity, open);
    left = subtract(left, proceeds);
    open = subtract(open, quantity);
    const { id, acquired, acquiredDate, longTermFrom, basisUnknown } = parcel.origin;
    walk.disposals.push({
      event: event.id,
      asset: move.asset,
      account: move.account,
      quantity,
      lot: id,
      acquired,
      acquiredDate,
      disposed: event.time,
      disposedDate,
      proceeds,
      costBasis,
      gain: subtract(proceeds, costBasis),
      term: disposedDate >= longTermFrom ? 'long' : 'short',
      cause: move.cause,
      basisUnknown,
    });
  }
}

function shareOf(left: Money, quantity: Quantity, open: Quantity): Money {
  return compare(quantity, open) === 0 ? left : apportion(left, quantity, open, 'half-even');
}
