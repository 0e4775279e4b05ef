import type { CalcTaxYearInput, CalcTaxYearOutput } from '../../../../shared/contract/calc-tax-year.ts';
import type { HistoryYear } from '../../../../shared/domain/profile.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, rate } from '../../../../shared/num/parse.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { assessYear, jurisdictions } from '../../../engine/tax/assess-year.ts';
import type { Assessment, YearInput } from '../../../engine/tax/assessment.ts';
import { carryBack } from '../../../engine/tax/jurisdictions/us/carry-back.ts';
import { CARRYBACK_YEARS } from '../../../engine/tax/jurisdictions/us/rules/section-1256-carryback.ts';
import type { HandlersOf } from '../../call-context.ts';
import { assessedTexts } from '../tax/assessed-texts.ts';
import { traceText } from '../trace-text.ts';
import { carrybackText, formsOf, rateChangeText } from './calc-tax-year-texts.ts';
import { knownJurisdiction } from './calc-gains-refusals.ts';

export const calcTaxYearHandlers: HandlersOf<'calc.tax-year'> = {
  'calc.tax-year': async (request) => {
    const jurisdiction = knownJurisdiction(request.jurisdiction);
    if (!jurisdiction.ok) return jurisdiction;
    const refused = refusalOf(request);
    if (refused !== null) return refused;
    const plain = yearInputOf(request);
    const carried = request.carryback === true ? carryBack(plain, [], historyOf(request)) : null;
    if (carried !== null && !carried.ok) return carried;
    const input = carried?.value.input ?? plain;
    const assessed = assessYear(jurisdiction.value, input);
    if (!assessed.ok) return assessed;
    const changes = jurisdictions[jurisdiction.value].rateChanges(input);
    if (!changes.ok) return changes;
    const assumed =
      request.filingStatus === undefined ? ['No filing status was given: single was taken.'] : [];
    return ok({
      ...outputOf(assessed.value, [...(carried?.value.notes ?? []), ...assumed]),
      rateChanges: changes.value.map(rateChangeText),
      forms: formsOf(input),
      carryback: carried === null ? null : carrybackText(carried.value.carryback),
    });
  },
};

/** Errors: `call/invalid-input`, naming the field. */
function refusalOf(request: CalcTaxYearInput): Result<never> | null {
  const { year, filingStatus, carryback, section1256History = [], seniors = 0, blind = 0 } = request;
  const most = filingStatus === 'marriedJoint' ? 2 : 1;
  if (seniors > most)
    return invalid('seniors', `a return as ${filingStatus ?? 'single'} counts ${most} at most`);
  if (blind > most) return invalid('blind', `a return as ${filingStatus ?? 'single'} counts ${most} at most`);
  const place = section1256History.findIndex(
    (one, index) =>
      one.year >= year ||
      one.year < year - CARRYBACK_YEARS ||
      section1256History.findIndex((other) => other.year === one.year) !== index,
  );
  if (place >= 0) {
    return invalid(
      `section1256History.${place}.year`,
      `expected each of the ${CARRYBACK_YEARS} years before ${year} at most once`,
    );
  }
  if (carryback === true && section1256History.length === 0)
    return invalid('section1256History', 'the carryback needs at least one of the three years before');
  return null;
}

function invalid(field: string, reason: string): Result<never> {
  return fail('call/invalid-input', { field, reason }, { field });
}

function historyOf({ section1256History = [] }: CalcTaxYearInput): readonly HistoryYear[] {
  return section1256History.map(({ year, section1256Gain, capitalGainNetIncome }) => ({
    year,
    section1256Gain: money(section1256Gain),
    capitalGainNetIncome: money(capitalGainNetIncome),
  }));
}

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
    stateRate: rate(request.stateRate ?? '0'),
    inflation: rate(request.inflation ?? '0'),
    seniors: request.seniors ?? 0,
    blind: request.blind ?? 0,
  };
}

function amount(text: string | undefined): Money {
  return money(text ?? '0');
}

type Computed = Omit<CalcTaxYearOutput, 'rateChanges' | 'forms' | 'carryback'>;

function outputOf(assessment: Assessment, assumed: readonly string[]): Computed {
  return {
    ...assessedTexts(assessment),
    adjustedGrossIncome: toText(assessment.adjustedGrossIncome),
    deduction: toText(assessment.deduction),
    netCapitalGain: toText(assessment.netCapitalGain),
    federalTax: toText(assessment.federalTax),
    stateTax: toText(assessment.stateTax),
    effectiveRate: assessment.effectiveRate === null ? null : toText(assessment.effectiveRate),
    amtFlag: assessment.amtFlag,
    parametersYear: assessment.parametersYear,
    notes: [...assessment.notes, ...assumed],
    trace: traceText(assessment.trace),
  };
}
