import type { Rule } from '../../../../../../shared/domain/trace.ts';
import { moneyTimes } from '../../../../../../shared/num/products.ts';
import type { Money, Rate } from '../../../../../../shared/num/types.ts';

export const stateTaxRule: Rule = {
  id: 'us/state-tax',
  law: 'A plain rate of your own on federal taxable income: no state’s law',
};

/**
 * State tax by the plain rate that the user typed, on federal taxable income. Rounds half-even to 18 decimals.
 * Not in it: the state's own deductions, brackets and rates on gains, its losses carried, and its deduction of other taxes.
 */
export function stateTax(taxableIncome: Money, stateRate: Rate): Money {
  return moneyTimes(taxableIncome, stateRate, 'half-even');
}
