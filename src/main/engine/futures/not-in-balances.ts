import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { ContractId } from '../../../shared/domain/contract-spec.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { add, isZero } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { issueOf } from '../issue-of.ts';
import type { FuturesResult } from './position.ts';

/**
 * The profits that only the fills tell of, one issue for each contract and account. They are taxed, but balances are
 * made of what files state alone.
 * Issues: `futures/profit-not-in-balance`.
 */
export function notInBalances(results: readonly FuturesResult[]): readonly Issue[] {
  const groups = new Map<ContractId, Map<AccountId, Missing>>();
  for (const { from, contract, account, asset, quantity } of results) {
    if (from !== 'fills' || contract === null) continue;
    const accounts = groups.get(contract) ?? new Map<AccountId, Missing>();
    if (accounts.size === 0) groups.set(contract, accounts);
    const missing = accounts.get(account);
    if (missing === undefined) accounts.set(account, { contract, account, asset, total: quantity });
    else missing.total = add(missing.total, quantity);
  }
  return [...groups.values()].flatMap((accounts) => [...accounts.values()].flatMap(issuesOf));
}

interface Missing {
  readonly contract: ContractId;
  readonly account: AccountId;
  readonly asset: AssetId;
  total: Quantity;
}

function issuesOf({ contract, account, asset, total }: Missing): readonly Issue[] {
  if (isZero(total)) return [];
  const values = { amount: toText(total), asset, contract, account };
  return [issueOf('futures/profit-not-in-balance', 'warning', values, { asset, account })];
}
