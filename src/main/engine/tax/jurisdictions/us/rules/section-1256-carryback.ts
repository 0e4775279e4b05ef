import type { FilingStatus } from '../../../../../../shared/domain/profile.ts';
import type { Rule } from '../../../../../../shared/domain/trace.ts';
import { add, clampToZero, negate, smaller, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import { capitalLossLimit } from '../parameters/statutory-amounts.ts';
import { section1256Split } from './section-1256-split.ts';

export const carrybackRule: Rule = {
  id: 'us/section-1256-carryback',
  law: '26 U.S.C. 1212(c); Form 6781 box D and line 6',
  url: 'https://www.law.cornell.edu/uscode/text/26/1212',
};

/** How many years a loss goes back. 26 U.S.C. 1212(c)(1). */
export const CARRYBACK_YEARS = 3;

export interface CarrybackLossYear {
  readonly filingStatus: FilingStatus;
  /** Net result of section 1256 contracts, signed. */
  readonly section1256Gain: Money;
  /** Losses that would be carried on without the election. */
  readonly carriedOn: { readonly shortTerm: Money; readonly longTerm: Money };
}

/** A year that a loss can be carried back to, before this loss. */
export interface CarrybackYear {
  readonly year: number;
  /** Net section 1256 gain, with what earlier loss years brought back taken off. Signed. */
  readonly section1256Gain: Money;
  /** Schedule D line 16, signed. */
  readonly capitalGainNetIncome: Money;
}

export interface CarrybackUse {
  readonly year: number;
  /** The smaller of net section 1256 gain and capital gain net income, never negative. */
  readonly room: Money;
  readonly used: Money;
  /** 40 and 60 % of it. */
  readonly shortTerm: Money;
  readonly longTerm: Money;
}

export interface Section1256Carryback {
  /** The loss of section 1256 contracts alone, above the yearly limit on losses. */
  readonly netLoss: Money;
  /** What would be carried on without the election. */
  readonly wouldCarryOn: Money;
  /** The smaller of both. */
  readonly maximum: Money;
  /** Oldest year first. */
  readonly uses: readonly CarrybackUse[];
  /** Form 6781 line 6 of the loss year, as a positive amount. */
  readonly carriedBack: Money;
  /** Of the maximum, what no earlier year could take. */
  readonly left: Money;
}

/**
 * What of a section 1256 loss goes back to the three years before, by election; individuals only.
 * In: the years before the loss year, by year; others than the three last are left out.
 * Rounds only in the 60/40 split of what each year uses. A net operating loss is neither made nor raised: an investor's
 * deductions make none.
 * Law: 26 U.S.C. 1212(c)(1)-(6), 1222(10).
 */
export function section1256Carryback(
  lossYear: CarrybackLossYear & { readonly year: number },
  earlier: readonly CarrybackYear[],
): Section1256Carryback {
  const loss = clampToZero(negate(lossYear.section1256Gain));
  const netLoss = clampToZero(subtract(loss, capitalLossLimit[lossYear.filingStatus]));
  const wouldCarryOn = add(lossYear.carriedOn.shortTerm, lossYear.carriedOn.longTerm);
  const maximum = smaller(netLoss, wouldCarryOn);
  let left = maximum;
  const uses = earlier
    .filter(({ year }) => year < lossYear.year && year >= lossYear.year - CARRYBACK_YEARS)
    .toSorted((a, b) => a.year - b.year)
    .map(({ year, section1256Gain, capitalGainNetIncome }): CarrybackUse => {
      const room = clampToZero(smaller(section1256Gain, capitalGainNetIncome));
      const used = smaller(left, room);
      left = subtract(left, used);
      return { year, room, used, ...section1256Split(used) };
    });
  const carriedBack = uses.reduce((total, { used }) => add(total, used), zeroMoney);
  return { netLoss, wouldCarryOn, maximum, uses, carriedBack, left };
}
