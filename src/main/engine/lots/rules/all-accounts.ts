import { accountId } from '../../../../shared/domain/account.ts';
import type { AccountId } from '../../../../shared/domain/account.ts';

/** Where a pool lies: it has no account of its own. */
export const ALL_ACCOUNTS: AccountId = accountId('all accounts');
