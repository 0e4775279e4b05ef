import { compare, subtract } from '../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { adjustedForGift } from './gift-loss.ts';
import type { LotElections } from '../lot-matching.ts';
import { isTaxed } from '../moves/lot-moves.ts';
import type { Matching } from './matching.ts';
import { NO_PARCEL } from './slice-columns.ts';

type Columns = Pick<Matching, 'moves' | 'slices' | 'parcels' | 'lots'>;

/**
 * Gives the slices of a disposal their shares of its proceeds; where units are missing, so is their share.
 * Untaxed causes, and sales whose price nobody knows, leave at cost: no gain, no loss.
 * In: `from`, the move's first slice. Rounds half-even to 18 decimals, the last share takes the rest.
 */
export function shareProceeds(columns: Columns, elections: LotElections, move: number, from: number): void {
  const { moves, slices } = columns;
  const gross = moves.amount[move] as Money | null;
  const cause = moves.cause[move];
  const atCost = gross === null || cause === null || cause === undefined || !isTaxed(cause);
  let left = gross === null ? zeroMoney : subtract(gross, moves.fee[move] as Money);
  let open = moves.quantity[move] as Quantity;
  for (let slice = from; slice < slices.count; slice++) {
    const quantity = slices.quantity[slice] as Quantity;
    const share = atCost ? zeroMoney : shareOf(left, quantity, open);
    left = subtract(left, share);
    open = subtract(open, quantity);
    const isLeftOut = atCost || (elections.unknownCost === 'left-out' && isUnknown(columns, slice));
    slices.proceeds[slice] = isLeftOut ? (slices.cost[slice] as Money) : share;
    slices.disposals.push(slice);
    if (!atCost && moves.giftValue.size > 0) adjustGift(columns, slice);
  }
}

/** What falls on a part of what is left; the last part takes all. */
export function shareOf(left: Money, quantity: Quantity, open: Quantity): Money {
  return compare(quantity, open) === 0 ? left : apportion(left, quantity, open, 'half-even');
}

/** Missing units are no units of unknown cost: that they cost nothing is an election of its own. */
function isUnknown({ slices }: Columns, slice: number): boolean {
  return slices.assumed.has(slice) && slices.parcel[slice] !== NO_PARCEL;
}

function adjustGift({ moves, slices, parcels, lots }: Columns, slice: number): void {
  // At average cost every unit costs the same, whoever it came from.
  if (slices.reason[slice] === 'average') return;
  const lot = parcels.lot[slices.parcel[slice] as number];
  const acquired = lot === undefined ? undefined : lots.move[lot];
  const value = acquired === undefined ? undefined : moves.giftValue.get(acquired);
  if (acquired === undefined || value === undefined) return;
  const quantity = slices.quantity[slice] as Quantity;
  const worth = apportion(value, quantity, moves.quantity[acquired] as Quantity, 'half-even');
  const cost = slices.cost[slice] as Money;
  const adjusted = adjustedForGift(slices.proceeds[slice] as Money, cost, worth);
  if (adjusted !== cost) slices.adjustedCost.set(slice, adjusted);
}
