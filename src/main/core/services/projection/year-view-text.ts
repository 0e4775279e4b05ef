import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { add, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money } from '../../../../shared/num/parse.ts';
import { moneyTimes } from '../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { MarginalRates } from '../../../engine/tax/assessment.ts';
import { projectedTrace } from '../../../engine/tax/projection/projected-trace.ts';
import { whatFrees } from '../../../engine/tax/projection/what-frees.ts';
import type { TaxYear, TaxYears } from '../../../engine/tax/tax-years.ts';
import { moneyText } from '../../../engine/words.ts';
import { assessedTexts } from '../tax/assessed-texts.ts';
import { traceText } from '../trace-text.ts';

export type ProjectionText = CallAnswer<'plan.projection'>;
export type YearText = ProjectionText['years'][number];
export type ViewText = NonNullable<YearText['realised']>;
export type ViewName = 'realised' | 'planned' | 'scenario';

export interface ViewTextOf {
  readonly view: ViewName;
  readonly years: TaxYears;
  /** What the ledger realised until today. */
  readonly realised: TaxYears;
  readonly currency: string;
  /** False where saved exit plans are left out: ids stand for figures with them. */
  readonly hasIds: boolean;
  /** Years that `plan.taxYears` shows: their realised figures have ids of their own. */
  readonly isTold: (year: number) => boolean;
}

/** A year of one view as the contract carries it. */
export function yearViewText(year: TaxYear, of: ViewTextOf): ViewText {
  const { input, realised, assessment, notes, straddles } = year;
  const { carryforward: carriedOut, ...lines } = assessedTexts(assessment);
  const waiting = deferredTexts(year, of);
  return {
    ...lines,
    explain: viewId(input.year, of),
    parametersYear: assessment.parametersYear,
    shortTermGain: toText(input.shortTermGain),
    longTermGain: toText(input.longTermGain),
    section1256Gain: toText(input.section1256Gain),
    section1256CarriedBack: toText(input.section1256CarriedBack ?? zeroMoney),
    section1256BroughtBack: toText(input.section1256BroughtBack ?? zeroMoney),
    otherFuturesGain: toText(realised.otherFuturesGain),
    income: toText(add(realised.income, realised.futuresIncome)),
    ordinaryIncome: toText(input.ordinaryIncome),
    carriedIn: {
      shortTerm: toText(input.carryforward.shortTerm),
      longTerm: toText(input.carryforward.longTerm),
    },
    carriedOut,
    deferred: waiting,
    deferredTotal: toText(
      sum(
        straddles.deferred.map(({ amount }) => amount),
        zeroMoney,
      ),
    ),
    federalTax: toText(assessment.federalTax),
    stateTax: toText(assessment.stateTax),
    effectiveRate: assessment.effectiveRate === null ? null : toText(assessment.effectiveRate),
    marginalWords: marginalWords(assessment.marginalRates, of.currency),
    amtFlag: assessment.amtFlag,
    notes: [...notes],
    trace: traceText(projectedLine('totalTax', year, of) ?? assessment.trace),
  };
}

/** The trace of a line of a view. */
export function projectedLine(
  line: string,
  year: TaxYear,
  of: ViewTextOf,
): ReturnType<typeof projectedTrace> {
  return projectedTrace(line, {
    year,
    before: of.years.years.findLast((one) => one.input.year < year.input.year),
    realised: of.realised.realised.find((one) => one.year === year.input.year),
    currency: of.currency,
    idOf: of.view === 'scenario' ? null : (before) => viewId(before, of) ?? '',
  });
}

function viewId(year: number, { view, isTold, hasIds }: ViewTextOf): string | null {
  if (view === 'scenario' || (view === 'planned' && !hasIds)) return null;
  return view === 'realised' && isTold(year) ? `tax:${year}` : `projection:${year}/${view}`;
}

function deferredTexts({ input, straddles }: TaxYear, { years, currency }: ViewTextOf): ViewText['deferred'] {
  if (straddles.deferred.length === 0) return [];
  const later = years.straddles.years.filter(({ year }) => year > input.year);
  return whatFrees(straddles, later, years.facts.straddles, currency).map((waits) => ({
    position: waits.loss.position,
    name: waits.name,
    sustained: waits.loss.sustained,
    amount: toText(waits.loss.amount),
    character: waits.loss.character,
    blockedBy: waits.blockedBy.map(({ of, kind, amount, words }) => ({
      of,
      kind,
      amount: toText(amount),
      words,
    })),
    moreGain: toText(waits.moreGain),
    freedIn: waits.freedIn,
    words: waits.words,
  }));
}

const THOUSAND = money('1000');

const KINDS: { readonly [Kind in keyof MarginalRates]: string } = {
  ordinary: 'income',
  shortTerm: 'short-term gain',
  longTerm: 'long-term gain',
  section1256: 'section 1256 gain (60/40)',
};

function marginalWords(rates: MarginalRates, currency: string): string[] {
  return (Object.keys(KINDS) as (keyof MarginalRates)[]).map((kind) => {
    const cost = moneyTimes(THOUSAND, rates[kind], 'half-even');
    return `The next 1,000 ${currency} of ${KINDS[kind]} costs ${moneyText(cost, currency)}.`;
  });
}
