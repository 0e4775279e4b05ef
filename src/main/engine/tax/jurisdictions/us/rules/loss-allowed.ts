import type { FilingStatus } from '../../../../../../shared/domain/profile.ts';
import type { Rule } from '../../../../../../shared/domain/trace.ts';
import { clampToZero, negate, smaller } from '../../../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import { capitalLossLimit } from '../parameters/statutory-amounts.ts';

export const lossAllowedRule: Rule = {
  id: 'us/loss-allowed',
  law: '26 U.S.C. 1211(b); Schedule D line 21',
  url: capitalLossLimit.source.url,
};

/**
 * The net capital loss that may be set against other income: at most 3 000, or 1 500 when married filing separately.
 * In: Schedule D line 16, signed. Out: positive, or zero.
 */
export function lossAllowed(total: Money, status: FilingStatus): Money {
  return smaller(clampToZero(negate(total)), capitalLossLimit[status]);
}
