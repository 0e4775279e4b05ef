/** Orders in which a goal's lots may leave. */
import { compare } from '../../../shared/num/arithmetic.ts';
import { moneyTimes, priceOf, valueOf } from '../../../shared/num/products.ts';
import { subtract } from '../../../shared/num/arithmetic.ts';
import { rate } from '../../../shared/num/parse.ts';
import { zeroPrice } from '../../../shared/num/types.ts';
import type { Price, Rate } from '../../../shared/num/types.ts';
import { compareDates, yearOf } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { ExitCase, ExitGoal, ExitLot } from './exit-case.ts';
import { yearsWithout } from './exit-years.ts';
import { coinPrice } from './schedule-actions.ts';

/** `given`: as the taxpayer's method would sell them. */
export type LotOrder = 'given' | 'fifo' | 'hifo' | 'min-tax';

/** The lots of a goal in an order, sold on a day. */
export const LOT_ORDERS: Readonly<
  Record<LotOrder, (goal: ExitGoal, date: LocalDate, given: ExitCase) => readonly ExitLot[]>
> = {
  given: ({ lots }) => lots,
  fifo: ({ lots }, _, given) =>
    lots.toSorted((a, b) => compareDates(acquired(a, given), acquired(b, given)) || byId(a, b)),
  hifo: ({ lots }) => ranked(lots, unitCost, true),
  'min-tax': (goal, date, given) => {
    const taxOf = unitTax(goal, date, given);
    return ranked(goal.lots, taxOf, false);
  },
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

/**
 * Tax of one unit of a lot sold on a day at the marginal rates of its year without the plan: losses come before gains.
 * Rounds half-even.
 */
function unitTax(goal: ExitGoal, date: LocalDate, given: ExitCase): (lot: ExitLot) => Price {
  const price = coinPrice(given, goal.asset, date);
  const rates = ratesOf(given, yearOf(date));
  return (lot) => {
    const value = valueOf(lot.quantity, price, 'half-even');
    const longTermFrom = given.book.lotOf(lot.lot)?.longTermFrom;
    const isLong = longTermFrom !== undefined && date >= longTermFrom;
    const tax = moneyTimes(
      subtract(value, lot.costBasis),
      isLong ? rates.longTerm : rates.shortTerm,
      'half-even',
    );
    return priceOf(tax, lot.quantity, 'half-even');
  };
}

/** Assumed where a year cannot be assessed: enough to order lots by. */
const ASSUMED = { shortTerm: rate('0.24'), longTerm: rate('0.15') };

function ratesOf(given: ExitCase, year: number): { readonly shortTerm: Rate; readonly longTerm: Rate } {
  const known = yearsWithout(given).years.find(({ input }) => input.year === year);
  return known?.assessment.marginalRates ?? ASSUMED;
}
