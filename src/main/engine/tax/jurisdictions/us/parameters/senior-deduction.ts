/** What the statute gives people of 65 and older for a few years; inflation does not move it. */
import { money, rate } from '../../../../../../shared/num/parse.ts';
import type { Money, Rate } from '../../../../../../shared/num/types.ts';
import type { ByStatus } from './year-parameters.ts';

export interface SeniorDeductionAmounts {
  /** First and last tax year. */
  readonly fromYear: number;
  readonly toYear: number;
  /** For each person of 65 or older. */
  readonly each: Money;
  /** What each unit of income above the limit takes off it. */
  readonly phaseOutRate: Rate;
  /** Modified adjusted gross income; null: the status gets none. */
  readonly phaseOutFrom: ByStatus<Money | null>;
}

export const seniorDeductionAmounts: SeniorDeductionAmounts = {
  fromYear: 2025,
  toYear: 2028,
  each: money('6000'),
  phaseOutRate: rate('0.06'),
  phaseOutFrom: {
    source: {
      title: 'Pub. L. 119-21, section 70103 (26 U.S.C. 151(d)(5)(C))',
      url: 'https://www.congress.gov/bill/119th-congress/house-bill/1',
    },
    single: money('75000'),
    marriedJoint: money('150000'),
    marriedSeparate: null,
    headOfHousehold: money('75000'),
  },
};
