import { randomInt } from 'node:crypto';
import { readdirSync, truncateSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'better-sqlite3-multiple-ciphers';
import { sql, type Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import { change } from '../../../src/main/ledger/database/change.ts';
import { kyselyOver } from '../../../src/main/ledger/database/dialect.ts';
import { appendToJournal, journalHead } from '../../../src/main/ledger/database/journal.ts';
import { LedgerFile } from '../../../src/main/ledger/database/ledger-file.ts';
import { ContentSum } from '../../../src/main/ledger/database/content-sum.ts';
import type { LedgerSchema } from '../../../src/main/ledger/database/schema.ts';
import { loadKeys } from '../../../src/main/ledger/keys/key-file-store.ts';
import type { LedgerMigration } from '../../../src/main/ledger/migrations/migration.ts';
import { migrate } from '../../../src/main/ledger/migrations/migrate.ts';
import { migrations, schemaVersion } from '../../../src/main/ledger/migrations/migrations.ts';
import { applicationId } from '../../../src/main/ledger/open/check-contents.ts';
import { connect } from '../../../src/main/ledger/open/connect.ts';
import { canonicalJson } from '../../../src/main/ledger/repositories/canonical-json.ts';
import { lotRecordsOf } from '../../../src/main/ledger/repositories/lot-record-bodies.ts';
import { columnsOf } from '../../../src/main/ledger/repositories/event-columns.ts';
import { appendRecord } from '../../../src/main/ledger/repositories/records.ts';
import { storeVersion } from '../../../src/main/ledger/repositories/versioned-document.ts';
import type { EventId } from '../../../src/shared/domain/event.ts';
import type { HedgeLegId, PlanId } from '../../../src/shared/domain/hedge.ts';
import { toText } from '../../../src/shared/num/format.ts';
import { money, quantity } from '../../../src/shared/num/parse.ts';
import { addDuration, epochMs, instantFromIso, toIso } from '../../../src/shared/time/instant.ts';
import { localDate } from '../../../src/shared/time/local-date.ts';
import { ended, linesOf, startChild } from './child.fixture.ts';
import { importRows, keyOf, makeClosedLedger, makeLedger, reopen } from './ledger.fixture.ts';
import { batchOf, binance, now, sha256, tradeRows, valueOf } from './ledger.values.ts';

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

/** What an earlier program stored besides events. */
type Fill = (file: LedgerFile) => Promise<unknown>;

/** A hundred trades as the programs before version 7 stored them, and counted them in the content hash. */
async function storeAsBefore(file: LedgerFile): Promise<void> {
  const { database } = file;
  const content = new ContentSum(file.head.contentHash);
  const { id: account, name, kind, venue } = binance;
  database.exec('BEGIN');
  database
    .prepare('INSERT INTO account (id, name, kind, venue, country, by_import) VALUES (?, ?, ?, ?, NULL, 1)')
    .run(account, name, kind, venue);
  content.add(['account', account, name, kind, venue, null]);
  const { file: fileName, fileHash, format } = batchOf('trades.csv');
  const facts = tradeRows(0, 100).map(({ event, rowHash, raw }) => {
    const [id, time, sequence, eventKind, legs] = columnsOf(event.id, event);
    const { externalId = null, source } = event;
    return {
      id,
      time,
      sequence,
      eventKind,
      legs,
      externalId,
      line: source.line,
      hash: rowHash.slice(0, 32),
      raw,
    };
  });
  const hashed = facts.map((fact) => {
    const { id, time, sequence, eventKind, legs, externalId, line, hash } = fact;
    return JSON.stringify([
      id,
      time,
      sequence,
      eventKind,
      legs,
      ...Array<null>(8).fill(null),
      externalId,
      ...Array<null>(4).fill(null),
      line,
      hash,
      0,
    ]);
  });
  const eventsHash = sha256(`${hashed.join(',')},`);
  const times = facts.map(({ time }) => time);
  database
    .prepare(
      `INSERT INTO batch (file, file_hash, format, account, imported_at, skipped_rows, already_rows, events, prices,
         first_time, last_time, events_hash) VALUES (?, ?, ?, ?, ?, 0, 0, 100, 0, ?, ?, ?)`,
    )
    .run(fileName, fileHash, format, account, epochMs(now), times[0], times.at(-1), eventsHash);
  database.prepare('INSERT INTO batch_account VALUES (1, ?)').run(account);
  const insert = database.prepare(
    `INSERT INTO event (id, time, sequence, kind, legs, external_id, line, row_hash, occurrence, raw, batch)
     VALUES (?, ?, ?, ?, ?, ?, ?, unhex(?), 0, ?, 1)`,
  );
  for (const { id, time, sequence, eventKind, legs, externalId, line, hash, raw } of facts)
    insert.run(id, time, sequence, eventKind, legs, externalId, line, hash, raw);
  content.add(['batch', fileName, fileHash, format, account, 100, eventsHash]);
  const entry = { kind: 'import', subject: fileHash, at: now } as const;
  const head = await appendToJournal(file.db, file.head, entry, content.hash());
  database.exec('COMMIT');
  file.moveTo(head);
}

/** A ledger as the program made it when it knew only the first `version` migrations, with some events. */
async function makeOldLedger(
  version: number,
  fill: Fill = async () => undefined,
): Promise<{ readonly path: string; readonly hash: string }> {
  const { path } = await makeClosedLedger();
  const { keys } = valueOf(loadKeys(path));
  const key = await keyOf(path);
  truncateSync(path, 0);
  const database = connect(path, key, Buffer.from(keys.fileSalt, 'hex'));
  const db = kyselyOver(database);
  await sql`PRAGMA application_id = ${sql.lit(applicationId)}`.execute(db);
  // From version 7 on, rows are stored otherwise: they come there by the migrations, too.
  await migrate(db, 0, migrations.slice(0, Math.min(version, 6)));
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
  await storeAsBefore(file);
  await migrate(db, Math.min(version, 6), migrations.slice(0, version));
  file.moveTo(await journalHead(db));
  await fill(file);
  database.close();
  return { path, hash: file.head.contentHash };
}

test.each(migrations.slice(1).map((_, index) => index + 1))(
  'a ledger of version %i becomes exactly what a new one is, with all it held',
  async (version) => {
    const fresh = await makeClosedLedger();
    const { path } = await makeOldLedger(version);
    expect((await layoutAt(path)).version).toBe(version);
    const ledger = await reopen(path);
    const { ledger: newOne } = await makeLedger();
    await importRows(newOne, tradeRows(0, 100));
    expect(ledger.hash()).toBe(newOne.hash());
    expect(await ledger.read.recomputeHash()).toBe(ledger.hash());
    expect(await ledger.read.events()).toEqual(tradeRows(0, 100).map(({ event }) => event));
    expect(await ledger.read.accounts()).toEqual(await newOne.read.accounts());
    expect(await ledger.read.coverage()).toEqual(await newOne.read.coverage());
    await importRows(ledger, tradeRows(100, 110), 'b.csv');
    await ledger.close();
    expect(await layoutAt(path)).toEqual(await layoutAt(fresh.path));
  },
);

describe('0004: the method of saved profiles becomes standing orders', () => {
  /** Profiles as the programs before it stored them, a day apart. */
  const savedWith =
    (...methods: string[]): Fill =>
    async (file) => {
      for (const [day, lotMethod] of methods.entries()) {
        const at = addDuration(now, day * 86_400_000);
        const document = canonicalJson({
          jurisdiction: 'us',
          currency: 'USD',
          timeZone: 'America/New_York',
          lotMethod,
          carryforward: { shortTerm: '0', longTerm: '12.5' },
          years: [],
        });
        valueOf(
          await change(file, { kind: 'profile', subject: '', at }, (to) =>
            storeVersion(to, 'profile_version', document, at),
          ),
        );
      }
    };

  async function ordersAfter(...methods: string[]): Promise<string[]> {
    const { path } = await makeOldLedger(3, savedWith(...methods));
    const ledger = await reopen(path);
    const records = await ledger.read.records();
    expect(await ledger.read.verifyRecords()).toEqual({ intact: true, brokenAt: null });
    expect(await ledger.read.recomputeHash()).toBe(ledger.hash());
    expect((await ledger.read.profile())?.carryforward.longTerm).toEqual(money('12.5'));
    return lotRecordsOf(records).orders.map(({ account, method, from, recordedAt, keptElsewhere }) =>
      [account, method, toIso(from), toIso(recordedAt), keptElsewhere].join(' '),
    );
  }

  test('one that is not first in, first out holds from the time it was first saved', async () => {
    expect(await ordersAfter('fifo', 'hifo', 'hifo')).toEqual([
      ' hifo 2026-11-21T12:00:00Z 2026-11-21T12:00:00Z false',
    ]);
  });

  test('so does the way back; first in, first out from the start is no order', async () => {
    expect(await ordersAfter('hifo', 'fifo')).toEqual([
      ' hifo 2026-11-20T12:00:00Z 2026-11-20T12:00:00Z false',
      ' fifo 2026-11-21T12:00:00Z 2026-11-21T12:00:00Z false',
    ]);
    expect(await ordersAfter('fifo', 'fifo')).toEqual([]);
  });

  test('it comes after the records that there are, although a clock was ahead when they were written', async () => {
    const ahead = instantFromIso('2100-01-01T00:00:00Z');
    const { path, hash } = await makeOldLedger(3, async (file) => {
      const record = { kind: 'hedged-lots', body: '{}', recordedAt: ahead } as const;
      const entry = { kind: 'record', subject: '', at: ahead } as const;
      valueOf(await change(file, entry, (to) => appendRecord(to, record)));
      await savedWith('hifo')(file);
    });
    const ledger = await reopen(path);
    expect((await ledger.read.records()).map(({ kind, recordedAt }) => [kind, recordedAt])).toEqual([
      ['hedged-lots', ahead],
      ['standing-lot-order', ahead],
    ]);
    expect(await ledger.read.verifyRecords()).toEqual({ intact: true, brokenAt: null });
    expect(await ledger.read.recomputeHash()).toBe(ledger.hash());
    expect(ledger.hash()).not.toBe(hash);
    await ledger.close();
    // Once: the ledger has the newest version now.
    expect(await (await reopen(path)).read.records()).toHaveLength(2);
  });
});

test('0005: a plan saved before keeps its facts; what was not kept is null, its legs have no state any more', async () => {
  const { path } = await makeOldLedger(4, async (file) => {
    const entry = { kind: 'plan', subject: 'plan-1', at: now } as const;
    await change(file, entry, async ({ transaction, content }) => {
      const identification = { kind: 'hedged-lots', body: '{}', recordedAt: now } as const;
      const record = await appendRecord({ transaction, content }, identification);
      await sql`INSERT INTO hedge_plan (id, created_at, exit_date, record)
        VALUES ('plan-1', ${epochMs(now)}, '2027-03-01', ${record.sequence})`.execute(transaction);
      await sql`INSERT INTO hedge_leg (plan, id, number, asset, contract, side, quantity, price, notional, state)
        VALUES ('plan-1', 'leg-1', 0, 'BTC', 'cme:MBT', 'sell', '3', '50000', '15000', 'planned')`.execute(
        transaction,
      );
      await sql`INSERT INTO hedge_leg_lot (plan, leg, number, lot, quantity)
        VALUES ('plan-1', 'leg-1', 0, 'a-0', '0.3')`.execute(transaction);
      // As version 4 counted them.
      content.add(['plan', 'plan-1', toIso(now), '2027-03-01']);
      content.add([
        'leg',
        'plan-1',
        'leg-1',
        0,
        'BTC',
        'cme:MBT',
        'sell',
        '3',
        '50000',
        '15000',
        'planned',
        1,
        0,
        'a-0',
        '0.3',
      ]);
    });
  });
  const ledger = await reopen(path);
  expect(await ledger.read.recomputeHash()).toBe(ledger.hash());
  const [stored] = await ledger.read.plans();
  expect(stored?.plan).toMatchObject({ reason: '', baseline: null, exitDate: localDate('2027-03-01') });
  expect(stored?.plan.legs[0]).toMatchObject({ id: 'leg-1', wanted: null, fills: [] });
  expect(stored?.plan.legs[0]).not.toHaveProperty('state');
  const links = { fills: ['f-0' as EventId], lots: stored?.plan.legs[0]?.lots ?? [] };
  const record = { kind: 'leg-fills', body: '{}', recordedAt: now } as const;
  valueOf(await ledger.write.saveLegFills('plan-1' as PlanId, 'leg-1' as HedgeLegId, links, record));
  expect(await ledger.read.recomputeHash()).toBe(ledger.hash());
});

test('0008: of prices and market data, those in force are facts; which those are follows from their values', async () => {
  const { path } = await makeOldLedger(7, async (file) => {
    const entry = { kind: 'prices', subject: '', at: now } as const;
    await change(file, entry, async ({ transaction, content }) => {
      const time = epochMs(now);
      for (const [of, source, price, batch] of [
        ['BTC', 'file a.csv line 2', '5', 1],
        ['BTC', 'file a.csv line 3', '4.5', 1],
        ['ETH', 'file a.csv line 4', '3', 1],
        ['ETH', 'typed', '2', null],
      ] as const) {
        await sql`INSERT INTO mark VALUES (${of}, ${time}, ${source}, ${price}, ${batch})`.execute(
          transaction,
        );
        content.add(['mark', of, time, source, price]);
      }
      await sql`INSERT INTO batch (id, file, file_hash, format, account, imported_at, skipped_rows, already_rows, events,
        prices, observations, events_hash)
        SELECT 2, 'b.csv', file_hash, format, account, 0, 0, 0, 0, 0, 1, ${'0'.repeat(64)} FROM batch`.execute(
        transaction,
      );
      await sql`INSERT INTO batch_account SELECT 2, account FROM batch_account`.execute(transaction);
      await sql`INSERT INTO observed_series VALUES (1, 'close', 'BTC', '')`.execute(transaction);
      for (const [batch, value] of [
        [1, '4.25'],
        [2, '4'],
      ] as const) {
        await sql`INSERT INTO observation VALUES (1, ${time}, ${batch}, ${value}, 8, 2, NULL)`.execute(
          transaction,
        );
        const kind = batch === 2 ? 'observation' : 'observation-below';
        content.add([kind, 'close', 'BTC', '', time, value, 8, null]);
      }
    });
  });
  const ledger = await reopen(path);
  expect(await ledger.read.recomputeHash()).toBe(ledger.hash());
  expect((await ledger.read.marks()).map(({ of, price, source }) => [of, toText(price), source])).toEqual([
    ['BTC', '4.5', 'file a.csv line 3'],
    ['ETH', '2', 'typed'],
  ]);
  const [close] = await ledger.read.observations({ measure: 'close', of: 'BTC', level: '' });
  expect(close).toMatchObject({ value: quantity('4.25') });
  for (const { id } of await ledger.read.batches()) valueOf(await ledger.write.undoBatch(id, now));
  expect((await ledger.read.marks()).map(({ source }) => source)).toEqual(['typed']);
  expect(await ledger.read.recomputeHash()).toBe(ledger.hash());
});

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
