import { accountId, type Account, type AccountKind } from '../../../shared/domain/account.ts';
import { invariant } from '../../../shared/invariant.ts';
import type { Selectable } from 'kysely';
import type { Change } from '../database/change.ts';
import type { Fact } from '../database/content-sum.ts';
import type { LedgerFile } from '../database/ledger-file.ts';
import type { LedgerSchema } from '../database/schema.ts';

type AccountRecord = Selectable<LedgerSchema['account']>;

export async function readAccounts({ db }: LedgerFile): Promise<readonly Account[]> {
  const records = await db.selectFrom('account').selectAll().orderBy('id').execute();
  return records.map((record) => ({
    id: accountId(record.id),
    name: record.name,
    kind: record.kind as AccountKind,
    venue: record.venue,
    country: record.country,
  }));
}

/** An account that the user named or changed: it stays whatever imports are undone. */
export async function storeAccount({ transaction, content }: Change, account: Account): Promise<void> {
  const before = await transaction
    .selectFrom('account')
    .selectAll()
    .where('id', '=', account.id)
    .executeTakeFirst();
  if (before !== undefined) content.remove(accountFact(before));
  const record: AccountRecord = { ...account, by_import: 0 };
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('account')
    .values(record)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...account, by_import: 0 }))
    .executeTakeFirstOrThrow();
  invariant(numInsertedOrUpdatedRows === 1n, 'one account is stored');
  content.add(accountFact(record));
}

export function accountFact(account: Omit<AccountRecord, 'by_import'>): Fact {
  return ['account', account.id, account.name, account.kind, account.venue, account.country];
}
