import { isPositive, isZero } from '../../../../../shared/num/arithmetic.ts';
import { zeroMoney, zeroRate } from '../../../../../shared/num/types.ts';
import { moneyText, percentText } from '../../../words.ts';
import type { YearInput } from '../../assessment.ts';
import type { YearParameters } from './parameters/year-parameters.ts';
import type { UsLines } from './us-lines.ts';

/** What a reader of an assessed year must know, each a whole sentence. */
export function usYearNotes(input: YearInput, lines: UsLines, parameters: YearParameters): readonly string[] {
  return [
    ...amountsNote(input, parameters.year),
    ...stateNote(input),
    ...seniorNote(input, lines),
    ...carrybackNotes(input),
  ];
}

function amountsNote({ year, inflation = zeroRate }: YearInput, published: number): readonly string[] {
  if (year === published) return [];
  if (isZero(inflation))
    return [
      `The amounts for ${year} are not published here: those of ${published} were used, without inflation.`,
    ];
  return [
    `The amounts for ${year} are not published here: brackets, deductions and limits of ${published} were raised by ${percentText(inflation)} a year, as you assume, and rounded down to multiples of 50 (single and married separate brackets: 25). The 3,000 limit on losses and the thresholds of the net investment income tax never change.`,
  ];
}

function stateNote({ stateRate = zeroRate }: YearInput): readonly string[] {
  if (isZero(stateRate)) return [];
  return [
    `State tax is ${percentText(stateRate)} of federal taxable income, the plain rate of your tax details; your state’s own deductions, brackets and rates for gains are not computed.`,
  ];
}

function seniorNote(input: YearInput, { deductions }: UsLines): readonly string[] {
  if (!isPositive(deductions.senior)) return [];
  return [
    `For age, ${moneyText(deductions.senior, 'USD')} are deducted besides (tax years 2025 to 2028, less for larger incomes); the worksheet for losses carried on adds them back by the words of 26 U.S.C. 1212(b)(2)(B).`,
  ];
}

function carrybackNotes(input: YearInput): readonly string[] {
  const { section1256CarriedBack = zeroMoney, section1256BroughtBack = zeroMoney } = input;
  return [
    ...(isPositive(section1256CarriedBack)
      ? [
          `${moneyText(section1256CarriedBack, 'USD')} of this year’s section 1256 loss are carried back to earlier years (Form 6781 box D and line 6); what remains of it is carried on and stays a section 1256 loss.`,
        ]
      : []),
    ...(isPositive(section1256BroughtBack)
      ? [
          `${moneyText(section1256BroughtBack, 'USD')} of section 1256 losses of later years are carried back to this one: claimed with Form 1045 or an amended return (Form 1040-X).`,
        ]
      : []),
  ];
}
