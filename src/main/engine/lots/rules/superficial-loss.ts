import {
  add,
  clampToZero,
  isNegative,
  isPositive,
  negate,
  smaller,
  subtract,
} from '../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../shared/num/products.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { addDays } from '../../../../shared/time/local-date.ts';
import { amountsByDay, countWhile } from './amounts-by-day.ts';
import type { AmountsByDay } from './amounts-by-day.ts';
import type { AssetUnits, Gone } from './asset-units.ts';
import { gainOf } from './proceeds.ts';

/** The sale’s own day lies between as many days before and after. */
export const SUPERFICIAL_LOSS_DAYS = 30;
const LAW = 'Income Tax Act s.54 "superficial loss", s.40(2)(g)(i)';

/**
 * Denies a loss as far as the units sold were replaced, and adds it to what the replacement cost.
 *
 *     denied = loss × min(S sold, P bought from 30 days before to 30 days after, B held at the end of day 30) ÷ S
 *
 * The cost of the pool rises at once where units bought in the thirty days before are still held; otherwise with the
 * first purchase after the sale. Each sale is looked at on its own: the law says no more about several at a time.
 * Law: Income Tax Act (Canada) s.54, 40(2)(g)(i), 53(1)(f). Purchases of affiliated persons (a spouse, a company, a
 * registered plan) count too, but are not in the facts.
 * Rounds: half-even to 18 decimals.
 */
export function superficialLosses({ acquired, gone }: AssetUnits): (sold: Gone, units: AssetUnits) => void {
  const bought = amountsByDay(acquired);
  const left = amountsByDay(gone);
  return (sold, units) => {
    const gain = gainOf(sold);
    if (!isNegative(gain)) return;
    const amount = deniedOf(negate(gain), sold, bought, left);
    if (!isPositive(amount)) return;
    sold.denied = { amount, law: LAW };
    addToReplacement(amount, sold, units);
  };
}

function deniedOf(loss: Money, sold: Gone, bought: AmountsByDay, left: AmountsByDay): Money {
  const lastDay = addDays(sold.date, SUPERFICIAL_LOSS_DAYS);
  const replaced = bought.within(addDays(sold.date, -SUPERFICIAL_LOSS_DAYS), lastDay);
  const heldInTheEnd = clampToZero(subtract(bought.upTo(lastDay), left.upTo(lastDay)));
  const units: Quantity = smaller(sold.quantity, smaller(replaced, heldInTheEnd));
  return apportion(loss, units, sold.quantity, 'half-even');
}

function addToReplacement(amount: Money, sold: Gone, { acquired, pool }: AssetUnits): void {
  const place = countWhile(acquired, ({ rank }) => rank < sold.rank);
  const last = acquired[place - 1];
  const next = acquired[place];
  const boughtBefore = last !== undefined && last.date >= addDays(sold.date, -SUPERFICIAL_LOSS_DAYS);
  if ((boughtBefore && isPositive(pool.quantity)) || next === undefined) pool.cost = add(pool.cost, amount);
  else next.leftCost = add(next.leftCost, amount);
}
