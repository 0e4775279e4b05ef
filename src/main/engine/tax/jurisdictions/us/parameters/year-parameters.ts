import type { FilingStatus } from '../../../../../../shared/domain/profile.ts';
import { money, rate } from '../../../../../../shared/num/parse.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money, Rate } from '../../../../../../shared/num/types.ts';

/** Where an amount was published. */
export interface LawSource {
  readonly title: string;
  readonly url: string;
  readonly page?: number;
}

/** An amount by filing status, with where it was published. */
export type ByStatus<T> = { readonly [Status in FilingStatus]: T } & { readonly source: LawSource };

/** `rate` applies to income over `from`, up to and including `upTo`; null: no upper limit. */
export interface Bracket {
  readonly rate: Rate;
  readonly from: Money;
  readonly upTo: Money | null;
}

export interface GainThresholds {
  /** Taxable income up to which net capital gain is taxed at 0 %. */
  readonly zeroRateUpTo: Money;
  /** … and at 15 %; above, 20 %. */
  readonly fifteenRateUpTo: Money;
}

/** The part of income that the alternative minimum tax spares, and where large incomes lose it. */
export interface MinimumTaxExemption {
  readonly exemption: Money;
  readonly phaseOutFrom: Money;
  /** What each unit of income above takes off the exemption. */
  readonly phaseOutRate: Rate;
}

/** The amounts that inflation moves each year. What the statute fixes is in `statutory-amounts.ts`. */
export interface YearParameters {
  readonly year: number;
  readonly ordinaryBrackets: ByStatus<readonly Bracket[]>;
  readonly capitalGain: ByStatus<GainThresholds>;
  readonly standardDeduction: ByStatus<Money>;
  /** Added to the standard deduction for each person who is 65 or older, and for each who is blind. */
  readonly additionalDeduction: ByStatus<Money>;
  /** For a warning only: the alternative minimum tax itself is not computed. */
  readonly minimumTaxExemption: ByStatus<MinimumTaxExemption>;
}

/** 26 U.S.C. 1(j)(2), made permanent by Pub. L. 119-21. */
const ORDINARY_RATES = ['0.10', '0.12', '0.22', '0.24', '0.32', '0.35', '0.37'].map(rate);

/** The brackets between the six published limits. */
export function brackets(...limits: [string, string, string, string, string, string]): readonly Bracket[] {
  const upTo = limits.map(money);
  return ORDINARY_RATES.map((bracketRate, place) => ({
    rate: bracketRate,
    from: upTo[place - 1] ?? zeroMoney,
    upTo: upTo[place] ?? null,
  }));
}
