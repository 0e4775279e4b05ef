import type { Trace } from '../../../../../shared/domain/trace.ts';
import type { YearInput } from '../../assessment.ts';
import { parametersFor } from './parameters/parameters-for.ts';
import type { YearParameters } from './parameters/year-parameters.ts';
import { carryoverTrace, lossAllowedTrace } from './us-trace-losses.ts';
import {
  deductionTrace,
  incomeTrace,
  netCapitalGainTrace,
  netGainTrace,
  netLongTermTrace,
  netShortTermTrace,
  section1256Given,
  taxableIncomeTrace,
} from './us-trace-income.ts';
import { marginalRateTrace } from './us-trace-marginal.ts';
import { usLines } from './us-lines.ts';
import type { UsLines } from './us-lines.ts';
import {
  effectiveRateTrace,
  federalTaxTrace,
  gainTaxTrace,
  investmentTaxTrace,
  ordinaryTaxTrace,
  stateTaxTrace,
  usTrace,
} from './us-trace.ts';

type LineTrace = (input: YearInput, lines: UsLines, parameters: YearParameters) => Trace | null;

/** Every line of an assessed year by the name that answers give it. */
const lineTraces: { readonly [Line in string]?: LineTrace } = {
  netShortTerm: netShortTermTrace,
  netLongTerm: netLongTermTrace,
  netCapitalGain: netCapitalGainTrace,
  capitalGainNetIncome: netGainTrace,
  adjustedGrossIncome: incomeTrace,
  deduction: deductionTrace,
  taxableIncome: taxableIncomeTrace,
  ordinaryTax: ordinaryTaxTrace,
  capitalGainTax: gainTaxTrace,
  netInvestmentIncomeTax: investmentTaxTrace,
  federalTax: federalTaxTrace,
  stateTax: stateTaxTrace,
  totalTax: usTrace,
  effectiveRate: effectiveRateTrace,
  section1256Net: section1256Given,
  lossAllowed: lossAllowedTrace,
  'carryforward/shortTerm': carryoverTrace('short'),
  'carryforward/longTerm': carryoverTrace('long'),
  'marginalRates/ordinary': marginalRateTrace('ordinary'),
  'marginalRates/shortTerm': marginalRateTrace('shortTerm'),
  'marginalRates/longTerm': marginalRateTrace('longTerm'),
  'marginalRates/section1256': marginalRateTrace('section1256'),
};

/** Why a line of the year is what it is. null where the law has no such line, or none for the year. */
export function usLineTrace(line: string, input: YearInput): Trace | null {
  const parameters = parametersFor(input.year, input.inflation);
  const trace = Object.hasOwn(lineTraces, line) ? lineTraces[line] : undefined;
  if (!parameters.ok || trace === undefined) return null;
  return trace(input, usLines(input, parameters.value), parameters.value);
}
