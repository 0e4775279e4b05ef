import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { YearInput } from '../../../assessment.ts';
import { section1256Net } from '../rules/net-gains.ts';
import { section1256Split } from '../rules/section-1256-split.ts';
import type { FormLine } from './form-line.ts';

/** Form 6781 Part I, lines 5 to 9, as the year was filed: what later years bring back stands on Form 1045 or 1040-X. */
export function form6781Part1(input: YearInput): readonly FormLine[] {
  const { section1256Gain, section1256CarriedBack = zeroMoney } = input;
  const line7 = section1256Net({ section1256Gain, section1256CarriedBack });
  const { shortTerm, longTerm } = section1256Split(line7);
  return [
    { line: '5', label: 'Gains and losses of section 1256 contracts, combined', amount: section1256Gain },
    {
      line: '6',
      label: 'Net section 1256 loss carried back, as a positive amount (box D)',
      amount: section1256CarriedBack,
    },
    { line: '7', label: 'Lines 5 and 6', amount: line7 },
    { line: '8', label: 'Short-term part: 40 % of line 7, to Schedule D line 4', amount: shortTerm },
    { line: '9', label: 'Long-term part: 60 % of line 7, to Schedule D line 11', amount: longTerm },
  ];
}
