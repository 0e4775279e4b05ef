import type { FilingStatus } from '../../../../../../shared/domain/profile.ts';
import type { Rule } from '../../../../../../shared/domain/trace.ts';
import { clampToZero, subtract, sum } from '../../../../../../shared/num/arithmetic.ts';
import { moneyTimes } from '../../../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import { seniorDeductionAmounts } from '../parameters/senior-deduction.ts';

export const seniorDeductionRule: Rule = {
  id: 'us/senior-deduction',
  law: seniorDeductionAmounts.phaseOutFrom.source.title,
  url: seniorDeductionAmounts.phaseOutFrom.source.url,
};

/**
 * What people of 65 and older deduct besides, with the standard deduction or without it; large incomes lose it.
 * Rounds half-even to 18 decimals. In: modified adjusted gross income is taken to be adjusted gross income.
 * Law: 26 U.S.C. 151(d)(5)(C), tax years 2025 to 2028; married couples only where they file jointly.
 */
export function seniorDeduction(
  year: number,
  {
    status,
    seniors,
    adjustedGrossIncome,
  }: {
    readonly status: FilingStatus;
    readonly seniors: number;
    readonly adjustedGrossIncome: Money;
  },
): Money {
  const { fromYear, toYear, each, phaseOutRate, phaseOutFrom } = seniorDeductionAmounts;
  const limit = phaseOutFrom[status];
  if (seniors === 0 || limit === null || year < fromYear || year > toYear) return zeroMoney;
  const over = clampToZero(subtract(adjustedGrossIncome, limit));
  const left = clampToZero(subtract(each, moneyTimes(over, phaseOutRate, 'half-even')));
  return sum(
    Array.from({ length: seniors }, () => left),
    zeroMoney,
  );
}
