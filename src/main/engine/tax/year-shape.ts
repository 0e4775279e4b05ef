/**
 * How the tax of a year depends on its capital gains, in a shape that a search can use: sums of straight pieces. Exact
 * assessments stay with `assessYear`; what a shape leaves out, its maker says in `leavesOut`.
 *
 * With v = what gains add to income (a loss at most `lossLimit`) and g = the net capital gain within it:
 * tax = brackets(o) − stacked(o) + stacked(o + g′) + flatRate × (o + g′) + onGains(v),
 * where g′ = g + `otherPreferential`, o = `otherTaxable` − `otherPreferential` + v − g, and nothing is negative.
 */
import type { Money, Rate } from '../../../shared/num/types.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';

/** A rate on what lies over an amount, up to the next band. */
export interface ShapeBand {
  readonly from: Money;
  readonly rate: Rate;
}

export interface YearShape {
  readonly year: number;
  readonly due: LocalDate;
  /** Results of the year with nothing planned, marks and what straddle rules make of them in it. Signed. */
  readonly shortTerm: Money;
  readonly longTerm: Money;
  /** Losses carried into the year with nothing planned, positive. */
  readonly carriedShort: Money;
  readonly carriedLong: Money;
  /** Of a marked contract's result, the part that is long-term. */
  readonly markedLongShare: Rate;
  /** The loss that lowers other income at most. */
  readonly lossLimit: Money;
  /** Income without gains, less what is deducted from it. Signed: deductions may be left over for gains. */
  readonly otherTaxable: Money;
  /** Of that, what is taxed like long-term gain. */
  readonly otherPreferential: Money;
  readonly brackets: readonly ShapeBand[];
  readonly stacked: readonly ShapeBand[];
  readonly onGains: readonly ShapeBand[];
  readonly flatRate: Rate;
  /** Whole sentences. */
  readonly leavesOut: readonly string[];
}
