import type { FilingStatus } from '../../../../../../shared/domain/profile.ts';
import type { Rule } from '../../../../../../shared/domain/trace.ts';
import { clampToZero, smaller, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { moneyTimes } from '../../../../../../shared/num/products.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import { netInvestmentIncomeTaxRate, netInvestmentIncomeThreshold } from '../parameters/statutory-amounts.ts';

export const netInvestmentIncomeTaxRule: Rule = {
  id: 'us/net-investment-income-tax',
  law: '26 U.S.C. 1411(a)(1), (c)(1); Reg. §1.1411-4(d)',
  url: netInvestmentIncomeThreshold.source.url,
};

export interface NetInvestmentIncomeTax {
  readonly excess: Money;
  /** The smaller of net investment income and the excess of income over the threshold. */
  readonly base: Money;
  readonly tax: Money;
}

/**
 * 3.8 % of investment income or of what exceeds the threshold, whichever is less. Rounds half-even to 18 decimals.
 * In: net investment income may be negative (an allowed loss lowers it); modified adjusted gross income is taken to be
 * adjusted gross income (no foreign earned income).
 */
export function netInvestmentIncomeTax(
  netInvestmentIncome: Money,
  adjustedGrossIncome: Money,
  status: FilingStatus,
): NetInvestmentIncomeTax {
  const excess = clampToZero(subtract(adjustedGrossIncome, netInvestmentIncomeThreshold[status]));
  const base = smaller(clampToZero(netInvestmentIncome), excess);
  return { excess, base, tax: moneyTimes(base, netInvestmentIncomeTaxRate, 'half-even') };
}
