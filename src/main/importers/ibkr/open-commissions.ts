/**
 * What opening cost, first in first out, by contract: the broker takes it off the profit of closing, where it would be
 * counted twice.
 */
import { absolute, add, isNegative, isZero, smaller, subtract } from '../../../shared/num/arithmetic.ts';
import { apportion } from '../../../shared/num/products.ts';
import { type Quantity, zeroQuantity } from '../../../shared/num/types.ts';

interface Opened {
  size: Quantity;
  /** What opening it cost; below zero where the broker paid. */
  cost: Quantity;
}

interface Position {
  isShort: boolean;
  readonly lots: Opened[];
}

/** What a trade does by the broker's words; one that goes through zero does both. */
export interface Does {
  readonly opens: boolean;
  readonly closes: boolean;
}

export interface Closed {
  /** Contracts that it closed, and what opening them had cost. */
  readonly size: Quantity;
  readonly cost: Quantity;
  /** Whether the file holds the opening of all that was closed. */
  readonly isWhole: boolean;
}

export class OpenCommissions {
  readonly #positions = new Map<string, Position>();

  /**
   * In: `change`, signed contracts; `cost`, what this trade cost. Out: null where it closed nothing. Rounds half-even to
   * 18 decimals.
   */
  trade(contract: string, change: Quantity, cost: Quantity, { opens, closes }: Does): Closed | null {
    const position = this.#positions.get(contract) ?? { isShort: isNegative(change), lots: [] };
    this.#positions.set(contract, position);
    const size = absolute(change);
    const isAgainst = position.lots.length > 0 && position.isShort !== isNegative(change);
    if (!isAgainst && closes) return { size, cost: zeroQuantity, isWhole: false };
    const { left, paid } = isAgainst ? take(position.lots, size) : { left: size, paid: zeroQuantity };
    const isOpening = !isZero(left) && (opens || !closes);
    if (isOpening) {
      position.isShort = isNegative(change);
      position.lots.push({ size: left, cost: apportion(cost, left, size, 'half-even') });
    }
    if (!isAgainst) return null;
    return { size: isOpening ? subtract(size, left) : size, cost: paid, isWhole: isZero(left) || isOpening };
  }
}

/** Takes from the oldest. Out: what was not there, and what opening the rest had cost. */
function take(lots: Opened[], size: Quantity): { readonly left: Quantity; readonly paid: Quantity } {
  let left = size;
  let paid = zeroQuantity;
  for (let lot = lots[0]; lot !== undefined && !isZero(left); lot = lots[0]) {
    const part = smaller(left, lot.size);
    const share = apportion(lot.cost, part, lot.size, 'half-even');
    paid = add(paid, share);
    left = subtract(left, part);
    lot.size = subtract(lot.size, part);
    lot.cost = subtract(lot.cost, share);
    if (isZero(lot.size)) lots.shift();
  }
  return { left, paid };
}
