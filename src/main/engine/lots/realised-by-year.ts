import type { Disposal } from '../../../shared/domain/lot.ts';
import { add } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { yearOf } from '../../../shared/time/local-date.ts';
import { isTaxed } from './lot-moves.ts';

/** What taxed disposals of one local calendar year come to. */
export interface DisposedYear {
  readonly year: number;
  readonly proceeds: Money;
  readonly costBasis: Money;
  readonly shortTermGain: Money;
  readonly longTermGain: Money;
}

/** Disposals by the year of their local date, in order of years. Gifts, donations and losses are no part of it. */
export function realisedByYear(disposals: readonly Disposal[]): readonly DisposedYear[] {
  const years = new Map<number, DisposedYear>();
  for (const disposal of disposals) {
    if (!isTaxed(disposal.cause)) continue;
    const year = yearOf(disposal.disposedDate);
    years.set(year, withDisposal(years.get(year) ?? emptyDisposedYear(year), disposal));
  }
  return [...years.values()].sort((a, b) => a.year - b.year);
}

/** A year in which nothing was disposed of. */
export function emptyDisposedYear(year: number): DisposedYear {
  return {
    year,
    proceeds: zeroMoney,
    costBasis: zeroMoney,
    shortTermGain: zeroMoney,
    longTermGain: zeroMoney,
  };
}

function withDisposal(sums: DisposedYear, { proceeds, costBasis, gain, term }: Disposal): DisposedYear {
  const character = term === 'long' ? 'longTermGain' : 'shortTermGain';
  return {
    ...sums,
    proceeds: add(sums.proceeds, proceeds),
    costBasis: add(sums.costBasis, costBasis),
    [character]: add(sums[character], gain),
  };
}
