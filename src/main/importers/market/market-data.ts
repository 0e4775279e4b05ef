import { accountId } from '../../../shared/domain/account.ts';
import type { Importer } from '../importer.ts';

/**
 * What importers of market data have in common. Such rows belong to no account; this one stands where the ledger wants to
 * know whose an import is, and holds nothing.
 */
export const marketData: Pick<Importer, 'account' | 'accountIsChoice'> = {
  account: { id: accountId('market-data'), name: 'Market data', kind: 'wallet', venue: null, country: null },
  accountIsChoice: false,
};
