import { accountId } from '../../../../shared/domain/account.ts';
import type { Account } from '../../../../shared/domain/account.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import type { Facts } from '../../facts.ts';

/** An account of the ledger by its id. Errors: `elections/account-unknown`, with the ids that there are. */
export function knownAccount(id: string, { accounts }: Pick<Facts, 'accounts'>): Result<Account> {
  const account = accounts.get(accountId(id));
  if (account !== undefined) return ok(account);
  const known = [...accounts.keys()].toSorted().join(', ') || 'none yet: import a file first';
  return fail('elections/account-unknown', { account: id, known }, { field: 'account' });
}
