import type { Issue } from '../../../../shared/domain/issue.ts';
import { absolute, isNegative, isZero, sum } from '../../../../shared/num/arithmetic.ts';
import { price } from '../../../../shared/num/parse.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { valuePosition } from '../../../engine/futures/value-position.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import { moneyText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { openPositions } from '../targets/open-positions.ts';

const one = price('1');

/**
 * What open futures have gained or lost and nothing has booked yet: it is in no share until they are closed, which is said
 * with its amount. Futures without a price are named elsewhere.
 */
export function openResults(derived: Derived): readonly Issue[] {
  const { prices, facts, at: now } = derived;
  const results = openPositions(derived).flatMap(({ position, at }) => {
    const { settleAsset } = position.spec;
    const rate = settleAsset === facts.currency ? one : prices.latest(settleAsset, now)?.price;
    if (at === null || rate === undefined) return [];
    return [valueOf(valuePosition(position, at).unrealisedProfit, rate, 'half-even')];
  });
  const total = sum(results, zeroMoney);
  if (isZero(total)) return [];
  const amount = moneyText(absolute(total), derived.facts.currency);
  return isNegative(total)
    ? [issueOf('policy/open-loss', 'note', { amount })]
    : [issueOf('policy/open-gain', 'note', { amount })];
}
