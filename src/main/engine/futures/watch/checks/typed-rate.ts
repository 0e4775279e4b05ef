import type { Issue } from '../../../../../shared/domain/issue.ts';
import { absolute, compare } from '../../../../../shared/num/arithmetic.ts';
import { parseRate, rate } from '../../../../../shared/num/parse.ts';
import { rateTimes } from '../../../../../shared/num/products.ts';
import type { Rate } from '../../../../../shared/num/types.ts';
import { issueOf } from '../../../issue-of.ts';
import { percentText } from '../../../words.ts';
import type { CheckedOrder } from './checked-order.ts';

const UNITS: Readonly<Record<string, string>> = {
  '%': '0.01',
  'per cent': '0.01',
  bp: '0.0001',
  bps: '0.0001',
  fraction: '1',
};

/**
 * A rate that says what it is: "0.05%", "5 bp", "0.0005 fraction". null where it does not.
 * Source: risks.md 2.6: 0.01 is 1 % or 0.01 %; Bybit writes a maintenance margin as "0.5" and as "0.005".
 */
export function typedRate(text: string): Rate | null {
  const [, number = '', suffix = ''] = /^\s*(-?[\d.]+)\s*(%|per cent|bps?|fraction)\s*$/u.exec(text) ?? [];
  const unit = UNITS[suffix];
  const parsed = parseRate(number);
  return unit === undefined || !parsed.ok ? null : rateTimes(parsed.value, rate(unit), 'half-even');
}

/** No venue takes a fee or funding of more than five per cent at a time. */
const MOST = rate('0.05');

export function rateChecks({ rateText }: CheckedOrder): readonly Issue[] {
  if (rateText === null) return [];
  const found = typedRate(rateText);
  if (found === null) return [issueOf('hedge/rate-suffix', 'error', { typed: rateText })];
  return compare(absolute(found), MOST) > 0
    ? [issueOf('hedge/rate-implausible', 'warning', { typed: rateText, percent: percentText(found) })]
    : [];
}
