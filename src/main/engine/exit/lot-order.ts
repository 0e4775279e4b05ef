/** Orders in which a goal's lots may leave. */
import { compare } from '../../../shared/num/arithmetic.ts';
import { priceOf } from '../../../shared/num/products.ts';
import { zeroPrice } from '../../../shared/num/types.ts';
import type { Price } from '../../../shared/num/types.ts';
import { compareDates } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { ExitCase, ExitGoal, ExitLot } from './exit-case.ts';

/** `given`: as the taxpayer's method would sell them; `min-tax`: with the least tax (`least-tax.ts`). */
export type LotOrder = 'given' | 'fifo' | 'hifo' | 'min-tax';

/** The lots of a goal in an order, sold on a day. */
export const LOT_ORDERS: Readonly<
  Record<
    Exclude<LotOrder, 'min-tax'>,
    (goal: ExitGoal, date: LocalDate, given: ExitCase) => readonly ExitLot[]
  >
> = {
  given: ({ lots }) => lots,
  fifo: ({ lots }, _, given) =>
    lots.toSorted((a, b) => compareDates(acquired(a, given), acquired(b, given)) || byId(a, b)),
  hifo: ({ lots }) => ranked(lots, unitCost, true),
};

function acquired({ lot }: ExitLot, { book, asOf }: ExitCase): LocalDate {
  return book.lotOf(lot)?.lot.acquired ?? asOf;
}

function byId(a: ExitLot, b: ExitLot): number {
  return a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0;
}

function unitCost({ quantity, costBasis }: ExitLot): Price {
  return (quantity as unknown as bigint) === 0n ? zeroPrice : priceOf(costBasis, quantity, 'half-even');
}

function ranked(lots: readonly ExitLot[], key: (lot: ExitLot) => Price, dearestFirst: boolean): ExitLot[] {
  const keyed = lots.map((lot) => ({ lot, key: key(lot) }));
  const sign = dearestFirst ? -1 : 1;
  return keyed.toSorted((a, b) => sign * compare(a.key, b.key) || byId(a.lot, b.lot)).map(({ lot }) => lot);
}
