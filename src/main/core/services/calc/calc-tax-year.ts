import type { CalcTaxYearInput, CalcTaxYearOutput } from '../../../../shared/contract/calc-tax-year.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money } from '../../../../shared/num/parse.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { assessYear } from '../../../engine/tax/assess-year.ts';
import type { Assessment, YearInput } from '../../../engine/tax/assessment.ts';
import type { HandlersOf } from '../../call-context.ts';
import { assessedTexts } from '../tax/assessed-texts.ts';
import { traceText } from '../trace-text.ts';
import { knownJurisdiction } from './calc-gains-refusals.ts';

export const calcTaxYearHandlers: HandlersOf<'calc.tax-year'> = {
  'calc.tax-year': async (request) => {
    const jurisdiction = knownJurisdiction(request.jurisdiction);
    if (!jurisdiction.ok) return jurisdiction;
    const assessed = assessYear(jurisdiction.value, yearInputOf(request));
    if (!assessed.ok) return assessed;
    const assumed =
      request.filingStatus === undefined ? ['No filing status was given: single was taken.'] : [];
    return ok(outputOf(assessed.value, assumed));
  },
};

function yearInputOf(request: CalcTaxYearInput): YearInput {
  const { deduction = 'standard', carryforward } = request;
  return {
    year: request.year,
    filingStatus: request.filingStatus ?? 'single',
    ordinaryIncome: money(request.ordinaryIncome),
    deduction: deduction === 'standard' ? deduction : money(deduction),
    otherInvestmentIncome: amount(request.otherInvestmentIncome),
    qualifiedDividends: amount(request.qualifiedDividends),
    shortTermGain: money(request.shortTermGain),
    longTermGain: money(request.longTermGain),
    section1256Gain: amount(request.section1256Gain),
    carryforward: { shortTerm: amount(carryforward?.shortTerm), longTerm: amount(carryforward?.longTerm) },
  };
}

function amount(text: string | undefined): Money {
  return money(text ?? '0');
}

function outputOf(assessment: Assessment, assumed: readonly string[]): CalcTaxYearOutput {
  return {
    ...assessedTexts(assessment),
    adjustedGrossIncome: toText(assessment.adjustedGrossIncome),
    deduction: toText(assessment.deduction),
    netCapitalGain: toText(assessment.netCapitalGain),
    parametersYear: assessment.parametersYear,
    notes: [...assessment.notes, ...assumed],
    trace: traceText(assessment.trace),
  };
}
