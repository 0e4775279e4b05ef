import type { Disposal } from '../../../shared/domain/lot.ts';
import { add } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { yearOf } from '../../../shared/time/local-date.ts';
import { isTaxed } from './moves/lot-moves.ts';

/** What taxed disposals of one local calendar year come to. */
export interface DisposedYear {
  readonly year: number;
  readonly proceeds: Money;
  readonly costBasis: Money;
  readonly shortTermGain: Money;
  readonly longTermGain: Money;
}

/** What a disposal comes to, whichever lot it was of. */
export type DisposedAmounts = Pick<
  Disposal,
  'asset' | 'account' | 'disposedDate' | 'proceeds' | 'costBasis' | 'gain' | 'term' | 'cause' | 'basisUnknown'
>;

/** Disposals by the year of their local date, in order of years. Gifts, donations and losses are no part of it. */
export function realisedByYear(disposals: Iterable<DisposedAmounts>): readonly DisposedYear[] {
  const years = new Map<number, Growing>();
  for (const disposal of disposals) {
    if (!isTaxed(disposal.cause)) continue;
    const year = yearOf(disposal.disposedDate);
    let sums = years.get(year);
    if (sums === undefined) years.set(year, (sums = emptyDisposedYear(year)));
    addTo(sums, disposal);
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

type Growing = { -readonly [Key in keyof DisposedYear]: DisposedYear[Key] };

function addTo(sums: Growing, { proceeds, costBasis, gain, term }: DisposedAmounts): void {
  sums.proceeds = add(sums.proceeds, proceeds);
  sums.costBasis = add(sums.costBasis, costBasis);
  if (term === 'long') sums.longTermGain = add(sums.longTermGain, gain);
  else sums.shortTermGain = add(sums.shortTermGain, gain);
}
