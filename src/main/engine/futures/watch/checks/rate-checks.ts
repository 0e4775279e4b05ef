import type { Issue } from '../../../../../shared/domain/issue.ts';
import { absolute, compare } from '../../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../../shared/num/parse.ts';
import { parseSuffixedRate } from '../../../../../shared/num/suffixed-rate.ts';
import { issueOf } from '../../../issue-of.ts';
import { percentText } from '../../../words.ts';
import type { CheckedOrder } from './checked-order.ts';

/** No venue takes a fee or funding of more than five per cent at a time. */
const MOST = rate('0.05');

export function rateChecks({ rateText }: CheckedOrder): readonly Issue[] {
  if (rateText === null) return [];
  // Source: risks.md 2.6: 0.01 is 1 % or 0.01 %; Bybit writes a maintenance margin as "0.5" and as "0.005".
  const found = parseSuffixedRate(rateText);
  if (found === null) return [issueOf('hedge/rate-suffix', 'error', { typed: rateText })];
  return compare(absolute(found), MOST) > 0
    ? [issueOf('hedge/rate-implausible', 'warning', { typed: rateText, percent: percentText(found) })]
    : [];
}
