/** What each file says of the accounts that it names, and what follows for the accounts themselves. */
import type Database from 'better-sqlite3-multiple-ciphers';
import { type AccountId, accountId, type AccountKind } from '../../../shared/domain/account.ts';
import { invariant } from '../../../shared/invariant.ts';
import type { DifferentKind, SaidBy, StatedAccount } from '../account-statement.ts';
import type { ContentSum } from '../database/content-sum.ts';
import { accountInForce } from './account-in-force.ts';
import { accountFact } from './accounts.ts';

interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly venue: string | null;
  readonly country: string | null;
  readonly by_import: number;
}

interface StatementRow {
  readonly name: string;
  readonly kind: AccountKind;
  readonly venue: string | null;
  readonly country: string | null;
  readonly saidBy: SaidBy;
  readonly file: string;
}

export interface AccountStatements {
  known(): readonly string[];
  /** In: the accounts that a file uses, with what it says of them. */
  store(batch: number, accounts: Iterable<string>, stated: ReadonlyMap<string, StatedAccount>): void;
  /** Which of the accounts others call another kind. */
  differing(stated: readonly StatedAccount[]): readonly DifferentKind[];
  /** Finds out anew what accounts are, after files came or went: those that nothing names any more go. */
  settle(accounts: Iterable<string>, content: ContentSum): void;
  /** As they are, but for some that files said something of: as those will be. */
  names(changed: Iterable<string>): ReadonlyMap<AccountId, string>;
  /** Those that a file uses. */
  ofBatch(batch: number): readonly string[];
  remove(batch: number): void;
}

export function accountStatements(database: Database.Database): AccountStatements {
  const accounts = database.prepare<[], AccountRow>('SELECT * FROM account');
  const account = database.prepare<[string], AccountRow>('SELECT * FROM account WHERE id = ?');
  const statements = database.prepare<[string], StatementRow>(
    `SELECT s.name, s.kind, s.venue, s.country, s.said_by AS saidBy, b.file
     FROM batch_account s JOIN batch b ON b.id = s.batch WHERE s.account = ? AND s.name IS NOT NULL ORDER BY s.batch`,
  );
  const insert = database.prepare<unknown[]>(
    'INSERT INTO batch_account (batch, account, name, kind, venue, country, said_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const isUsed = database.prepare<[string]>('SELECT 1 FROM batch_account WHERE account = ? LIMIT 1');
  const write = database.prepare<unknown[]>(
    `INSERT INTO account (id, name, kind, venue, country, by_import) VALUES (?, ?, ?, ?, ?, 1)
     ON CONFLICT DO UPDATE SET name = excluded.name, kind = excluded.kind, venue = excluded.venue,
       country = excluded.country`,
  );
  const drop = database.prepare<[string]>('DELETE FROM account WHERE id = ?');
  const ofBatch = database
    .prepare<[number], string>('SELECT account FROM batch_account WHERE batch = ?')
    .pluck();
  const remove = database.prepare<[number]>('DELETE FROM batch_account WHERE batch = ?');
  const settleOne = (id: string, content: ContentSum): void => {
    const before = account.get(id);
    // What the user saved stays, whatever files say.
    if (before?.by_import === 0) return;
    const stated = statements.all(id);
    // A file that only uses the account keeps it as it is.
    if (stated.length === 0 && isUsed.get(id) !== undefined) return;
    if (before !== undefined) content.remove(accountFact(before));
    if (stated.length === 0) {
      drop.run(id);
      return;
    }
    const { name, kind, venue, country } = accountInForce(stated);
    invariant(write.run(id, name, kind, venue, country).changes === 1, 'one account is stored');
    content.add(accountFact({ id, name, kind, venue, country }));
  };
  return {
    known: () => accounts.all().map(({ id }) => id),
    store(batch, accounts, stated) {
      for (const id of accounts) {
        const {
          name = null,
          kind = null,
          venue = null,
          country = null,
          saidBy = 'row',
        } = stated.get(id) ?? {};
        const { changes } = insert.run(batch, id, name, kind, venue, country, name === null ? null : saidBy);
        invariant(changes === 1, 'one row is stored');
      }
    },
    differing: (stated) =>
      stated.flatMap((one) => {
        const typed = account.get(one.id);
        const others = typed?.by_import === 0 ? [typedStatement(typed)] : statements.all(one.id);
        return differenceOf(one, others) ?? [];
      }),
    settle(accounts, content) {
      for (const id of accounts) settleOne(id, content);
    },
    names(changed) {
      const names = new Map(accounts.all().map(({ id, name }) => [accountId(id), name]));
      for (const id of changed) {
        const stated = account.get(id)?.by_import === 0 ? [] : statements.all(id);
        if (stated.length > 0) names.set(accountId(id), accountInForce(stated).name);
      }
      return names;
    },
    ofBatch: (batch) => ofBatch.all(batch),
    remove: (batch) => void remove.run(batch),
  };
}

function typedStatement(row: AccountRow): Omit<StatementRow, 'file'> & { readonly file: null } {
  return { ...row, kind: row.kind as AccountKind, saidBy: 'program', file: null };
}

/** Kinds are stated by rows and by the program; what is guessed contradicts nobody. */
function differenceOf(
  { id, name, kind, saidBy = 'row' }: StatedAccount,
  others: readonly (Omit<StatementRow, 'file'> & { readonly file: string | null })[],
): DifferentKind | null {
  const isStated = (by: SaidBy): boolean => by === 'row' || (by === 'program' && saidBy === 'row');
  if (saidBy === 'guess' || saidBy === 'choice') return null;
  const other = others.find((one) => isStated(one.saidBy) && one.kind !== kind);
  if (other === undefined) return null;
  const account: AccountId = accountId(id);
  return { account, name, kind, otherKind: other.kind, otherFile: other.file };
}
