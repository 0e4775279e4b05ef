import type { Issue } from '../../../shared/domain/issue.ts';
import { add, isZero } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import { issueOf } from '../issue-of.ts';
import type { FuturesResult } from './position.ts';

/**
 * The profits that only the fills tell of, one issue for each contract and account. They are taxed, but balances are
 * made of what files state alone.
 * Issues: `futures/profit-not-in-balance`.
 */
export function notInBalances(results: readonly FuturesResult[]): readonly Issue[] {
  const computed = results.filter(({ from }) => from === 'fills');
  const groups = Map.groupBy(computed, ({ account, contract }) => `${account} ${contract ?? ''}`);
  return [...groups.values()].flatMap(issuesOfGroup);
}

function issuesOfGroup(group: readonly FuturesResult[]): readonly Issue[] {
  const [first] = group;
  const total = group.reduce((sum, { quantity }) => add(sum, quantity), zeroQuantity);
  if (first === undefined || first.contract === null || isZero(total)) return [];
  const { account, asset, contract } = first;
  const values = { amount: toText(total), asset, contract, account };
  return [issueOf('futures/profit-not-in-balance', 'warning', values, { asset, account })];
}
