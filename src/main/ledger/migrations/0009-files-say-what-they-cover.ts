import { sql, type Transaction } from 'kysely';
import type { LedgerMigration } from './migration.ts';

const statements = [
  // What a file says of an account that it names; NULL: it only uses the account.
  sql`ALTER TABLE batch_account ADD COLUMN name TEXT`,
  sql`ALTER TABLE batch_account ADD COLUMN kind TEXT`,
  sql`ALTER TABLE batch_account ADD COLUMN venue TEXT`,
  sql`ALTER TABLE batch_account ADD COLUMN country TEXT`,
  sql`ALTER TABLE batch_account ADD COLUMN said_by /* program, row, choice or guess */ TEXT`,
  sql`CREATE INDEX batch_account_of_account ON batch_account (account)`,

  // The rows that a file states, whichever file brought them.
  sql`CREATE TABLE batch_coverage (
    batch INTEGER NOT NULL REFERENCES batch,
    account TEXT NOT NULL,
    subject TEXT NOT NULL, -- what the rows are about
    first_time INTEGER NOT NULL,
    last_time INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    PRIMARY KEY (batch, account, subject)
  ) STRICT, WITHOUT ROWID`,

  sql`ALTER TABLE batch ADD COLUMN zone_from /* file, file-name, assumed or given; NULL: not kept then */ TEXT`,
  sql`ALTER TABLE batch ADD COLUMN reading /* JSON: how its cells were read; NULL: not kept then */ TEXT`,
];

/**
 * Every file remembers what it says of the accounts that it names, and which times of them its rows cover. Of files that
 * came before, each is taken to say what the ledger holds of its accounts: nothing changes by the upgrade.
 */
export const filesSayWhatTheyCover: LedgerMigration = {
  name: '0009-files-say-what-they-cover',
  async up(transaction) {
    for (const statement of statements) await statement.execute(transaction);
    await statementsOfOldFiles(transaction);
  },
};

/** Also for a full export of a ledger that was older. */
export async function statementsOfOldFiles(transaction: Transaction<unknown>): Promise<void> {
  await sql`UPDATE batch_account SET name = a.name, kind = a.kind, venue = a.venue, country = a.country, said_by = 'row'
    FROM account a WHERE a.id = batch_account.account`.execute(transaction);
  await sql`INSERT INTO batch_coverage
    SELECT stated.batch, told.account, told.subject, min(told.time), max(told.time), count(*)
    FROM (
      SELECT position, batch FROM event WHERE batch IS NOT NULL
      UNION ALL SELECT event, batch FROM batch_repeat
    ) stated JOIN (
      SELECT position, time, coalesce(fill_account, legs ->> '$[0][0]') AS account, CASE
        WHEN kind IN ('buy', 'sell', 'swap') THEN 'trades'
        WHEN kind IN ('deposit', 'withdrawal') THEN 'moves'
        WHEN kind = 'income' THEN 'income'
        WHEN kind = 'funding' THEN 'funding'
        WHEN kind IN ('futures-fill', 'realised-profit', 'futures-fee', 'settlement', 'liquidation', 'insurance',
          'closed-position') THEN 'futures'
        ELSE 'other' END AS subject
      FROM event WHERE kind <> 'transfer'
      UNION ALL SELECT DISTINCT event.position, event.time, leg.value ->> 0, 'moves'
      FROM event, json_each(event.legs) AS leg WHERE event.kind = 'transfer'
    ) told ON told.position = stated.position
    WHERE told.account IS NOT NULL GROUP BY 1, 2, 3`.execute(transaction);
}
