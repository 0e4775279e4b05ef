import type { Trace } from '../../../../../shared/domain/trace.ts';
import { ok } from '../../../../../shared/errors/failure.ts';
import type { Result } from '../../../../../shared/errors/failure.ts';
import { add, isPositive } from '../../../../../shared/num/arithmetic.ts';
import { ratio } from '../../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../../shared/num/types.ts';
import type { Money } from '../../../../../shared/num/types.ts';
import type { AssessedLines, Assessment, MarginalRates, YearInput } from '../../assessment.ts';
import { marginalRates } from './marginal-rates.ts';
import { parametersFor } from './parameters/parameters-for.ts';
import type { YearParameters } from './parameters/year-parameters.ts';
import { minimumTaxBounds, minimumTaxFlag } from './rules/minimum-tax-flag.ts';
import { usLines } from './us-lines.ts';
import type { UsLines } from './us-lines.ts';
import { usYearNotes } from './us-year-notes.ts';
import { usTrace } from './us-trace.ts';

/**
 * The United States income tax of a year, for an individual who invests (no trader, no dealer): federal, and a state's by a
 * plain rate. Not in it: alternative minimum tax (a flag says where it may matter), credits, a state's own rules.
 * Errors: `tax/year-not-covered`. Rounds: products half-even to 18 decimals, nothing to dollars.
 */
export function assessUsYear(input: YearInput): Result<Assessment> {
  const parameters = parametersFor(input.year, input.inflation);
  if (!parameters.ok) return parameters;
  const lines = usLines(input, parameters.value);
  const { adjustedGrossIncome, totalTax } = lines;
  let rates: MarginalRates | undefined;
  let trace: Trace | undefined;
  return ok({
    ...assessedLines(lines),
    year: input.year,
    parametersYear: parameters.value.year,
    effectiveRate: isPositive(adjustedGrossIncome) ? ratio(totalTax, adjustedGrossIncome, 'half-even') : null,
    amtFlag: amtFlagOf(input, lines, parameters.value),
    notes: usYearNotes(input, lines, parameters.value),
    // Made when first asked for: searches and what-ifs assess hundreds of years and read totals alone.
    get marginalRates() {
      return (rates ??= marginalRates(input, parameters.value));
    },
    get trace() {
      return (trace ??= usTrace(input, lines, parameters.value));
    },
  });
}

/** The total alone. Errors: `tax/year-not-covered`. */
export function totalUsTax(input: YearInput): Result<Money> {
  const parameters = parametersFor(input.year, input.inflation);
  return parameters.ok ? ok(usLines(input, parameters.value).totalTax) : parameters;
}

function amtFlagOf(input: YearInput, lines: UsLines, parameters: YearParameters): string | null {
  const { own, additional } = lines.deductions;
  const bounds = minimumTaxBounds(
    {
      status: input.filingStatus,
      taxableIncome: lines.taxableIncome,
      standardDeduction:
        isPositive(lines.taxableIncome) && input.deduction === 'standard' ? add(own, additional) : zeroMoney,
      preferentialIncome: lines.preferentialIncome,
      gainTax: lines.gainTax.byRates,
      regularTax: add(lines.ordinaryTax, lines.capitalGainTax),
    },
    parameters,
  );
  return minimumTaxFlag(input.year, bounds);
}

function assessedLines(lines: UsLines): AssessedLines {
  const { taxableIncome, ordinaryTax, capitalGainTax, netInvestmentIncomeTax } = lines;
  const { federalTax, stateTax, totalTax } = lines;
  const { netShortTerm, netLongTerm, lossAllowed, carryforward } = lines;
  const { adjustedGrossIncome, deduction, netCapitalGain } = lines;
  return {
    taxableIncome,
    ordinaryTax,
    capitalGainTax,
    netInvestmentIncomeTax,
    federalTax,
    stateTax,
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
