/** What a futures leg earns and costs from now to the exit, by the dates on which it is realised or paid. */
import { add, isNegative, isZero, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { moneyTimes, valueOf } from '../../../../shared/num/products.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import {
  compareDates,
  daysBetween,
  lastBusinessDayOfYear,
  lastDayOfYear,
  yearOf,
} from '../../../../shared/time/local-date.ts';
import { rollDates } from '../roll-dates.ts';
import type { PlannedLeg } from './comparison-case.ts';
import { priceOn } from './price-path.ts';
import type { Span } from './price-path.ts';

/** One dated cash flow of a leg, signed: in is positive. */
export interface LegFlow {
  readonly date: LocalDate;
  /** The tax year that it belongs to. */
  readonly year: number;
  readonly kind: 'profit' | 'carry' | 'fee';
  readonly amount: Money;
}

/**
 * The flows of a leg. Profit is realised when the leg is closed or rolled, of a section 1256 contract also on the last
 * business day of each year; carry runs evenly on the notional of today and is booked at each year's end and at the
 * exit (of a dated contract outside section 1256 when it is closed or rolled, because there it is part of the price);
 * fees fall due at opening, at each roll twice, and at closing.
 * Out: no fees where the venue's fee is not known.
 * Law: 26 U.S.C. 1256(a); for other futures no authority of their own: counted when closed, 26 U.S.C. 1001.
 */
export function legFlows(leg: PlannedLeg, span: Span): LegFlow[] {
  const realised = realisationDates(leg, span);
  const paid = carryDates(leg, span, realised);
  return [...profitFlows(leg, span, realised), ...carryFlows(leg, span, paid), ...feeFlows(leg, span)].filter(
    ({ amount }) => !isZero(amount),
  );
}

function realisationDates(leg: PlannedLeg, span: Span): LocalDate[] {
  const marks = leg.terms.section1256.status ? yearEnds(span, lastBusinessDayOfYear) : [];
  return [...new Set([...marks, ...rollDates(leg.terms, span.exit)])].sort(compareDates).concat(span.exit);
}

function carryDates(leg: PlannedLeg, span: Span, realised: readonly LocalDate[]): readonly LocalDate[] {
  if (leg.terms.section1256.status || leg.terms.kind === 'dated') return realised;
  return [...yearEnds(span, lastDayOfYear), span.exit];
}

function yearEnds({ asOf, exit }: Span, dayOf: (year: number) => LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let year = yearOf(asOf); year <= yearOf(exit); year++) {
    const date = dayOf(year);
    if (date > asOf && date < exit) dates.push(date);
  }
  return dates;
}

function profitFlows(leg: PlannedLeg, span: Span, dates: readonly LocalDate[]): LegFlow[] {
  let before = leg.price;
  return dates.map((date) => {
    const now = priceOn(leg.price, leg.change, date, span);
    const move = subtract(now, before);
    before = now;
    return {
      date,
      year: taxYearOf(leg, date),
      kind: 'profit',
      amount: valueOf(leg.coins, move, 'half-even'),
    };
  });
}

function carryFlows(leg: PlannedLeg, { asOf }: Span, dates: readonly LocalDate[]): LegFlow[] {
  const costToLeg = isNegative(leg.coins) ? leg.costToShort : negate(leg.costToShort);
  const perYear = negate(moneyTimes(leg.notional, costToLeg, 'half-even'));
  let before = asOf;
  return dates.map((date) => {
    const years = rateFromFraction(BigInt(daysBetween(before, date)), 365n, 'half-even');
    before = date;
    return {
      date,
      year: taxYearOf(leg, date),
      kind: 'carry',
      amount: moneyTimes(perYear, years, 'half-even'),
    };
  });
}

function feeFlows(leg: PlannedLeg, span: Span): LegFlow[] {
  const { takerFee } = leg.terms;
  if (takerFee === null) return [];
  const coins: Quantity = isNegative(leg.coins) ? negate(leg.coins) : leg.coins;
  const feeOn = (date: LocalDate, times: 1 | 2): LegFlow => {
    const notional = valueOf(coins, priceOn(leg.price, leg.change, date, span), 'half-even');
    const fee = negate(moneyTimes(notional, takerFee, 'half-even'));
    return { date, year: taxYearOf(leg, date), kind: 'fee', amount: times === 2 ? add(fee, fee) : fee };
  };
  return [
    feeOn(span.asOf, 1),
    ...rollDates(leg.terms, span.exit).map((date) => feeOn(date, 2)),
    feeOn(span.exit, 1),
  ];
}

/** What a section 1256 contract brings after the last business day of a year belongs to the next. */
function taxYearOf({ terms }: PlannedLeg, date: LocalDate): number {
  const year = yearOf(date);
  return terms.section1256.status && date > lastBusinessDayOfYear(year) ? year + 1 : year;
}

/** The sum of the flows of one kind. */
export function sumOfFlows(flows: readonly LegFlow[], kind: LegFlow['kind']): Money {
  return flows.reduce((total, flow) => (flow.kind === kind ? add(total, flow.amount) : total), zeroMoney);
}
