import { add, isNegative } from '../../../shared/num/arithmetic.ts';
import type { Money } from '../../../shared/num/types.ts';
import { carryoverWorksheet as worksheetLines } from '../../engine/tax/jurisdictions/us/forms/carryover-worksheet.ts';
import { parametersFor } from '../../engine/tax/jurisdictions/us/parameters/parameters-for.ts';
import { usLines } from '../../engine/tax/jurisdictions/us/us-lines.ts';
import type { UsLines } from '../../engine/tax/jurisdictions/us/us-lines.ts';
import type { TaxYear } from '../../engine/tax/tax-years.ts';
import { lineSection } from '../line-section.ts';
import { ROUNDING_NOTE } from '../report-document.ts';
import type { ReportDocument, ReportSection } from '../report-document.ts';
import { kindWords } from '../report-kinds.ts';

/** The worksheet that says what of a year's capital loss goes on to the next. */
export function carryoverWorksheet({ input }: Pick<TaxYear, 'input'>): ReportDocument {
  const { title, purpose } = kindWords['carryover-worksheet'];
  return {
    kind: 'carryover-worksheet',
    title,
    purpose,
    year: input.year,
    sections: sectionsOf(input),
    notes: [
      ROUNDING_NOTE,
      'Line 8 goes to line 6 of the next year’s Schedule D, line 13 to its line 14. Losses are carried on without end, each with its character, until they are used.',
      'Line 1 adds the deduction for people of 65 or older back (26 U.S.C. 1212(b)(2)(B) with 151(d)(5)): check the worksheet of the year.',
    ],
    issues: [],
  };
}

function sectionsOf(input: TaxYear['input']): readonly ReportSection[] {
  const parameters = parametersFor(input.year, input.inflation);
  if (!parameters.ok) return [];
  const { year } = input;
  const lines = usLines(input, parameters.value);
  const isLoss = isNegative(add(lines.netShortTerm, lines.netLongTerm));
  const shown = worksheetLines(lines).map(({ line, label, amount }) => ({
    line,
    text: label,
    amount: isLoss ? amount : null,
    ...explainOf(line, isLoss ? amount : null, lines, year),
  }));
  const none = `Schedule D of ${year} shows no loss on line 16: nothing is carried on.`;
  return [lineSection('worksheet', `From ${year} to ${year + 1}`, shown, isLoss ? [] : [none])];
}

/** Only a line that shows a figure of the year as it is leads there: losses stand here without their minus. */
function explainOf(
  line: string,
  amount: Money | null,
  { taxableIncome, lossAllowed, netShortTerm, netLongTerm, carryforward }: UsLines,
  year: number,
): { readonly explain?: string } {
  const figures: { readonly [Line in string]?: readonly [name: string, amount: Money] } = {
    '1': ['taxableIncome', taxableIncome],
    '2': ['lossAllowed', lossAllowed],
    '6': ['netLongTerm', netLongTerm],
    '8': ['carryforward/shortTerm', carryforward.shortTerm],
    '10': ['netShortTerm', netShortTerm],
    '13': ['carryforward/longTerm', carryforward.longTerm],
  };
  const [name, figure] = figures[line] ?? [];
  return name === undefined || amount === null || amount !== figure ? {} : { explain: `tax:${year}/${name}` };
}
