import { firstWhere } from '../../../../shared/first-where.ts';
import { add, subtract } from '../../../../shared/num/arithmetic.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';

/** Quantities by day, summed up so that any stretch of days is one subtraction. */
export interface AmountsByDay {
  /** All up to the end of a day. */
  upTo(date: LocalDate): Quantity;
  /** From one day to another, both included. */
  within(from: LocalDate, to: LocalDate): Quantity;
}

/** In: items in order of their dates. */
export function amountsByDay(
  items: readonly { readonly date: LocalDate; readonly quantity: Quantity }[],
): AmountsByDay {
  const before = sumsBefore(items);
  return {
    upTo: (date) => before(countWhile(items, (item) => item.date <= date)),
    within: (from, to) =>
      subtract(
        before(countWhile(items, (item) => item.date <= to)),
        before(countWhile(items, (item) => item.date < from)),
      ),
  };
}

/** The sum of all items before a place. */
export function sumsBefore(items: readonly { readonly quantity: Quantity }[]): (place: number) => Quantity {
  const sums: Quantity[] = [];
  for (const { quantity } of items) sums.push(add(sums.at(-1) ?? zeroQuantity, quantity));
  return (place) => sums[place - 1] ?? zeroQuantity;
}

/** How many items, from the first on, satisfy what only the first ones do. */
export function countWhile<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return firstWhere(items, (item) => !holds(item));
}
