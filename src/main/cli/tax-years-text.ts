import type { CallAnswer } from '../../shared/contract/contract.ts';
import { issuesText } from './issues.ts';
import { gainText, moneyText, shareText } from './numbers.ts';
import { paragraph } from './paragraph.ts';
import { table } from './table.ts';
import { marked } from './unknown-cost.ts';

type TaxYears = CallAnswer<'plan.taxYears'>;

export function taxYearsText({ years, issues }: TaxYears): string {
  return [
    'Tax years',
    ...(years.length === 0 ? [] : [yearTable(years), whyText(years)]),
    ...notesText(years),
    ...issuesText(issues),
  ].join('\n\n');
}

/** Every line has an id: its year, and its name in `--json`. */
function whyText(years: TaxYears['years']): string {
  const id = years.at(-1)?.explain ?? '';
  return paragraph(
    `Why: explain ${id}/totalTax, or another line by its name in --json (${id}/marginalRates/longTerm).`,
  );
}

/** Years as columns: lines are what a tax form has as lines. */
function yearTable(years: TaxYears['years']): string {
  type Year = TaxYears['years'][number];
  const lines: readonly (readonly [string, (year: Year) => string])[] = [
    ['Short-term gain', (year) => gainText(year.shortTermGain)],
    ['Long-term gain', (year) => gainText(year.longTermGain)],
    ['Section 1256 gain (60/40)', (year) => gainText(year.section1256Gain)],
    ['Crypto income', (year) => moneyText(year.income)],
    ['Net short-term', (year) => gainText(year.netShortTerm)],
    ['Net long-term', (year) => gainText(year.netLongTerm)],
    ['Loss set against income', (year) => moneyText(year.lossAllowed)],
    ['Taxable income', (year) => moneyText(year.taxableIncome)],
    ['Tax on ordinary income', (year) => moneyText(year.ordinaryTax)],
    ['Tax on capital gains', (year) => moneyText(year.capitalGainTax)],
    ['Net investment income tax', (year) => moneyText(year.netInvestmentIncomeTax)],
    ['Total tax', (year) => moneyText(year.totalTax)],
    ['Loss carried on, short-term', (year) => moneyText(year.carryforward.shortTerm)],
    ['Loss carried on, long-term', (year) => moneyText(year.carryforward.longTerm)],
    ['Next income taxed at', (year) => shareText(year.marginalRates.ordinary)],
    ['Next short-term gain taxed at', (year) => shareText(year.marginalRates.shortTerm)],
    ['Next long-term gain taxed at', (year) => shareText(year.marginalRates.longTerm)],
  ];
  return table(
    lines,
    [
      { title: '', cell: ([label]) => label },
      ...years.map((year) => ({
        title: marked(String(year.year), year.basisUnknown || year.priceMissing),
        cell: ([, read]: (typeof lines)[number]) => read(year),
        right: true,
      })),
    ],
    '',
  );
}

/** Each note once, with the years it is about. */
function notesText(years: TaxYears['years']): string[] {
  const yearsOf = new Map<string, number[]>();
  for (const { year, notes } of years) {
    for (const note of notes) yearsOf.set(note, [...(yearsOf.get(note) ?? []), year]);
  }
  const lines = [...yearsOf].map(([note, about]) => paragraph(`${about.join(', ')}: ${note}`));
  return lines.length === 0 ? [] : [lines.join('\n')];
}
