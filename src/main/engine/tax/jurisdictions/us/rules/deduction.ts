import type { Rule } from '../../../../../../shared/domain/trace.ts';
import { add, sum } from '../../../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import type { YearInput } from '../../../assessment.ts';
import type { YearParameters } from '../parameters/year-parameters.ts';
import { seniorDeduction } from './senior-deduction.ts';

export const deductionRule: Rule = {
  id: 'us/deduction',
  law: '26 U.S.C. 63(c), (f)',
  url: 'https://www.law.cornell.edu/uscode/text/26/63',
};

export interface Deduction {
  /** The standard deduction, or what was given instead. */
  readonly own: Money;
  /** For age and blindness; only with the standard deduction. */
  readonly additional: Money;
  /** `seniorDeduction`. */
  readonly senior: Money;
  readonly total: Money;
}

/** What income is lowered by before it is taxed. */
export function deduction(
  input: Pick<YearInput, 'year' | 'filingStatus' | 'deduction' | 'seniors' | 'blind'>,
  adjustedGrossIncome: Money,
  parameters: YearParameters,
): Deduction {
  const { filingStatus: status, seniors = 0, blind = 0 } = input;
  const isStandard = input.deduction === 'standard';
  const own = input.deduction === 'standard' ? parameters.standardDeduction[status] : input.deduction;
  const each = parameters.additionalDeduction[status];
  const additional = sum(
    Array.from({ length: isStandard ? seniors + blind : 0 }, () => each),
    zeroMoney,
  );
  const senior = seniorDeduction(input.year, { status, seniors, adjustedGrossIncome });
  return { own, additional, senior, total: add(add(own, additional), senior) };
}
