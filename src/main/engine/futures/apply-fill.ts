import { add, isZero, subtract } from '../../../shared/num/arithmetic.ts';
import { apportion } from '../../../shared/num/products.ts';
import type { Price } from '../../../shared/num/types.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import { noSize } from './amounts.ts';
import { payoffRules } from './payoff/payoff-rules.ts';
import type { UnitTerms } from './payoff/payoff.ts';
import { settleAmount } from './units.ts';
import type { OrderQuantity, PositionDirection, SettleAmount, Size } from './units.ts';

/** What is open: a size and what it was worth in the settle asset when entered. Flat is size zero. */
export interface OpenSize {
  readonly direction: PositionDirection;
  readonly size: Size;
  readonly entryValue: SettleAmount;
}

const nothing = settleAmount(zeroQuantity);

export interface FillApplied {
  readonly open: OpenSize;
  /** What the fill took off the position that was open. Zero where it only added. */
  readonly closedSize: Size;
  readonly closedEntryValue: SettleAmount;
  readonly exitValue: SettleAmount;
  /** Computed from the average entry; zero where nothing was closed. */
  readonly profit: SettleAmount;
  /** What was left of the fill after closing: zero, or opened the way of the fill (through zero). */
  readonly openedSize: Size;
}

/** A trade in the position's contract. */
export interface OrderFilled {
  readonly direction: PositionDirection;
  readonly quantity: OrderQuantity;
  readonly price: Price;
}

/**
 * A position after one more fill. The average entry stays as it is when part is closed; what goes through zero
 * opens at the fill's price.
 */
export function applyFill(terms: UnitTerms, open: OpenSize, fill: OrderFilled): FillApplied {
  const size = payoffRules(terms.payoff).sizeOf(terms, fill.quantity, fill.price);
  return isZero(open.size) || open.direction === fill.direction
    ? added(terms, open, fill, size)
    : closed(terms, open, fill, size);
}

function added(terms: UnitTerms, open: OpenSize, { direction, price }: OrderFilled, size: Size): FillApplied {
  const entryValue = add(open.entryValue, payoffRules(terms.payoff).valueAt(size, price));
  return {
    open: { direction, size: add(open.size, size), entryValue },
    closedSize: noSize,
    closedEntryValue: nothing,
    exitValue: nothing,
    profit: nothing,
    openedSize: size,
  };
}

function closed(
  terms: UnitTerms,
  open: OpenSize,
  { direction, price }: OrderFilled,
  size: Size,
): FillApplied {
  const rules = payoffRules(terms.payoff);
  const closesAll = size >= open.size;
  const closedSize = closesAll ? open.size : size;
  const closedEntryValue = closesAll
    ? open.entryValue
    : apportion(open.entryValue, closedSize, open.size, 'half-even');
  const exitValue = rules.valueAt(closedSize, price);
  const openedSize = closesAll ? subtract(size, closedSize) : noSize;
  return {
    open: isZero(openedSize)
      ? {
          direction: open.direction,
          size: subtract(open.size, closedSize),
          entryValue: subtract(open.entryValue, closedEntryValue),
        }
      : { direction, size: openedSize, entryValue: rules.valueAt(openedSize, price) },
    closedSize,
    closedEntryValue,
    exitValue,
    profit: rules.profit(open.direction, closedEntryValue, exitValue),
    openedSize,
  };
}
