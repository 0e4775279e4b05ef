import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { TaxYear } from '../../../engine/tax/tax-years.ts';
import type { HandlersOf } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { standingIssues } from '../standing-issues.ts';
import { traceText } from '../trace-text.ts';
import { assessedTexts } from './assessed-texts.ts';

export const taxYearsHandlers: HandlersOf<'plan.taxYears'> = {
  'plan.taxYears': async (_, context) => {
    const derived = await derivedOf(context);
    if (!derived.ok) return derived;
    const { years, issues } = derived.value.taxYears;
    return ok({
      years: years.map(yearText),
      issues: issueTexts([...standingIssues(derived.value), ...issues], derived.value),
    });
  },
};

/** An assessed year as the contract carries it. */
function yearText({
  input,
  realised,
  assessment,
  notes,
}: TaxYear): CallAnswer<'plan.taxYears'>['years'][number] {
  return {
    ...assessedTexts(assessment),
    year: input.year,
    parametersYear: assessment.parametersYear,
    shortTermGain: toText(input.shortTermGain),
    longTermGain: toText(input.longTermGain),
    section1256Gain: toText(input.section1256Gain),
    income: toText(realised.income),
    notes: [...notes],
    explain: `tax:${input.year}`,
    trace: traceText(assessment.trace),
  };
}
