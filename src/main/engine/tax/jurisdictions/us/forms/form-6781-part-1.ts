import { add } from '../../../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import type { YearInput } from '../../../assessment.ts';
import { section1256Split } from '../rules/section-1256-split.ts';
import type { FormLine } from './form-line.ts';

/** Lines 5 to 9 of Form 6781. */
export interface Form6781Split {
  readonly line5: Money;
  /** Positive: the loss that goes back to earlier years. */
  readonly line6: Money;
  readonly line7: Money;
  readonly line8: Money;
  readonly line9: Money;
}

/** From line 5 to what Schedule D takes, 40 and 60 %. Law: Form 6781 Part I; 26 U.S.C. 1256(a)(3). */
export function form6781Split(line5: Money, line6: Money): Form6781Split {
  const line7 = add(line5, line6);
  const { shortTerm, longTerm } = section1256Split(line7);
  return { line5, line6, line7, line8: shortTerm, line9: longTerm };
}

/** Form 6781 Part I, lines 5 to 9, of a year as it was given: nothing in it was brought back from later years. */
export function form6781Part1({
  section1256Gain,
  section1256CarriedBack = zeroMoney,
}: YearInput): readonly FormLine[] {
  const { line5, line6, line7, line8, line9 } = form6781Split(section1256Gain, section1256CarriedBack);
  return [
    { line: '5', label: 'Gains and losses of section 1256 contracts, combined', amount: line5 },
    { line: '6', label: 'Net section 1256 loss carried back, as a positive amount (box D)', amount: line6 },
    { line: '7', label: 'Lines 5 and 6', amount: line7 },
    { line: '8', label: 'Short-term part: 40 % of line 7, to Schedule D line 4', amount: line8 },
    { line: '9', label: 'Long-term part: 60 % of line 7, to Schedule D line 11', amount: line9 },
  ];
}
