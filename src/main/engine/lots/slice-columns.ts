import type { MatchReason } from '../../../shared/domain/lot.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';

/** No parcel: units that were missing and are assumed to have cost nothing. */
export const NO_PARCEL = -1;

/** Units taken out of parcels, in columns, in the order in which they were taken: also what undoes it. */
export class SliceColumns {
  /** The move that took it. */
  readonly move: number[] = [];
  readonly parcel: number[] = [];
  readonly quantity: Quantity[] = [];
  /** What was taken out of the parcel. */
  readonly cost: Money[] = [];
  /** Zero until the proceeds are shared out. */
  readonly proceeds: Money[] = [];
  readonly reason: MatchReason[] = [];
  /** The basis that counts where it is not what was taken out: losses on gifts. */
  readonly adjustedCost = new Map<number, Money>();
  /** Slices that were disposed of: the others only moved. */
  readonly disposals: number[] = [];

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

  cutTo(count: number): void {
    for (let slice = count; slice < this.count; slice++) this.adjustedCost.delete(slice);
    const columns = [this.move, this.parcel, this.quantity, this.cost, this.proceeds, this.reason];
    for (const column of columns) column.length = count;
    let left = this.disposals.length;
    while (left > 0 && (this.disposals[left - 1] ?? 0) >= count) left--;
    this.disposals.length = left;
  }

  copyFrom(other: SliceColumns): void {
    for (let slice = 0; slice < other.count; slice++) {
      this.add(
        other.move[slice] as number,
        other.parcel[slice] as number,
        other.quantity[slice] as Quantity,
        other.cost[slice] as Money,
        other.reason[slice] as MatchReason,
      );
      this.proceeds[slice] = other.proceeds[slice] as Money;
    }
    for (const slice of other.disposals) this.disposals.push(slice);
    for (const [slice, cost] of other.adjustedCost) this.adjustedCost.set(slice, cost);
  }
}
