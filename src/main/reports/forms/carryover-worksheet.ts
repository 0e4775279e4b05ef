import { add, clampToZero, isNegative, negate, smaller, subtract } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { parametersFor } from '../../engine/tax/jurisdictions/us/parameters/parameters-for.ts';
import { usLines } from '../../engine/tax/jurisdictions/us/us-lines.ts';
import type { TaxYear } from '../../engine/tax/tax-years.ts';
import { lineSection } from '../line-section.ts';
import type { FormLine } from '../line-section.ts';
import { ROUNDING_NOTE } from '../report-document.ts';
import type { ReportDocument } from '../report-document.ts';
import { kindWords } from '../report-kinds.ts';

/** The worksheet's lines by number; null where the worksheet skips them. */
export type WorksheetLines = Readonly<Record<number, Money | null>>;

/**
 * The Capital Loss Carryover Worksheet of a year: what goes on to the next.
 * Law: Schedule D instructions, Capital Loss Carryover Worksheet, lines 1 to 13; 26 U.S.C. 1212(b).
 */
export function worksheetLines({ input }: Pick<TaxYear, 'input'>): WorksheetLines | null {
  const parameters = parametersFor(input.year, input.inflation);
  if (!parameters.ok) return null;
  const { taxableIncomeSigned, deductions, lossAllowed, netShortTerm, netLongTerm } = usLines(input, parameters.value);
  const isLoss = isNegative(add(netShortTerm, netLongTerm));
  if (!isLoss) return {};
  const line1 = add(taxableIncomeSigned, deductions.senior);
  const line3 = clampToZero(add(line1, lossAllowed));
  const line4 = smaller(lossAllowed, line3);
  const hasShortLoss = isNegative(netShortTerm);
  const line5 = hasShortLoss ? negate(netShortTerm) : zeroMoney;
  const short = hasShortLoss ? shortLines(line4, line5, netLongTerm) : {};
  const long = isNegative(netLongTerm) ? longLines(line4, line5, netShortTerm, netLongTerm) : {};
  return { 1: line1, 2: lossAllowed, 3: line3, 4: line4, 5: line5, ...short, ...long };
}

function shortLines(line4: Money, line5: Money, netLongTerm: Money): WorksheetLines {
  const line6 = clampToZero(netLongTerm);
  const line7 = add(line4, line6);
  return { 6: line6, 7: line7, 8: clampToZero(subtract(line5, line7)) };
}

function longLines(line4: Money, line5: Money, netShortTerm: Money, netLongTerm: Money): WorksheetLines {
  const line9 = negate(netLongTerm);
  const line10 = clampToZero(netShortTerm);
  const line11 = clampToZero(subtract(line4, line5));
  const line12 = add(line10, line11);
  return { 9: line9, 10: line10, 11: line11, 12: line12, 13: clampToZero(subtract(line9, line12)) };
}

const texts: readonly string[] = [
  'Taxable income, which may be below zero (with the senior deduction added back)',
  'The loss of Schedule D, line 21, as a positive amount',
  'Lines 1 and 2 together; zero if that is less',
  'The smaller of line 2 and line 3',
  'The loss of Schedule D, line 7, as a positive amount; zero if line 7 is a gain',
  'The gain of Schedule D, line 15; zero if it is a loss',
  'Lines 4 and 6 together',
  'Short-term loss carried to the next year: line 5 less line 7; to line 6 of the next Schedule D',
  'The loss of Schedule D, line 15, as a positive amount',
  'The gain of Schedule D, line 7; zero if it is a loss',
  'Line 4 less line 5; zero if that is less',
  'Lines 10 and 11 together',
  'Long-term loss carried to the next year: line 9 less line 12; to line 14 of the next Schedule D',
];

/** The worksheet as a paper. */
export function carryoverWorksheet(taxYear: TaxYear): ReportDocument {
  const { year } = taxYear.input;
  const lines = worksheetLines(taxYear) ?? {};
  const { title, purpose } = kindWords['carryover-worksheet'];
  const isEmpty = Object.keys(lines).length === 0;
  return {
    kind: 'carryover-worksheet',
    title,
    purpose,
    year,
    sections: [
      lineSection(
        'worksheet',
        `From ${year} to ${year + 1}`,
        texts.map((text, place) => formLine(place + 1, text, lines[place + 1], isEmpty, year)),
        isEmpty ? [`Schedule D of ${year} shows no loss on line 16: nothing is carried on.`] : [],
      ),
    ],
    notes: [
      ROUNDING_NOTE,
      'The loss that may be deducted uses up the short-term loss first. Losses are carried on without end, each with its character, until they are used.',
    ],
    issues: [],
  };
}

function formLine(line: number, text: string, amount: Money | null | undefined, isEmpty: boolean, year: number): FormLine {
  const figure = amount ?? null;
  return {
    line: String(line),
    text,
    amount: figure ?? (isEmpty ? null : 'Skip'),
    ...(figure === null ? {} : { explain: explainOf(line, year) }),
  };
}

function explainOf(line: number, year: number): string {
  if (line === 2) return `tax:${year}/lossAllowed`;
  if (line === 1) return `tax:${year}/taxableIncome`;
  if (line === 5 || line === 10) return `tax:${year}/netShortTerm`;
  if (line === 6 || line === 9) return `tax:${year}/netLongTerm`;
  return `tax:${year}/carryforward/${line > 8 ? 'longTerm' : 'shortTerm'}`;
}
