import { useCall } from '../../rpc/use-call.ts';
import { compareText } from '../../ui/compare.ts';
import type { AccountName } from './lot-filters.tsx';

export interface FilterNames {
  readonly assets: readonly string[];
  readonly accounts: readonly AccountName[];
}

/** What tables of sales and transactions can be filtered by. */
export function useFilterNames(): FilterNames {
  // The names come with every answer; of the lots, one is the least that can be asked for.
  const lots = useCall('holdings.lots', { limit: 1 }).data;
  const held = useCall('holdings.read', {}).data?.holdings ?? [];
  const assets = new Set([...(lots?.assets ?? []), ...held.map(({ asset }) => asset)]);
  const accounts = new Map(
    [...(lots?.accounts ?? []), ...held.flatMap(({ byAccount }) => byAccount)].map(
      ({ account, accountName }) => [account, { account, accountName }],
    ),
  );
  return {
    assets: [...assets].toSorted(compareText),
    accounts: [...accounts.values()].toSorted((a, b) => compareText(a.accountName, b.accountName)),
  };
}
