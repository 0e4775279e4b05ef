import { add, clampToZero, negate, smaller, subtract, sum } from '../../../../../shared/num/arithmetic.ts';
import { zeroMoney, zeroRate } from '../../../../../shared/num/types.ts';
import type { Money } from '../../../../../shared/num/types.ts';
import type { AssessedLines, YearInput } from '../../assessment.ts';
import type { YearParameters } from './parameters/year-parameters.ts';
import { capitalGainTax } from './rules/capital-gain-tax.ts';
import type { CapitalGainTax } from './rules/capital-gain-tax.ts';
import { deduction } from './rules/deduction.ts';
import type { Deduction } from './rules/deduction.ts';
import { lossAllowed } from './rules/loss-allowed.ts';
import { lossCarryover } from './rules/loss-carryover.ts';
import { netGains } from './rules/net-gains.ts';
import type { NetGains } from './rules/net-gains.ts';
import { netInvestmentIncomeTax } from './rules/net-investment-income-tax.ts';
import type { NetInvestmentIncomeTax } from './rules/net-investment-income-tax.ts';
import { ordinaryTax } from './rules/ordinary-tax.ts';
import { stateTax } from './rules/state-tax.ts';

/** Every figure on the way from a year's input to its tax. */
export interface UsLines extends AssessedLines {
  readonly gains: NetGains;
  /** The net gain, or minus the loss allowed. */
  readonly gainInIncome: Money;
  /** Income less deduction, which may be negative. */
  readonly taxableIncomeSigned: Money;
  readonly deductions: Deduction;
  /** The part of taxable income that the 0/15/20 rates apply to. */
  readonly preferentialIncome: Money;
  readonly ordinaryTaxableIncome: Money;
  readonly gainTax: CapitalGainTax;
  readonly netInvestmentIncome: Money;
  readonly investmentTax: NetInvestmentIncomeTax;
}

/** The year by its rules, each in a file of its own under `rules/`. */
export function usLines(input: YearInput, parameters: YearParameters): UsLines {
  const { filingStatus: status } = input;
  const gains = netGains(input);
  const allowed = lossAllowed(gains.total, status);
  const gainInIncome = gains.total < zeroMoney ? negate(allowed) : gains.total;
  const investments = sum([input.otherInvestmentIncome, input.qualifiedDividends, gainInIncome], zeroMoney);
  const adjustedGrossIncome = add(input.ordinaryIncome, investments);
  const deductions = deduction(input, adjustedGrossIncome, parameters);
  const taxableIncomeSigned = subtract(adjustedGrossIncome, deductions.total);
  const taxableIncome = clampToZero(taxableIncomeSigned);
  const preferentialIncome = smaller(taxableIncome, add(gains.netCapitalGain, input.qualifiedDividends));
  const ordinaryTaxableIncome = subtract(taxableIncome, preferentialIncome);
  const brackets = parameters.ordinaryBrackets[status];
  const taxOnOrdinary = ordinaryTax(ordinaryTaxableIncome, brackets);
  const stack = { ordinary: ordinaryTaxableIncome, preferential: preferentialIncome };
  const gainTax = capitalGainTax(stack, parameters.capitalGain[status], brackets);
  const investmentTax = netInvestmentIncomeTax(investments, adjustedGrossIncome, status);
  const federalTax = sum([taxOnOrdinary, gainTax.tax, investmentTax.tax], zeroMoney);
  const ofState = stateTax(taxableIncome, input.stateRate ?? zeroRate);
  const { netShortTerm, netLongTerm, netCapitalGain } = gains;
  return {
    gains,
    gainInIncome,
    adjustedGrossIncome,
    deduction: deductions.total,
    deductions,
    taxableIncomeSigned,
    taxableIncome,
    preferentialIncome,
    ordinaryTaxableIncome,
    gainTax,
    netInvestmentIncome: investments,
    investmentTax,
    netShortTerm,
    netLongTerm,
    netCapitalGain,
    lossAllowed: allowed,
    ordinaryTax: taxOnOrdinary,
    capitalGainTax: gainTax.tax,
    netInvestmentIncomeTax: investmentTax.tax,
    federalTax,
    stateTax: ofState,
    totalTax: add(federalTax, ofState),
    carryforward: lossCarryover({
      // "The deduction allowed under section 151" is added back (1212(b)(2)(B)): the one for age stands there.
      taxableIncome: add(taxableIncomeSigned, deductions.senior),
      lossAllowed: allowed,
      netShortTerm,
      netLongTerm,
    }),
  };
}
