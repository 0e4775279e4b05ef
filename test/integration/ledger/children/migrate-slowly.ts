/** Brings a ledger to a schema of the future, with many rows: to be killed on the way. */
import { sql } from 'kysely';
import { kyselyOver } from '../../../../src/main/ledger/database/dialect.ts';
import { loadKeys } from '../../../../src/main/ledger/keys/key-file-store.ts';
import { openPassphraseSlot } from '../../../../src/main/ledger/keys/slots.ts';
import { migrate } from '../../../../src/main/ledger/migrations/migrate.ts';
import { migrations, schemaVersion } from '../../../../src/main/ledger/migrations/migrations.ts';
import type { LedgerMigration } from '../../../../src/main/ledger/migrations/migration.ts';
import { connect } from '../../../../src/main/ledger/open/connect.ts';
import { passphrase, valueOf } from '../ledger.values.ts';

const [, , path = ''] = process.argv;
const { keys } = valueOf(loadKeys(path));
const key = await openPassphraseSlot(keys.ledger, keys.passphrase, passphrase);
if (key === undefined) throw new Error('wrong passphrase');

const slow: LedgerMigration = {
  name: '0099-slow',
  async up(transaction) {
    console.log('begun');
    await sql`CREATE TABLE slow (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT`.execute(transaction);
    for (let part = 0; part < 20; part++) {
      await sql`WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
        INSERT INTO slow SELECT i + ${part * 1000}, hex(randomblob(50)) FROM n`.execute(transaction);
    }
  },
};
await migrate(kyselyOver(connect(path, key)), schemaVersion, [...migrations, slow]);
