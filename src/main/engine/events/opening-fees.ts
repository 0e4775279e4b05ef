/** What opening futures cost, first in first out: brokers take it off the profit of closing, where it would count twice. */
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { Side } from '../../../shared/domain/event.ts';
import { add, isZero, smaller, subtract } from '../../../shared/num/arithmetic.ts';
import { apportion } from '../../../shared/num/products.ts';
import { type Quantity, zeroQuantity } from '../../../shared/num/types.ts';

/** What a trade cost; below zero where the broker paid. */
export interface Cost {
  readonly asset: AssetId;
  readonly amount: Quantity;
}

interface Opened {
  size: Quantity;
  cost: Quantity;
  readonly asset: AssetId;
}

export interface Traded {
  readonly side: Side;
  readonly size: Quantity;
  readonly cost: Cost;
  /** What its profit is in. */
  readonly money: AssetId;
  /** By the broker's words; a trade that goes through zero does both, one without words what the position asks for. */
  readonly opens: boolean;
  readonly closes: boolean;
}

export interface Closed {
  /** Contracts that it closed, and what opening them had cost, as far as that is known and was paid in the same money. */
  readonly size: Quantity;
  readonly cost: Quantity;
  readonly isWhole: boolean;
}

/** Of one contract in one account. */
export class OpeningFees {
  readonly #opened: Readonly<Record<Side, Opened[]>> = { buy: [], sell: [] };

  /** Out: null where it closed nothing. Rounds half-even to 18 decimals. */
  trade({ side, size, cost, money, opens, closes }: Traded): Closed | null {
    const against = this.#opened[side === 'buy' ? 'sell' : 'buy'];
    const taken = opens && !closes ? nothing(size) : take(against, size, money);
    const isOpening = !isZero(taken.left) && (opens || !closes);
    if (isOpening) {
      const own = apportion(cost.amount, taken.left, size, 'half-even');
      this.#opened[side].push({ size: taken.left, cost: own, asset: cost.asset });
    }
    const closed = isOpening ? subtract(size, taken.left) : size;
    if (isZero(closed)) return null;
    return { size: closed, cost: taken.paid, isWhole: taken.isOneMoney && (isZero(taken.left) || isOpening) };
  }
}

interface Taken {
  /** What was not there. */
  readonly left: Quantity;
  /** What opening the rest had cost in the money asked for, and whether it was all paid in that. */
  readonly paid: Quantity;
  readonly isOneMoney: boolean;
}

function nothing(size: Quantity): Taken {
  return { left: size, paid: zeroQuantity, isOneMoney: true };
}

/** Takes from the oldest. */
function take(lots: Opened[], size: Quantity, money: AssetId): Taken {
  let left = size;
  let paid = zeroQuantity;
  let isOneMoney = true;
  for (let lot = lots[0]; lot !== undefined && !isZero(left); lot = lots[0]) {
    const part = smaller(left, lot.size);
    const share = apportion(lot.cost, part, lot.size, 'half-even');
    if (lot.asset === money) paid = add(paid, share);
    else isOneMoney &&= isZero(share);
    left = subtract(left, part);
    lot.size = subtract(lot.size, part);
    lot.cost = subtract(lot.cost, share);
    if (isZero(lot.size)) lots.shift();
  }
  return { left, paid, isOneMoney };
}
