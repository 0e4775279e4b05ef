import {
  add,
  clampToZero,
  isNegative,
  isPositive,
  negate,
  smaller,
  subtract,
} from '../../../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import type { YearInput } from '../../../assessment.ts';
import { lossAllowed } from '../rules/loss-allowed.ts';
import { netGains, section1256Net } from '../rules/net-gains.ts';
import { section1256Split } from '../rules/section-1256-split.ts';
import type { FormLine } from './form-line.ts';

/** Totals of Form 8949 by the line of Schedule D they go to: (h) of boxes A and G on 1b, B and H on 2, C and I on 3, … */
export type ScheduleDBoxes = {
  readonly [Line in '1b' | '2' | '3' | '8b' | '9' | '10']?: Money;
};

/** What of Form 6781 Part II goes to lines 4 and 11 besides the 40 and 60 % of Part I: lines 11a less 13a and 11b less 13b. */
export interface StraddleLines {
  readonly shortTerm: Money;
  readonly longTerm: Money;
}

/**
 * Schedule D from line 1b to 21, exact.
 * In: where the totals of Form 8949 are given, what they leave of the year's gains stands on the lines for what they do not
 * hold ("not on these forms"); so lines 7 and 15 are always those of the assessed year.
 */
export function scheduleD(
  input: YearInput,
  boxes: ScheduleDBoxes = {},
  straddles: StraddleLines = { shortTerm: zeroMoney, longTerm: zeroMoney },
): readonly FormLine[] {
  const gains = netGains(input);
  const futures = section1256Split(section1256Net(input));
  const of = (line: keyof ScheduleDBoxes): Money => boxes[line] ?? zeroMoney;
  const shortForms = add(add(of('1b'), of('2')), of('3'));
  const longForms = add(add(of('8b'), of('9')), of('10'));
  const shortRest = subtract(subtract(input.shortTermGain, shortForms), straddles.shortTerm);
  const longRest = subtract(subtract(input.longTermGain, longForms), straddles.longTerm);
  return [
    { line: '1b', label: 'Short-term, Form 8949 boxes A and G', amount: of('1b') },
    { line: '2', label: 'Short-term, Form 8949 boxes B and H', amount: of('2') },
    { line: '3', label: 'Short-term, Form 8949 boxes C and I', amount: of('3') },
    {
      line: '4',
      label: 'Short-term gain or loss of Form 6781',
      amount: add(futures.shortTerm, straddles.shortTerm),
    },
    {
      line: '5',
      label: 'Short-term, not on these forms: gains elsewhere of your tax details',
      amount: shortRest,
    },
    { line: '6', label: 'Short-term loss carried in', amount: negate(input.carryforward.shortTerm) },
    { line: '7', label: 'Net short-term gain or loss', amount: gains.netShortTerm },
    { line: '8b', label: 'Long-term, Form 8949 boxes D and J', amount: of('8b') },
    { line: '9', label: 'Long-term, Form 8949 boxes E and K', amount: of('9') },
    { line: '10', label: 'Long-term, Form 8949 boxes F and L', amount: of('10') },
    {
      line: '11',
      label: 'Long-term gain or loss of Form 6781',
      amount: add(futures.longTerm, straddles.longTerm),
    },
    {
      line: '12',
      label: 'Long-term, not on these forms: gains elsewhere of your tax details',
      amount: longRest,
    },
    { line: '13', label: 'Capital gain distributions: yours to add', amount: null },
    { line: '14', label: 'Long-term loss carried in', amount: negate(input.carryforward.longTerm) },
    { line: '15', label: 'Net long-term gain or loss', amount: gains.netLongTerm },
    { line: '16', label: 'Lines 7 and 15', amount: gains.total },
    ...restOfScheduleD(input, gains),
  ];
}

function restOfScheduleD(
  { filingStatus }: YearInput,
  { total, netLongTerm, netCapitalGain }: ReturnType<typeof netGains>,
): readonly FormLine[] {
  const bothGains = isPositive(total) && isPositive(netLongTerm);
  const allowed = lossAllowed(total, filingStatus);
  return [
    {
      line: '17',
      label: 'Lines 15 and 16 both gains: what the 0/15/20 % rates apply to',
      amount: bothGains ? clampToZero(smaller(netLongTerm, netCapitalGain)) : null,
    },
    { line: '18', label: '28 % rate gain: coins are no collectibles', amount: bothGains ? zeroMoney : null },
    { line: '19', label: 'Unrecaptured section 1250 gain', amount: bothGains ? zeroMoney : null },
    {
      line: '21',
      label: 'Loss set against other income',
      amount: isNegative(total) ? negate(allowed) : null,
    },
  ];
}
