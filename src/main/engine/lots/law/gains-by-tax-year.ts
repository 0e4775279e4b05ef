import type { Disposal } from '../../../../shared/domain/lot.ts';
import { add } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { isTaxed } from '../moves/lot-moves.ts';
import type { DeniedLoss } from '../rules/asset-units.ts';
import type { LotLaw } from './lot-law.ts';
import { taxYearOf } from './tax-year-of.ts';

/** What taxed disposals of a tax year come to: proceeds − costBasis = short + long + exempt − disallowedLoss. */
export interface GainsYear {
  /** The calendar year in which it begins. */
  readonly year: number;
  readonly proceeds: Money;
  readonly costBasis: Money;
  /** All that counts, where the law knows no terms. */
  readonly shortTermGain: Money;
  readonly longTermGain: Money;
  /** Gains less losses that the law does not look at. */
  readonly exemptGain: Money;
  /** Losses that the law denies: positive. */
  readonly disallowedLoss: Money;
  /** True where a figure rests on an assumption about what units cost. */
  readonly basisUnknown: boolean;
}

/** Disposals by tax year, in order of years. Gifts, donations and losses that are no disposal in law are no part of it. */
export function gainsByTaxYear(
  disposals: readonly Disposal[],
  law: LotLaw,
  denied: ReadonlyMap<number, DeniedLoss>,
): readonly GainsYear[] {
  const years = new Map<number, GainsYear>();
  for (const [place, disposal] of disposals.entries()) {
    if (!isTaxed(disposal.cause)) continue;
    const year = taxYearOf(disposal.disposedDate, law.taxYear);
    const sums = years.get(year) ?? emptyYear(year);
    years.set(year, withDisposal(sums, disposal, law, denied.get(place)?.amount ?? zeroMoney));
  }
  return [...years.values()].toSorted((a, b) => a.year - b.year);
}

function emptyYear(year: number): GainsYear {
  return {
    year,
    proceeds: zeroMoney,
    costBasis: zeroMoney,
    shortTermGain: zeroMoney,
    longTermGain: zeroMoney,
    exemptGain: zeroMoney,
    disallowedLoss: zeroMoney,
    basisUnknown: false,
  };
}

function withDisposal(sums: GainsYear, disposal: Disposal, law: LotLaw, denied: Money): GainsYear {
  const kind = kindOfGain(disposal, law);
  // What is denied is part of a loss: without it, the rest counts.
  const counted = add(disposal.gain, denied);
  return {
    ...sums,
    proceeds: add(sums.proceeds, disposal.proceeds),
    costBasis: add(sums.costBasis, disposal.costBasis),
    [kind]: add(sums[kind], counted),
    disallowedLoss: add(sums.disallowedLoss, denied),
    basisUnknown: sums.basisUnknown || disposal.basisUnknown,
  };
}

function kindOfGain(
  { term }: Disposal,
  { holding }: LotLaw,
): 'shortTermGain' | 'longTermGain' | 'exemptGain' {
  if (holding === null || term === 'short') return 'shortTermGain';
  return holding.long === 'exempt' ? 'exemptGain' : 'longTermGain';
}
