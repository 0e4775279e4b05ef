import { add } from '../../../../../../shared/num/arithmetic.ts';
import type { UsLines } from '../us-lines.ts';
import { carryoverLines } from '../rules/loss-carryover.ts';
import type { FormLine } from './form-line.ts';

/** The Capital Loss Carryover Worksheet of the Schedule D instructions, lines 1 to 13. */
export function carryoverWorksheet(lines: UsLines): readonly FormLine[] {
  const { netShortTerm, netLongTerm, lossAllowed, taxableIncomeSigned, deductions } = lines;
  const taxableIncome = add(taxableIncomeSigned, deductions.senior);
  const at = carryoverLines({ taxableIncome, lossAllowed, netShortTerm, netLongTerm });
  return [
    { line: '1', label: 'Taxable income, negative where deductions exceed income', amount: at.line1 },
    { line: '2', label: 'Schedule D line 21 as a positive amount', amount: at.line2 },
    { line: '3', label: 'Lines 1 and 2, not below zero', amount: at.line3 },
    { line: '4', label: 'The smaller of lines 2 and 3: what the allowance used up', amount: at.line4 },
    { line: '5', label: 'Schedule D line 7 as a positive amount, if a loss', amount: at.line5 },
    { line: '6', label: 'Schedule D line 15, if a gain', amount: at.line6 },
    { line: '7', label: 'Lines 4 and 6', amount: at.line7 },
    { line: '8', label: 'Short-term loss carried on: line 5 less line 7, not below zero', amount: at.line8 },
    { line: '9', label: 'Schedule D line 15 as a positive amount, if a loss', amount: at.line9 },
    { line: '10', label: 'Schedule D line 7, if a gain', amount: at.line10 },
    { line: '11', label: 'Line 4 less line 5, not below zero', amount: at.line11 },
    { line: '12', label: 'Lines 10 and 11', amount: at.line12 },
    {
      line: '13',
      label: 'Long-term loss carried on: line 9 less line 12, not below zero',
      amount: at.line13,
    },
  ];
}
