import type { MatchReason } from '../../../../shared/domain/lot.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';

/** No parcel: units that were missing and are assumed to have cost nothing. */
export const NO_PARCEL = -1;

/** Units taken out of parcels, in columns, in the order in which they were taken: also what undoes it. */
export class SliceColumns {
  /** The move that took it. */
  move: number[] = [];
  parcel: number[] = [];
  quantity: Quantity[] = [];
  /** What was taken out of the parcel. */
  cost: Money[] = [];
  /** Zero until the proceeds are shared out. */
  proceeds: Money[] = [];
  reason: MatchReason[] = [];
  /** The basis that counts where it is not what was taken out: losses on gifts. */
  readonly adjustedCost = new Map<number, Money>();
  /** Slices whose cost rests on an assumed cost of zero. */
  readonly assumed = new Set<number>();
  /** Slices that were disposed of: the others only moved. */
  disposals: number[] = [];

  get count(): number {
    return this.move.length;
  }

  add(move: number, parcel: number, quantity: Quantity, cost: Money, reason: MatchReason): number {
    this.parcel.push(parcel);
    this.quantity.push(quantity);
    this.cost.push(cost);
    this.proceeds.push(zeroMoney);
    this.reason.push(reason);
    return this.move.push(move) - 1;
  }

  /** Takes over a copy of the first slices. */
  copyFrom(other: SliceColumns, count: number): void {
    this.move = other.move.slice(0, count);
    this.parcel = other.parcel.slice(0, count);
    this.quantity = other.quantity.slice(0, count);
    this.cost = other.cost.slice(0, count);
    this.proceeds = other.proceeds.slice(0, count);
    this.reason = other.reason.slice(0, count);
    let disposals = other.disposals.length;
    while (disposals > 0 && (other.disposals[disposals - 1] ?? 0) >= count) disposals--;
    this.disposals = other.disposals.slice(0, disposals);
    for (const slice of other.assumed) if (slice < count) this.assumed.add(slice);
    for (const [slice, cost] of other.adjustedCost) if (slice < count) this.adjustedCost.set(slice, cost);
  }
}
