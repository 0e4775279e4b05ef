import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { ContractId } from '../../../shared/domain/contract-spec.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { absolute, add, compare, isZero, subtract } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import { zeroQuantity } from '../../../shared/num/types.ts';
import { issueOf } from '../issue-of.ts';
import type { Walk } from './position-walk.ts';
import { lastPlaceOf } from './stated-profit.ts';

/** Profits of one contract in one account. */
interface Profits {
  readonly contract: ContractId;
  readonly account: AccountId;
  readonly asset: AssetId;
  /** What fills come to whose files state none. */
  computed: Quantity;
  /** What closed positions state of such fills; null: none is there. */
  stated: Quantity | null;
  /** What files may have rounded off it. */
  rounded: Quantity;
}

/**
 * The profits that only the fills tell of, one issue for each contract and account. They are taxed, but balances are
 * made of what files state alone: there the profits of closed positions stand, where a file has them.
 * Issues: `futures/profit-not-in-balance`, `futures/profit-of-fills-differs`.
 */
export function notInBalances({
  results,
  ofFills,
  specOf,
}: Pick<Walk, 'results' | 'ofFills' | 'specOf'>): readonly Issue[] {
  const groups = new Map<string, Profits>();
  const of = (contract: ContractId, account: AccountId, asset: AssetId): Profits => {
    const key = `${contract}\n${account}`;
    let profits = groups.get(key);
    if (profits === undefined) {
      profits = { contract, account, asset, computed: zeroQuantity, stated: null, rounded: zeroQuantity };
      groups.set(key, profits);
    }
    return profits;
  };
  for (const { from, contract, account, asset, quantity } of results) {
    if (from !== 'fills' || contract === null) continue;
    const profits = of(contract, account, asset);
    profits.computed = add(profits.computed, quantity);
  }
  for (const { contract, account, asset, quantity } of ofFills) {
    const spec = specOf(contract);
    const profits = of(contract, account, asset);
    profits.stated = add(profits.stated ?? zeroQuantity, quantity);
    if (spec !== undefined) profits.rounded = add(profits.rounded, lastPlaceOf(spec));
  }
  return [...groups.values()].flatMap((profits) => issuesOf(profits));
}

function issuesOf({ contract, account, asset, computed, stated, rounded }: Profits): readonly Issue[] {
  if (stated === null) {
    if (isZero(computed)) return [];
    const values = { amount: toText(computed), asset, contract, account };
    return [issueOf('futures/profit-not-in-balance', 'warning', values, { asset, account })];
  }
  if (compare(absolute(subtract(stated, computed)), rounded) <= 0) return [];
  const values = { computed: toText(computed), stated: toText(stated), asset, contract, account };
  return [issueOf('futures/profit-of-fills-differs', 'warning', values, { asset, account })];
}
