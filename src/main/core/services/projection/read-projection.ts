import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { add } from '../../../../shared/num/arithmetic.ts';
import { dateText, yearOf } from '../../../../shared/time/local-date.ts';
import type { TaxYear } from '../../../engine/tax/tax-years.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { assessedTexts } from '../tax/assessed-texts.ts';
import { traceText } from '../trace-text.ts';

type ProjectionText = CallAnswer<'plan.projection'>;
type ViewText = NonNullable<ProjectionText['years'][number]['realised']>;

const YEARS_AHEAD = 5;

/** Tax years of the ledger, as far as they are assessed. */
export const readProjection: Handler<'plan.projection'> = async (request, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  return ok(projectionText(derived.value, request.yearsAhead ?? YEARS_AHEAD));
};

function projectionText(derived: Derived, ahead: number): ProjectionText {
  const currentYear = yearOf(derived.asOf);
  const { years, issues } = derived.taxYears;
  return {
    asOf: dateText(derived.asOf),
    currentYear,
    lastYear: currentYear + ahead,
    years: years.map((year) => ({
      year: year.input.year,
      status: year.input.year < currentYear ? 'past' : year.input.year === currentYear ? 'running' : 'ahead',
      assessed: true,
      realised: viewText(year),
      planned: null,
      scenario: null,
      differences: [],
    })),
    steps: [],
    deferral: null,
    prices: [],
    assumptions: [],
    issues: issueTexts([...issues], derived),
  };
}

function viewText({ input, realised, assessment, notes }: TaxYear): ViewText {
  const { carryforward: carriedOut, ...lines } = assessedTexts(assessment);
  return {
    ...lines,
    explain: `tax:${input.year}`,
    parametersYear: assessment.parametersYear,
    shortTermGain: toText(input.shortTermGain),
    longTermGain: toText(input.longTermGain),
    section1256Gain: toText(input.section1256Gain),
    otherFuturesGain: toText(realised.otherFuturesGain),
    income: toText(realised.income),
    ordinaryIncome: toText(input.ordinaryIncome),
    carriedIn: {
      shortTerm: toText(input.carryforward.shortTerm),
      longTerm: toText(input.carryforward.longTerm),
    },
    carriedOut,
    deferred: [],
    deferredTotal: '0',
    federalTax: toText(
      add(add(assessment.ordinaryTax, assessment.capitalGainTax), assessment.netInvestmentIncomeTax),
    ),
    stateTax: '0',
    effectiveRate: null,
    marginalWords: [],
    amtFlag: null,
    notes: [...notes],
    trace: traceText(assessment.trace),
  };
}
