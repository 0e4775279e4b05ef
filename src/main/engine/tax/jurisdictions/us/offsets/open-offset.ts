import type { StraddleRegime } from '../../../../../../shared/domain/tax-elections.ts';
import { isPositive, isZero, smaller, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../../../shared/num/products.ts';
import type { Quantity } from '../../../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import type { Offset } from '../straddles/straddle-case.ts';

/** Coins of the long side that one short covers, while the walk through time goes on. */
export interface OpenOffset {
  readonly short: Offset['short'];
  readonly long: Offset['long'];
  readonly from: LocalDate;
  readonly regime: StraddleRegime;
  readonly by: Offset['by'];
  /** As it began: what leaves of the long side is told by the long side itself. */
  readonly quantity: Quantity;
  /** What is still covered. */
  left: Quantity;
  /** It goes on from one that ended the same day. */
  readonly goesOn: boolean;
}

/** Offsets as they begin and end. */
export class OffsetBook {
  readonly ended: Offset[] = [];
  readonly #open = new Map<Offset['short'], OpenOffset[]>();

  openOf(short: Offset['short']): readonly OpenOffset[] {
    return this.#open.get(short) ?? [];
  }

  begin(offset: Omit<OpenOffset, 'left' | 'goesOn'>, goesOn = false): OpenOffset {
    const begun: OpenOffset = { ...offset, left: offset.quantity, goesOn };
    const open = this.#open.get(offset.short);
    if (open === undefined) this.#open.set(offset.short, [begun]);
    else open.push(begun);
    return begun;
  }

  /**
   * What a short covers shrinks to a part, on all its longs alike. What goes on begins anew that day.
   * Rounds half-even; never more than what was covered.
   */
  shrink(short: Offset['short'], kept: Quantity, of: Quantity, date: LocalDate): void {
    const before = this.openOf(short);
    this.#open.delete(short);
    for (const one of before) {
      this.#end(one, date);
      if (!isPositive(one.left)) continue;
      const quantity = smaller(apportion(one.left, kept, of, 'half-even'), one.left);
      if (!isZero(quantity)) this.begin({ ...one, from: date, quantity }, true);
    }
  }

  /** What a short covers shrinks to so many units, those that it began to cover last first. */
  keepFirst(short: Offset['short'], units: Quantity, date: LocalDate): void {
    let left = units;
    const kept: OpenOffset[] = [];
    for (const one of this.openOf(short)) {
      const quantity = smaller(one.left, left);
      left = subtract(left, quantity);
      if (quantity !== one.left) this.#end(one, date);
      if (quantity === one.left) kept.push(one);
      else if (isPositive(quantity))
        kept.push({ ...one, from: date, quantity, left: quantity, goesOn: true });
    }
    this.#open.set(short, kept);
  }

  /** Units left the long side: covered units first. What covers nothing any more has ended. */
  uncover(one: OpenOffset, units: Quantity, date: LocalDate): Quantity {
    const taken = smaller(one.left, units);
    one.left = subtract(one.left, taken);
    if (isZero(one.left)) {
      const open = this.#open.get(one.short) ?? [];
      this.#open.set(
        one.short,
        open.filter((other) => other !== one),
      );
      this.#end(one, date);
    }
    return taken;
  }

  /** All offsets, those that last included. */
  all(): readonly Offset[] {
    const lasting = [...this.#open.values()].flat().map((one) => offsetOf(one, null));
    return [...this.ended, ...lasting];
  }

  #end(one: OpenOffset, date: LocalDate): void {
    // The day is told by what it goes on from.
    if (one.goesOn && one.from === date) return;
    this.ended.push(offsetOf(one, date));
  }
}

function offsetOf({ short, long, quantity, from, regime, by }: OpenOffset, until: LocalDate | null): Offset {
  return { short, long, quantity, from, until, regime, by };
}
