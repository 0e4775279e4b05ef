import type { Rule } from '../../../../../../shared/domain/trace.ts';
import { add, clampToZero, smaller, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import type { YearInput } from '../../../assessment.ts';
import { section1256Split } from './section-1256-split.ts';

/** Form 6781 line 7: the year's section 1256 result with what is carried back out of it, or to it. Signed. */
export function section1256Net({
  section1256Gain,
  section1256CarriedBack = zeroMoney,
  section1256BroughtBack = zeroMoney,
}: Pick<YearInput, 'section1256Gain' | 'section1256CarriedBack' | 'section1256BroughtBack'>): Money {
  return subtract(add(section1256Gain, section1256CarriedBack), section1256BroughtBack);
}

export const nettingRule: Rule = {
  id: 'us/net-gains',
  law: '26 U.S.C. 1222(5)-(11), 1212(b); Schedule D lines 7, 15 and 16',
  url: 'https://www.law.cornell.edu/uscode/text/26/1222',
};

export interface NetGains {
  /** Schedule D line 7: with 40 % of section 1256 and the short-term loss carried in. Signed. */
  readonly netShortTerm: Money;
  /** Schedule D line 15: with 60 % of section 1256 and the long-term loss carried in. Signed. */
  readonly netLongTerm: Money;
  /** Schedule D line 16. Signed. */
  readonly total: Money;
  /** The excess of net long-term gain over net short-term loss: what the 0/15/20 rates apply to. Never negative. */
  readonly netCapitalGain: Money;
}

/** Short and long netted, each within itself, then against each other. Rounds only in the 60/40 split. */
export function netGains(input: YearInput): NetGains {
  const split = section1256Split(section1256Net(input));
  const netShortTerm = subtract(add(input.shortTermGain, split.shortTerm), input.carryforward.shortTerm);
  const netLongTerm = subtract(add(input.longTermGain, split.longTerm), input.carryforward.longTerm);
  const total = add(netShortTerm, netLongTerm);
  return { netShortTerm, netLongTerm, total, netCapitalGain: clampToZero(smaller(netLongTerm, total)) };
}
