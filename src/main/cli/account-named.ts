import type { CallAnswer } from '../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../shared/errors/failure.ts';
import { wrongUsage, type Calls } from './verb.ts';

type Account = CallAnswer<'elections.read'>['accounts'][number];

/**
 * The id of an account that was given by its id or by its name, in capitals or not.
 * Errors: `elections/account-unknown`, with all that there are; wrong usage where several have the name.
 */
export async function accountNamed(calls: Calls, given: string): Promise<Result<string>> {
  const read = await calls.call('elections.read', {});
  return read.ok ? accountAmong(read.value.accounts, given) : read;
}

export function accountAmong(accounts: readonly Account[], given: string): Result<string> {
  const exact = accounts.find(({ account }) => account === given);
  if (exact !== undefined) return ok(exact.account);
  const wanted = given.toLowerCase();
  const found = accounts.filter(
    ({ account, accountName }) => account.toLowerCase() === wanted || accountName.toLowerCase() === wanted,
  );
  const [one] = found;
  if (one === undefined)
    return fail(
      'elections/account-unknown',
      { account: given, known: listed(accounts) },
      { field: 'account' },
    );
  return found.length === 1
    ? ok(one.account)
    : wrongUsage('account', `several accounts are "${given}": use the id of ${listed(found)}`);
}

/** "kraken (Kraken), ledger-nano (Ledger Nano)" */
function listed(accounts: readonly Account[]): string {
  const words = accounts.map(({ account, accountName }) => `${account} (${accountName})`);
  return words.toSorted().join(', ') || 'none yet: import a file first';
}
