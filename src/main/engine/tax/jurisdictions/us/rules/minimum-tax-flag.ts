import type { FilingStatus } from '../../../../../../shared/domain/profile.ts';
import { add, clampToZero, isPositive, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../../../shared/num/parse.ts';
import { moneyTimes } from '../../../../../../shared/num/products.ts';
import type { Money, Rate } from '../../../../../../shared/num/types.ts';
import { moneyText } from '../../../../words.ts';
import type { YearParameters } from '../parameters/year-parameters.ts';

/** 26 U.S.C. 55(b)(1)(A): the lower rate, and the one above a limit that is not computed here. */
const LOWER: Rate = rate('0.26');
const UPPER: Rate = rate('0.28');

export interface MinimumTaxInput {
  readonly status: FilingStatus;
  readonly taxableIncome: Money;
  /** Added back: the minimum tax knows no standard deduction. Zero where deductions are itemised. */
  readonly standardDeduction: Money;
  readonly preferentialIncome: Money;
  /** The tax on gains by 0, 15 and 20 %, which the minimum tax keeps. */
  readonly gainTax: Money;
  /** Without the net investment income tax. */
  readonly regularTax: Money;
}

export interface MinimumTaxBounds {
  /** What is left of the exemption. */
  readonly exemption: Money;
  /** What the minimum tax would add, if all of its ordinary part were taxed at 26 %, and at 28 %. Never negative. */
  readonly atLeast: Money;
  readonly atMost: Money;
}

/**
 * Between which amounts the alternative minimum tax would lie, from what is known here: no preference items.
 * Law: 26 U.S.C. 55(b), (d), 56(b)(1)(D). Rounds half-even to 18 decimals. Never part of a total: it is there for `minimumTaxFlag`.
 */
export function minimumTaxBounds(input: MinimumTaxInput, parameters: YearParameters): MinimumTaxBounds {
  const { exemption: whole, phaseOutFrom, phaseOutRate } = parameters.minimumTaxExemption[input.status];
  const income = add(input.taxableIncome, input.standardDeduction);
  const lost = moneyTimes(clampToZero(subtract(income, phaseOutFrom)), phaseOutRate, 'half-even');
  const exemption = clampToZero(subtract(whole, lost));
  const ordinary = clampToZero(subtract(subtract(income, exemption), input.preferentialIncome));
  const addedAt = (by: Rate): Money =>
    clampToZero(subtract(add(moneyTimes(ordinary, by, 'half-even'), input.gainTax), input.regularTax));
  return { exemption, atLeast: addedAt(LOWER), atMost: addedAt(UPPER) };
}

/** In words, where the minimum tax may add something; null where it cannot. */
export function minimumTaxFlag(
  year: number,
  { exemption, atLeast, atMost }: MinimumTaxBounds,
): string | null {
  if (!isPositive(atMost)) return null;
  const range = isPositive(atLeast)
    ? `between ${moneyText(atLeast, 'USD')} and ${moneyText(atMost, 'USD')}`
    : `up to ${moneyText(atMost, 'USD')}`;
  return (
    `The alternative minimum tax of ${year} may add ${range} to the tax shown: ${isPositive(exemption) ? moneyText(exemption, 'USD') : 'nothing'} of its exemption is left at this income. ` +
    'It is not computed and not in any total; options on employer stock, deducted state tax and other items of Form 6251 can make it larger. Ask whoever files your return.'
  );
}
