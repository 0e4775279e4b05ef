import { add, sum } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import type { Derived } from '../../derived.ts';

/** The tax of all assessed years, and the losses that are left for later ones. */
export interface TaxSums {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly byYear: ReadonlyMap<number, Money>;
  readonly total: Money;
  /** Carried forward from the last year and straddle losses that still wait then. */
  readonly lossesAhead: Money;
}

/** null where no year can be assessed: without tax details. */
export function sumsOf({ taxYears }: Pick<Derived, 'taxYears'>): TaxSums | null {
  const { years } = taxYears;
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) return null;
  const byYear = new Map(years.map(({ input, assessment }) => [input.year, assessment.totalTax]));
  const { shortTerm, longTerm } = last.assessment.carryforward;
  const waiting = last.straddles.deferred.map(({ amount }) => amount);
  return {
    firstYear: first.input.year,
    lastYear: last.input.year,
    byYear,
    total: sum([...byYear.values()], zeroMoney),
    lossesAhead: sum(waiting, add(shortTerm, longTerm)),
  };
}
