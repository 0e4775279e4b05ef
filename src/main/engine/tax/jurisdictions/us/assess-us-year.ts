import { ok } from '../../../../../shared/errors/failure.ts';
import type { Result } from '../../../../../shared/errors/failure.ts';
import type { Money } from '../../../../../shared/num/types.ts';
import type { AssessedLines, Assessment, YearInput } from '../../assessment.ts';
import { marginalRates } from './marginal-rates.ts';
import { parametersFor } from './parameters/parameters-for.ts';
import { usLines } from './us-lines.ts';
import type { UsLines } from './us-lines.ts';
import { usTrace } from './us-trace.ts';

/**
 * The United States federal income tax of a year, for an individual who invests (no trader, no dealer).
 * Not in it: state tax, alternative minimum tax, credits, the deduction for people over 65, straddle rules.
 * Errors: `tax/year-not-covered`. Rounds: products half-even to 18 decimals, nothing to dollars.
 */
export function assessUsYear(input: YearInput): Result<Assessment> {
  const parameters = parametersFor(input.year);
  if (!parameters.ok) return parameters;
  const lines = usLines(input, parameters.value);
  return ok({
    ...assessedLines(lines),
    year: input.year,
    parametersYear: parameters.value.year,
    marginalRates: marginalRates(input, parameters.value),
    notes: notesOf(input.year, parameters.value.year),
    trace: usTrace(input, lines, parameters.value),
  });
}

/** The total alone. Errors: `tax/year-not-covered`. */
export function totalUsTax(input: YearInput): Result<Money> {
  const parameters = parametersFor(input.year);
  return parameters.ok ? ok(usLines(input, parameters.value).totalTax) : parameters;
}

function assessedLines(lines: UsLines): AssessedLines {
  const { taxableIncome, ordinaryTax, capitalGainTax, netInvestmentIncomeTax, totalTax } = lines;
  const { netShortTerm, netLongTerm, lossAllowed, carryforward } = lines;
  const { adjustedGrossIncome, deduction, netCapitalGain } = lines;
  return {
    taxableIncome,
    ordinaryTax,
    capitalGainTax,
    netInvestmentIncomeTax,
    totalTax,
    netShortTerm,
    netLongTerm,
    lossAllowed,
    carryforward,
    adjustedGrossIncome,
    deduction,
    netCapitalGain,
  };
}

function notesOf(year: number, parametersYear: number): readonly string[] {
  if (year === parametersYear) return [];
  return [
    `The amounts for ${year} are not published here: those of ${parametersYear} were used, without inflation.`,
  ];
}
