import { add, isNegative, isZero, subtract } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { assessYear } from '../../engine/tax/assess-year.ts';
import type { Assessment } from '../../engine/tax/assessment.ts';
import { section1256Carryback } from '../../engine/tax/jurisdictions/us/rules/section-1256-carryback.ts';
import type {
  CarrybackYear,
  Section1256Carryback,
} from '../../engine/tax/jurisdictions/us/rules/section-1256-carryback.ts';
import type { TaxYear } from '../../engine/tax/tax-years.ts';
import { lineSection } from '../line-section.ts';
import { cell, ROUNDING_NOTE, rowsOf } from '../report-document.ts';
import type { ReportDocument, ReportSection } from '../report-document.ts';
import { kindWords } from '../report-kinds.ts';
import type { YearFacts } from '../year-facts.ts';

type CarrybackFacts = Pick<YearFacts, 'year' | 'taxYears' | 'history' | 'carrybackYears'>;

/** The year without any carryback from it or to it. */
function plainAssessment({ jurisdiction, input }: TaxYear): Assessment | null {
  const without = { ...input, section1256CarriedBack: zeroMoney, section1256BroughtBack: zeroMoney };
  const assessed = assessYear(jurisdiction, without);
  return assessed.ok ? assessed.value : null;
}

/** Years before a loss year, with what losses of other elected years took of them. */
function earlierYears(
  before: number,
  facts: CarrybackFacts,
  taken: ReadonlyMap<number, Money>,
): CarrybackYear[] {
  const assessed = facts.taxYears
    .filter(({ input }) => input.year < before)
    .flatMap((taxYear): CarrybackYear[] => {
      const plain = plainAssessment(taxYear);
      if (plain === null) return [];
      const { year, section1256Gain } = taxYear.input;
      return [{ year, section1256Gain, capitalGainNetIncome: add(plain.netShortTerm, plain.netLongTerm) }];
    });
  const known = new Set(assessed.map(({ year }) => year));
  return [...facts.history.filter(({ year }) => !known.has(year) && year < before), ...assessed].map(
    (one) => {
      const used = taken.get(one.year) ?? zeroMoney;
      return {
        year: one.year,
        section1256Gain: subtract(one.section1256Gain, used),
        capitalGainNetIncome: subtract(one.capitalGainNetIncome, used),
      };
    },
  );
}

/** The carryback of the facts' year, after those of earlier loss years that are elected. null where it is not assessed. */
function carrybackOf(
  facts: CarrybackFacts,
): { readonly result: Section1256Carryback; readonly earlier: readonly CarrybackYear[] } | null {
  const taken = new Map<number, Money>();
  for (const taxYear of facts.taxYears) {
    const { year, filingStatus, section1256Gain } = taxYear.input;
    const isAsked = year === facts.year;
    if (!isAsked && (year > facts.year || !facts.carrybackYears.has(year))) continue;
    const plain = plainAssessment(taxYear);
    if (plain === null) return null;
    const earlier = earlierYears(year, facts, taken);
    const result = section1256Carryback(
      { year, filingStatus, section1256Gain, carriedOn: plain.carryforward },
      earlier,
    );
    if (isAsked) return { result, earlier };
    for (const { year: of, used } of result.uses) taken.set(of, add(taken.get(of) ?? zeroMoney, used));
  }
  return null;
}

/** What a section 1256 loss of the year could take back, year by year. Law: 26 U.S.C. 1212(c). */
export function carryback(facts: CarrybackFacts): ReportDocument {
  const found = carrybackOf(facts);
  const { title, purpose } = kindWords.carryback;
  const isElected = facts.carrybackYears.has(facts.year);
  return {
    kind: 'carryback',
    title,
    purpose,
    year: facts.year,
    sections: found === null ? [] : [amounts(found.result, facts), yearTable(found, facts)],
    notes: [
      ROUNDING_NOTE,
      isElected
        ? `The carryback of the loss of ${facts.year} is elected: line 6 of Form 6781 holds it, and the years it goes to are assessed with it.`
        : `The carryback of the loss of ${facts.year} is not elected: this is what it would do. Elect it under tax choices ("carryback:${facts.year}").`,
      'Only individuals can elect it. It is claimed on Form 1045 within a year, or on Form 1040-X, with an amended Form 6781 and Schedule D of each year that it goes to.',
      'It may not make or raise a net operating loss of an earlier year; an investor’s deductions make none.',
    ],
    issues: [],
  };
}

function amounts(
  { netLoss, wouldCarryOn, maximum, carriedBack, left }: Section1256Carryback,
  { year }: CarrybackFacts,
): ReportSection {
  return lineSection('amounts', `The loss of ${year}`, [
    {
      line: 'A',
      text: 'Loss of section 1256 contracts alone, above the 3,000 (1,500) that may be deducted',
      amount: netLoss,
    },
    {
      line: 'B',
      text: 'Short-term and long-term losses that would be carried on without the election',
      amount: wouldCarryOn,
    },
    { line: 'N', text: 'The smaller of A and B: the most that can go back', amount: maximum },
    { line: '6', text: 'What goes back: Form 6781, line 6', amount: carriedBack },
    { line: '', text: 'What no earlier year can take; it goes on to the next year', amount: left },
  ]);
}

function yearTable(
  { result, earlier }: { readonly result: Section1256Carryback; readonly earlier: readonly CarrybackYear[] },
  { year }: CarrybackFacts,
): ReportSection {
  const missing = [year - 3, year - 2, year - 1].filter(
    (one) => !result.uses.some((use) => use.year === one),
  );
  const before = new Map(earlier.map((one) => [one.year, one]));
  return {
    id: 'years',
    title: 'By year, the oldest first',
    notes: [
      ...(missing.length === 0
        ? []
        : [
            `Nothing is known of ${missing.join(', ')}: enter what the returns of those years say in the tax details.`,
          ]),
      ...(isZero(result.maximum) || isNegative(result.maximum)
        ? ['There is no such loss in this year.']
        : []),
    ],
    columns: [
      { id: 'year', title: 'Year', kind: 'count', width: 0.6 },
      { id: 'gain', title: 'Net section 1256 gain', kind: 'money' },
      { id: 'income', title: 'Capital gain net income', kind: 'money' },
      { id: 'room', title: 'Most it can take', kind: 'money' },
      { id: 'used', title: 'Carried back to it', kind: 'money' },
      { id: 'short', title: '40 %, short-term', kind: 'money' },
      { id: 'long', title: '60 %, long-term', kind: 'money' },
    ],
    rows: rowsOf(
      result.uses.map((use) => [
        cell(use.year),
        cell(before.get(use.year)?.section1256Gain ?? null),
        cell(before.get(use.year)?.capitalGainNetIncome ?? null),
        cell(use.room),
        cell(use.used),
        cell(use.shortTerm),
        cell(use.longTerm),
      ]),
    ),
    totals: [
      cell('Together'),
      cell(null),
      cell(null),
      cell(null),
      cell(result.carriedBack),
      cell(null),
      cell(null),
    ],
  };
}
