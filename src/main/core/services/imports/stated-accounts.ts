/** What a file says of the accounts that its rows name; which of it counts is the ledger's to say. */
import type { Account, AccountId, AccountKind } from '../../../../shared/domain/account.ts';
import { failure, type Failure } from '../../../../shared/errors/failure.ts';
import { knownAccounts } from '../../../importers/known-accounts.ts';
import { importers } from '../../../importers/registry.ts';
import type { DifferentKind, SaidBy, StatedAccount } from '../../../ledger/account-statement.ts';
import type { OpenedUpload } from './open-upload.ts';

/** An account that rows name. */
export interface NamedAccount {
  readonly account: Account;
  /** Its kind is not stated but guessed. */
  readonly isGuess: boolean;
}

interface AccountsOfFile {
  /** Whose the file is: the account of its format only where no row names another. */
  readonly owner: AccountId;
  readonly stated: readonly StatedAccount[];
  /** Those whose rows contradict what the program knows. */
  readonly differing: readonly DifferentKind[];
}

const builtIn: ReadonlySet<string> = new Set(importers.map(({ id }) => id));

/** In: what the rows name, in their order. Rows may also use accounts of the exchange besides the file's own. */
export function statedAccounts(of: OpenedUpload, named: readonly NamedAccount[]): AccountsOfFile {
  const { account, opened } = of;
  const first = opened.importer.accountIsChoice ? undefined : named[0]?.account;
  const owner = named.find((one) => one.account.id === account.id)?.account ?? first ?? account;
  const all = named.some((one) => one.account.id === owner.id)
    ? named
    : [...named, { account: owner, isGuess: false }];
  const known = [...knownAccounts.values()].map((one) => ({ ...one, saidBy: 'program' }) as const);
  return {
    owner: owner.id,
    stated: [...known, ...all.map((one) => ({ ...one.account, saidBy: saidBy(of, one) }))],
    differing: named.flatMap(({ account: one, isGuess }) => {
      const counts = knownAccounts.get(one.id);
      if (isGuess || counts === undefined || counts.kind === one.kind) return [];
      const { id, name, kind } = one;
      return [{ account: id, name, kind, otherKind: counts.kind, otherFile: null }];
    }),
  };
}

function saidBy({ account, choice, opened: { importer } }: OpenedUpload, named: NamedAccount): SaidBy {
  if (named.isGuess) return 'guess';
  if (named.account.id !== account.id) return 'row';
  // A mapping of the user's own is what the user says.
  const isChosen = (choice.account ?? '') !== '' && account.id !== importer.account.id;
  return isChosen || !builtIn.has(importer.id) ? 'choice' : 'program';
}

const kindWords: { readonly [Kind in AccountKind]: string } = {
  exchange: 'an exchange account',
  futures: 'a futures account',
  wallet: 'a wallet',
};

/** One warning for all accounts of a file: `import/account-kind-differs`; null where nobody contradicts it. */
export function kindsDiffer(file: string, differing: readonly DifferentKind[]): Failure | null {
  if (differing.length === 0) return null;
  const accounts = differing.map(({ name, kind, otherKind, otherFile }) => {
    const other = otherFile === null ? 'for Hedgerow' : `in "${otherFile}"`;
    return `"${name}" is ${kindWords[kind]} in "${file}" and ${kindWords[otherKind]} ${other}`;
  });
  return failure('import/account-kind-differs', { accounts: accounts.join('; ') }, { file });
}
