import { randomInt } from 'node:crypto';
import { readdirSync, truncateSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'better-sqlite3-multiple-ciphers';
import { sql, type Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { kyselyOver } from '../../../src/main/ledger/database/dialect.ts';
import { appendToJournal } from '../../../src/main/ledger/database/journal.ts';
import { LedgerFile } from '../../../src/main/ledger/database/ledger-file.ts';
import { ContentSum } from '../../../src/main/ledger/database/content-sum.ts';
import type { LedgerSchema } from '../../../src/main/ledger/database/schema.ts';
import { loadKeys } from '../../../src/main/ledger/keys/key-file-store.ts';
import type { LedgerMigration } from '../../../src/main/ledger/migrations/migration.ts';
import { migrate } from '../../../src/main/ledger/migrations/migrate.ts';
import { migrations, schemaVersion } from '../../../src/main/ledger/migrations/migrations.ts';
import { applicationId } from '../../../src/main/ledger/open/check-contents.ts';
import { connect } from '../../../src/main/ledger/open/connect.ts';
import { beginImport } from '../../../src/main/ledger/repositories/running-import.ts';
import { epochMs } from '../../../src/shared/time/instant.ts';
import { ended, linesOf, startChild } from './child.fixture.ts';
import { importRows, keyOf, makeClosedLedger, reopen } from './ledger.fixture.ts';
import { batchOf, binance, now, tradeRows, valueOf } from './ledger.values.ts';

interface Layout {
  readonly version: unknown;
  readonly objects: unknown;
}

function layoutOf(database: Database.Database): Layout {
  const objects = database
    .prepare(
      "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name",
    )
    .all();
  return { version: database.pragma('user_version', { simple: true }), objects };
}

async function layoutAt(path: string): Promise<Layout> {
  const database = connect(path, await keyOf(path));
  const layout = layoutOf(database);
  database.close();
  return layout;
}

/** A ledger as the program made it when it knew only the first `version` migrations, with some events. */
async function makeOldLedger(version: number): Promise<{ readonly path: string; readonly hash: string }> {
  const { path } = await makeClosedLedger();
  const { keys } = valueOf(loadKeys(path));
  const key = await keyOf(path);
  truncateSync(path, 0);
  const database = connect(path, key, Buffer.from(keys.fileSalt, 'hex'));
  const db = kyselyOver(database);
  await sql`PRAGMA application_id = ${sql.lit(applicationId)}`.execute(db);
  await migrate(db, 0, migrations.slice(0, version));
  await db
    .insertInto('meta')
    .values({ id: 1, ledger: keys.ledger, created_at: epochMs(now), sample_as_of: null })
    .execute();
  const head = await appendToJournal(
    db,
    null,
    { kind: 'created', subject: '', at: now },
    new ContentSum().hash(),
  );
  const file = new LedgerFile(path, database, db, keys, head);
  const transaction = await beginImport(file);
  valueOf(transaction.storeAccounts([binance]));
  valueOf(transaction.startFile(batchOf('trades.csv')));
  valueOf(transaction.store(tradeRows(0, 100)));
  const { ledgerHash } = valueOf(await transaction.commit());
  database.close();
  return { path, hash: ledgerHash };
}

test.each(migrations.slice(1).map((_, index) => index + 1))(
  'a ledger of version %i becomes exactly what a new one is, with all it held',
  async (version) => {
    const fresh = await makeClosedLedger();
    const { path, hash } = await makeOldLedger(version);
    expect((await layoutAt(path)).version).toBe(version);
    const ledger = await reopen(path);
    expect(ledger.hash()).toBe(hash);
    expect(await ledger.read.recomputeHash()).toBe(hash);
    expect(await ledger.read.events()).toEqual(tradeRows(0, 100).map(({ event }) => event));
    await importRows(ledger, tradeRows(100, 110), 'b.csv');
    await ledger.close();
    expect(await layoutAt(path)).toEqual(await layoutAt(fresh.path));
  },
);

test('a new ledger has the newest version, and every table of it is strict', async () => {
  const { path } = await makeClosedLedger();
  const { version } = await layoutAt(path);
  expect(version).toBe(schemaVersion);
  const database = connect(path, await keyOf(path));
  const tables = database.pragma('table_list') as { name: string; type: string; strict: number }[];
  const loose = tables.filter(
    ({ name, type, strict }) => type === 'table' && strict === 0 && !name.startsWith('sqlite_'),
  );
  expect(loose).toEqual([]);
  expect(database.pragma('foreign_key_check')).toEqual([]);
  database.close();
});

test('a migration is named after its file and stands at its number', () => {
  const folder = new URL('../../../src/main/ledger/migrations/', import.meta.url);
  const files = readdirSync(folder).filter((name) => /^\d/u.test(name));
  expect(migrations.map(({ name }) => `${name}.ts`)).toEqual(files.toSorted());
  expect(migrations.map(({ name }) => Number(name.slice(0, 4)))).toEqual(
    migrations.map((_, index) => index + 1),
  );
});

test('a migration that fails leaves exactly what was there before it, and the steps before it done', async () => {
  const { path } = await makeOldLedger(1);
  const database = connect(path, await keyOf(path));
  const db = kyselyOver(database);
  const failing: LedgerMigration = {
    name: '0003-failing',
    async up(transaction) {
      await sql`CREATE TABLE half (a TEXT) STRICT`.execute(transaction);
      await sql`DELETE FROM event`.execute(transaction);
      await sql`ALTER TABLE mark ADD COLUMN half TEXT`.execute(transaction);
      await sql`INSERT INTO nowhere VALUES (1)`.execute(transaction);
    },
  };
  await migrate(db, 1, migrations);
  const before = layoutOf(database);
  await expect(migrate(db, schemaVersion, [...migrations, failing])).rejects.toThrow(/nowhere/u);
  expect(layoutOf(database)).toEqual(before);
  expect(await countEvents(db)).toBe(100);
  database.close();
  expect(await layoutAt(path)).toEqual(before);
});

test('a migration that is killed leaves exactly the old schema or exactly the new one', async () => {
  const { path } = await makeClosedLedger((ledger) => importRows(ledger, tradeRows(0, 100)));
  const before = JSON.stringify(await layoutAt(path));
  const seen = new Set<string>();
  for (let attempt = 0; attempt < 6; attempt++) {
    const child = startChild('migrate-slowly', path);
    await linesOf(child).next();
    await pause(randomInt(0, 40));
    child.kill('SIGKILL');
    await ended(child);
    const database = connect(path, await keyOf(path));
    const { version } = layoutOf(database);
    if (version === schemaVersion) {
      expect(JSON.stringify(layoutOf(database))).toBe(before);
    } else {
      expect(version).toBe(schemaVersion + 1);
      expect(database.prepare('SELECT count(*) FROM slow').pluck().get()).toBe(20_000);
      database.exec(`DROP TABLE slow; PRAGMA user_version = ${schemaVersion}`);
    }
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
    seen.add(String(version));
  }
  expect(seen.size).toBeGreaterThan(0);
});

async function countEvents(db: Kysely<LedgerSchema>): Promise<number> {
  const { count } = await db
    .selectFrom('event')
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
