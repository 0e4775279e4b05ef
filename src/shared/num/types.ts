import { unitsPerOne } from './scale.ts';

declare const tag: unique symbol;

/** An exact amount of one currency; which one, its holder says. */
export interface Money {
  readonly [tag]: 'money';
}

/** An exact number of coins, contracts or shares; of what, its holder says. */
export interface Quantity {
  readonly [tag]: 'quantity';
}

/** Exact money per one unit of quantity. */
export interface Price {
  readonly [tag]: 'price';
}

/** An exact number without a unit: a share, a percentage (5 % is 0.05), a factor. */
export interface Rate {
  readonly [tag]: 'rate';
}

/**
 * Any exact number. `<`, `>`, `===` and `Map` keys work between two of one kind, because at run time
 * each is a bigint; arithmetic goes through this folder's functions, and mixing kinds does not compile.
 */
export type Exact = Money | Quantity | Price | Rate;

export const zeroMoney = 0n as unknown as Money;
export const zeroQuantity = 0n as unknown as Quantity;
export const zeroPrice = 0n as unknown as Price;
export const zeroRate = 0n as unknown as Rate;
export const oneRate = unitsPerOne as unknown as Rate;
