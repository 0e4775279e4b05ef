import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { uncertainYears } from '../../../engine/tax/uncertain-years.ts';
import type { TaxYear } from '../../../engine/tax/tax-years.ts';
import type { HandlersOf } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import type { Derived } from '../../derived.ts';
import { disposalIndexOf, restsOnUnknownCost } from '../holdings/disposal-index.ts';
import { unknownCostOf } from '../holdings/unknown-cost.ts';
import { issueTexts } from '../issue-text.ts';
import { standingIssues } from '../standing-issues.ts';
import { traceText } from '../trace-text.ts';
import { clockTexts, straddlesText } from './straddles-text.ts';
import { assessedTexts } from './assessed-texts.ts';
import { deliveredCoins } from './delivered-coins.ts';

export const taxYearsHandlers: HandlersOf<'plan.taxYears'> = {
  'plan.taxYears': async (_, context) => {
    const derived = await derivedOf(context);
    if (!derived.ok) return derived;
    const { years, issues } = derived.value.taxYears;
    const known = [
      ...standingIssues(derived.value),
      ...issues,
      ...deliveredCoins(derived.value),
      ...lotErrorsIn(years, derived.value),
    ];
    return ok({
      years: years.map((year) => yearText(year, derived.value)),
      clocks: clockTexts(derived.value),
      unknownCost: unknownCostOf(derived.value),
      issues: issueTexts(known, derived.value),
    });
  },
};

const uncertainOf = keptFor((derived: Derived) => uncertainYears(derived.taxYears));

/** An assessed year as the contract carries it. */
function yearText(
  { input, realised, straddles, assessment, notes }: TaxYear,
  derived: Derived,
): CallAnswer<'plan.taxYears'>['years'][number] {
  const uncertain = uncertainOf(derived).get(input.year);
  const basisUnknown = restsOnUnknownCost(input.year, disposalIndexOf(derived.lots).groups);
  return {
    ...assessedTexts(assessment),
    year: input.year,
    parametersYear: assessment.parametersYear,
    shortTermGain: toText(input.shortTermGain),
    longTermGain: toText(input.longTermGain),
    section1256Gain: toText(input.section1256Gain),
    income: toText(realised.income),
    federalTax: toText(assessment.federalTax),
    stateTax: toText(assessment.stateTax),
    effectiveRate: assessment.effectiveRate === null ? null : toText(assessment.effectiveRate),
    amtFlag: assessment.amtFlag,
    straddles: straddlesText(straddles, realised, derived),
    notes: [
      ...notes,
      ...unknownCostNotes(input.year, derived),
      ...(uncertain === undefined ? [] : [uncertain]),
    ],
    basisUnknown,
    priceMissing: uncertain !== undefined,
    explain: `tax:${input.year}`,
    trace: traceText(assessment.trace),
  };
}

/** What the year's gains rest on, each a whole sentence. */
export function unknownCostNotes(year: number, derived: Derived): readonly string[] {
  const { groups } = disposalIndexOf(derived.lots);
  const isLeftOut = unknownCostOf(derived) === 'left-out' && restsOnUnknownCost(year, groups, 'ofUnknownLot');
  const isAssumed = restsOnUnknownCost(year, groups, isLeftOut ? 'ofMissingUnits' : 'basisUnknown');
  return [
    ...(isLeftOut
      ? [`Sales of ${year} of coins whose cost nobody knows are left out of its gains, as you chose.`]
      : []),
    ...(isAssumed ? [`The gains of ${year} rest on coins whose cost is assumed to be zero.`] : []),
  ];
}

/** What is wrong with lots changes the gains of its own year and of later ones: units that are missing. */
export function lotErrorsIn(years: readonly unknown[], { lots }: Derived): readonly Issue[] {
  return years.length === 0 ? [] : lots.issues.filter(({ severity }) => severity === 'error');
}
