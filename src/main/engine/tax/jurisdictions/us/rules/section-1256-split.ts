import type { Rule } from '../../../../../../shared/domain/trace.ts';
import { subtract } from '../../../../../../shared/num/arithmetic.ts';
import { moneyTimes } from '../../../../../../shared/num/products.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import { section1256LongTermShare } from '../parameters/statutory-amounts.ts';

export const section1256Rule: Rule = {
  id: 'us/section-1256-split',
  law: '26 U.S.C. 1256(a)(3); Form 6781 lines 8 and 9',
  url: 'https://www.law.cornell.edu/uscode/text/26/1256',
};

/**
 * The net result of section 1256 contracts as 60 % long-term and 40 % short-term, whatever side and holding period.
 * Rounds the long-term part half-even to 18 decimals; the short-term part is the rest, so that both make the whole.
 */
export function section1256Split(gain: Money): { readonly shortTerm: Money; readonly longTerm: Money } {
  const longTerm = moneyTimes(gain, section1256LongTermShare, 'half-even');
  return { shortTerm: subtract(gain, longTerm), longTerm };
}
