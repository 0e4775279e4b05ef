/** Checked by the compiler alone: units of futures do not mix. */
import { add } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { linear } from './payoff/linear.ts';
import { inverse } from './payoff/inverse.ts';
import type { Coins, OrderQuantity, QuoteAmount, SettleAmount } from './units.ts';

declare const coins: Coins;
declare const quote: QuoteAmount;
declare const settle: SettleAmount;
declare const contracts: OrderQuantity<'contracts'>;
declare const base: OrderQuantity<'base'>;
declare const plain: Quantity;

export const sum: Coins = add(coins, coins);
// @ts-expect-error coins and quote money
add(coins, quote);
// @ts-expect-error coins and an amount of the settle asset
add(settle, coins);
// @ts-expect-error a plain quantity says no unit
export const unstated: Coins = plain;
// @ts-expect-error contracts are not coins
export const order: OrderQuantity<'base'> = contracts;
export const same: OrderQuantity<'base'> = base;
// @ts-expect-error the size of a linear contract is coins
linear.averageEntry(quote, settle);
// @ts-expect-error the size of an inverse contract is quote money
inverse.averageEntry(coins, settle);
