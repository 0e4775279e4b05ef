import { ok } from '../../../../../shared/errors/failure.ts';
import type { Result } from '../../../../../shared/errors/failure.ts';
import { add, clampToZero, smaller, subtract } from '../../../../../shared/num/arithmetic.ts';
import { zeroMoney, zeroRate } from '../../../../../shared/num/types.ts';
import type { Money } from '../../../../../shared/num/types.ts';
import type { YearInput } from '../../assessment.ts';
import type { YearShape } from '../../year-shape.ts';
import { parametersFor } from './parameters/parameters-for.ts';
import {
  capitalGainRates,
  capitalLossLimit,
  netInvestmentIncomeTaxRate,
  netInvestmentIncomeThreshold,
  section1256LongTermShare,
} from './parameters/statutory-amounts.ts';
import { deduction } from './rules/deduction.ts';
import { section1256Net } from './rules/net-gains.ts';
import { section1256Split } from './rules/section-1256-split.ts';
import { usTaxDue } from './tax-due.ts';

/**
 * The year's tax as straight pieces over its gains, from the same parameters as the assessment.
 *
 * Left out: what of the deduction for age a larger income takes away, the cap of 1(h)(1) by the brackets (a few hundred
 * dollars of income around the end of the zero rate), losses carried back.
 * Errors: `tax/year-not-covered`.
 */
export function usYearShape(input: YearInput): Result<YearShape> {
  const found = parametersFor(input.year, input.inflation);
  if (!found.ok) return found;
  const parameters = found.value;
  const { filingStatus: status, qualifiedDividends } = input;
  const marked = section1256Split(section1256Net(input));
  const investments = add(input.otherInvestmentIncome, qualifiedDividends);
  const income = add(input.ordinaryIncome, investments);
  const deductions = deduction(input, income, parameters);
  const otherTaxable = subtract(income, deductions.total);
  const { zeroRateUpTo, fifteenRateUpTo } = parameters.capitalGain[status];
  const spare = clampToZero(subtract(netInvestmentIncomeThreshold[status], input.ordinaryIncome));
  return ok({
    year: input.year,
    due: usTaxDue(input.year),
    shortTerm: add(input.shortTermGain, marked.shortTerm),
    longTerm: add(input.longTermGain, marked.longTerm),
    carriedShort: input.carryforward.shortTerm,
    carriedLong: input.carryforward.longTerm,
    markedLongShare: section1256LongTermShare,
    lossLimit: usableLoss(capitalLossLimit[status], add(otherTaxable, deductions.senior)),
    otherTaxable,
    otherPreferential: qualifiedDividends,
    brackets: parameters.ordinaryBrackets[status].map(({ from, rate }) => ({ from, rate })),
    stacked: [
      { from: zeroMoney, rate: capitalGainRates.zero },
      { from: zeroRateUpTo, rate: capitalGainRates.fifteen },
      { from: fifteenRateUpTo, rate: capitalGainRates.twenty },
    ],
    onGains: [{ from: subtract(spare, investments), rate: netInvestmentIncomeTaxRate }],
    flatRate: input.stateRate ?? zeroRate,
    leavesOut: leftOut(input, deductions.senior),
  });
}

/** Income that deductions leave nothing of uses up no loss: it is carried on (1212(b)(2)). */
function usableLoss(limit: Money, otherTaxable: Money): Money {
  return smaller(limit, clampToZero(otherTaxable));
}

function leftOut(input: YearInput, senior: Money): readonly string[] {
  return senior > zeroMoney
    ? [
        `What a larger income of ${input.year} takes off the deduction for people of 65 is in the price, not in the bound.`,
      ]
    : [];
}
