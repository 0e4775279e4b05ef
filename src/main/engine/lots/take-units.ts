import { add, compare, isPositive, smaller, subtract } from '../../../shared/num/arithmetic.ts';
import { apportion } from '../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';
import type { LotChoice } from './lot-matching.ts';
import type { Parcel } from './parcel.ts';
import type { ParcelHeap } from './parcel-heap.ts';

/** Units taken out of one parcel, with the cost that goes with them. */
export interface Slice {
  readonly parcel: Parcel;
  readonly quantity: Quantity;
  readonly costBasis: Money;
}

export interface Taking {
  readonly slices: readonly Slice[];
  /** What the pool did not hold. */
  readonly missing: Quantity;
}

/** Takes units in the pool's order, as many as there are. */
export function takeUnits(pool: ParcelHeap, wanted: Quantity): Taking {
  const slices: Slice[] = [];
  let missing = wanted;
  while (isPositive(missing)) {
    const parcel = pool.first();
    if (parcel === undefined) break;
    if (isPositive(parcel.quantity)) {
      const slice = sliceOf(parcel, smaller(parcel.quantity, missing));
      slices.push(slice);
      missing = subtract(missing, slice.quantity);
    }
    if (!isPositive(parcel.quantity)) pool.removeFirst();
  }
  return { slices, missing };
}

/** Takes the units that a sale names. Out: besides the slices, which names the pool could not meet, and what it held. */
export function takeChosen(
  pool: ParcelHeap,
  wanted: Quantity,
  choices: readonly LotChoice[],
): Taking & { readonly unmet: readonly { readonly choice: LotChoice; readonly held: Quantity }[] } {
  const slices: Slice[] = [];
  const unmet: { choice: LotChoice; held: Quantity }[] = [];
  let missing = wanted;
  for (const choice of choices) {
    const parcels = pool.parcels.filter((parcel) => parcel.origin.id === choice.lot);
    let open = smaller(choice.quantity, missing);
    let held = zeroQuantity;
    for (const parcel of parcels) {
      held = add(held, parcel.quantity);
      const part = smaller(parcel.quantity, open);
      if (!isPositive(part)) continue;
      slices.push(sliceOf(parcel, part));
      open = subtract(open, part);
      missing = subtract(missing, part);
    }
    if (compare(held, choice.quantity) < 0) unmet.push({ choice, held });
  }
  return { slices, missing, unmet };
}

/** Takes part of a parcel; the last part takes all cost that is left, so that nothing is lost to rounding. */
function sliceOf(parcel: Parcel, quantity: Quantity): Slice {
  const isAll = compare(quantity, parcel.quantity) === 0;
  const costBasis = isAll
    ? parcel.costBasis
    : apportion(parcel.costBasis, quantity, parcel.quantity, 'half-even');
  parcel.quantity = isAll ? zeroQuantity : subtract(parcel.quantity, quantity);
  parcel.costBasis = isAll ? zeroMoney : subtract(parcel.costBasis, costBasis);
  return { parcel, quantity, costBasis };
}
