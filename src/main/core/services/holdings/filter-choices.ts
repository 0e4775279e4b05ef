import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Derived } from '../../derived.ts';

export interface Choices {
  assets: string[];
  accounts: { account: string; accountName: string }[];
}

/** What a list can be filtered by: assets by name, accounts by theirs. */
export function choicesOf(
  assets: Iterable<AssetId>,
  accounts: Iterable<AccountId>,
  { accountName }: Pick<Derived, 'accountName'>,
): Choices {
  return {
    assets: [...new Set<string>(assets)].sort((a, b) => a.localeCompare(b, 'en')),
    accounts: [...new Set(accounts)]
      .map((account) => ({ account, accountName: accountName(account) }))
      .sort((a, b) => a.accountName.localeCompare(b.accountName, 'en')),
  };
}
