import type { Rule } from '../../../../../../shared/domain/trace.ts';
import { add, clampToZero, smaller, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { moneyTimes } from '../../../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import type { Bracket } from '../parameters/year-parameters.ts';

export const ordinaryTaxRule: Rule = {
  id: 'us/ordinary-tax',
  law: '26 U.S.C. 1(j)(2)',
  url: 'https://www.law.cornell.edu/uscode/text/26/1',
};

/** The tax on ordinary taxable income by brackets. Exact: tax tables are not used. Rounds half-even to 18 decimals. */
export function ordinaryTax(taxableIncome: Money, brackets: readonly Bracket[]): Money {
  let tax = zeroMoney;
  for (const bracket of brackets)
    tax = add(tax, moneyTimes(amountWithin(bracket, taxableIncome), bracket.rate, 'half-even'));
  return tax;
}

/** The part of an income that lies in a bracket. */
export function amountWithin({ from, upTo }: Pick<Bracket, 'from' | 'upTo'>, income: Money): Money {
  return clampToZero(subtract(upTo === null ? income : smaller(income, upTo), from));
}
