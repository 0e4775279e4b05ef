/** Orders in which lots could leave on a day: each is tried by its exact price, so no single rule has to be the right one. */
import { compare, isZero, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { priceOf } from '../../../../shared/num/products.ts';
import type { Price } from '../../../../shared/num/types.ts';
import { zeroPrice } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { ExitCase, ExitGoal, ExitLot } from '../../exit/exit-case.ts';
import type { ExitSale } from '../../exit/exit-schedule.ts';

/** In which ways the lots of a goal could be put in order for a sale on a day. */
export type OfferedOrders = (
  given: ExitCase,
  goal: ExitGoal,
  date: LocalDate,
) => readonly (readonly ExitLot[])[];

/**
 * By the taxpayer's method; highest cost first; long-term first and of these highest cost first; short-term first, lowest gain
 * first; the hedged lots first (selling them frees what waits for them).
 */
export const lotOrders: OfferedOrders = (given, { lots }, date) => {
  const byCost = lots.toSorted((a, b) => compare<Price>(perCoin(b), perCoin(a)));
  const isLong = (lot: ExitLot): boolean => (given.book.lotOf(lot.lot)?.longTermFrom ?? date) <= date;
  const hedged = new Set<unknown>(given.futures.flatMap(({ offsets }) => offsets.map(({ long }) => long)));
  return [
    lots,
    byCost,
    [...byCost.filter(isLong), ...byCost.filter((lot) => !isLong(lot))],
    [...byCost.filter((lot) => !isLong(lot)), ...byCost.filter(isLong)],
    ...(hedged.size === 0
      ? []
      : [[...byCost.filter(({ lot }) => hedged.has(lot)), ...byCost.filter(({ lot }) => !hedged.has(lot))]]),
  ];
};

/** What a goal sells, taken in an order; as far as the lots reach. */
export function salesInOrder({ asset, sell }: ExitGoal, lots: readonly ExitLot[]): readonly ExitSale[] {
  const sales: ExitSale[] = [];
  let left = sell;
  for (const { lot, quantity } of lots) {
    if (isZero(left)) break;
    const taken = smaller(quantity, left);
    left = subtract(left, taken);
    sales.push({ asset, lot, quantity: taken });
  }
  return sales;
}

function perCoin({ costBasis, quantity }: ExitLot): Price {
  return isZero(quantity) ? zeroPrice : priceOf(costBasis, quantity, 'half-even');
}
