import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { kyselyOver } from '../../../src/main/ledger/database/dialect.ts';
import { connect } from '../../../src/main/ledger/open/connect.ts';
import { epochMs, instantFromEpochMs } from '../../../src/shared/time/instant.ts';
import type { Ledger } from '../../../src/main/ledger/ledger.ts';
import { canonicalJson } from '../../../src/main/ledger/repositories/canonical-json.ts';
import { codeOf, keyOf, makeClosedLedger, makeLedger, reopen } from './ledger.fixture.ts';
import { now, sha256, valueOf } from './ledger.values.ts';

async function append(ledger: Ledger, count: number): Promise<void> {
  for (let number = 0; number < count; number++) {
    const body = canonicalJson({ lots: [`lot ${number}`], b: 1, a: 2 });
    const record = {
      kind: 'hedged-lots',
      body,
      recordedAt: instantFromEpochMs(epochMs(now) + number),
    } as const;
    valueOf(await ledger.write.appendRecord(record));
  }
}

/** Changes the file behind the ledger's back, as somebody who has the key could. */
async function meddle(path: string, statement: string): Promise<void> {
  const database = connect(path, await keyOf(path));
  database.exec('DROP TRIGGER record_is_never_changed; DROP TRIGGER record_is_never_removed');
  database.exec(statement);
  database.close();
}

describe('identification records', () => {
  test('are chained: each hash is over its own content and the hash before it', async () => {
    const { ledger } = await makeLedger();
    await append(ledger, 3);
    const records = await ledger.read.records();
    expect(records.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(records[0]!.body).toBe('{"a":2,"b":1,"lots":["lot 0"]}');
    let previous = '0'.repeat(64);
    for (const [index, record] of records.entries()) {
      const at = ['2026-11-20T12:00:00Z', '2026-11-20T12:00:00.001Z', '2026-11-20T12:00:00.002Z'][index];
      expect(record.previousHash).toBe(previous);
      expect(record.hash).toBe(sha256(JSON.stringify([index + 1, at, 'hedged-lots', record.body, previous])));
      previous = record.hash;
    }
    expect(await ledger.read.verifyRecords()).toEqual({ intact: true, brokenAt: null });
  });

  test('none is written with a time before the last one, and the last time may come again', async () => {
    const { ledger } = await makeLedger();
    await append(ledger, 2);
    const hash = ledger.hash();
    const at = (recordedAt: typeof now) =>
      ledger.write.appendRecord({ kind: 'hedged-lots', body: '{}', recordedAt });
    expect(codeOf(await at(now))).toBe('ledger/record-before-last');
    expect(ledger.hash()).toBe(hash);
    expect(valueOf(await at(instantFromEpochMs(epochMs(now) + 1))).sequence).toBe(3);
  });

  test('an empty chain is whole', async () => {
    const { ledger } = await makeLedger();
    expect(await ledger.read.verifyRecords()).toEqual({ intact: true, brokenAt: null });
  });

  test.each([
    ['a changed body', 'UPDATE identification_record SET body = \'{"lots":[]}\' WHERE sequence = 2', 2],
    [
      'a changed time',
      'UPDATE identification_record SET recorded_at = recorded_at - 86400000 WHERE sequence = 3',
      3,
    ],
    ['a changed kind', "UPDATE identification_record SET kind = 'election' WHERE sequence = 1", 1],
    ['a changed link', "UPDATE identification_record SET previous_hash = 'ab' WHERE sequence = 3", 3],
    ['a gap', 'UPDATE identification_record SET sequence = 5 WHERE sequence = 4', 5],
    ['a changed hash', "UPDATE identification_record SET hash = 'ab' WHERE sequence = 4", 4],
    ['a removed record', 'DELETE FROM identification_record WHERE sequence = 2', 3],
    ['a removed first record', 'DELETE FROM identification_record WHERE sequence = 1', 2],
    [
      'records in another order',
      'UPDATE identification_record SET sequence = 9 WHERE sequence = 2; UPDATE identification_record SET sequence = 2 WHERE sequence = 3; UPDATE identification_record SET sequence = 3 WHERE sequence = 9',
      2,
    ],
  ])('%s breaks the chain', async (_, statement, brokenAt) => {
    const { path } = await makeClosedLedger((ledger) => append(ledger, 4));
    await meddle(path, statement);
    const ledger = await reopen(path);
    expect(await ledger.read.verifyRecords()).toEqual({ intact: false, brokenAt });
    expect(await ledger.read.recomputeHash()).not.toBe(ledger.hash());
  });

  test('a chain that is cut at its end is found by the content hash', async () => {
    const { path } = await makeClosedLedger((ledger) => append(ledger, 4));
    await meddle(path, 'DELETE FROM identification_record WHERE sequence = 4');
    const ledger = await reopen(path);
    expect(await ledger.read.recomputeHash()).not.toBe(ledger.hash());
  });

  test('SQL itself refuses to change or remove them, and the journal', async () => {
    const { path } = await makeClosedLedger((ledger) => append(ledger, 2));
    const database = connect(path, await keyOf(path));
    for (const table of ['identification_record', 'journal']) {
      expect(() => database.exec(`UPDATE ${table} SET hash = ''`)).toThrow(/only ever added to/u);
      expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(/only ever added to/u);
    }
    database.close();
  });
});

test('the journal has a line for every change, chained, and its chain does not depend on the clock', async () => {
  const chains: unknown[] = [];
  for (const offset of [0, 86_400_000]) {
    const { path, ledger } = await makeLedger();
    await ledger.close();
    const again = await reopen(path);
    const at = instantFromEpochMs(epochMs(now) + offset);
    valueOf(
      await again.write.saveAccount(
        { id: 'w' as never, name: 'W', kind: 'wallet', venue: null, country: 'DE' },
        at,
      ),
    );
    valueOf(await again.write.savePrices([], at));
    await again.close();
    const database = connect(path, await keyOf(path));
    const db = kyselyOver(database);
    const lines = await sql<
      Record<string, unknown>
    >`SELECT counter, kind, subject, content_hash, hash FROM journal`.execute(db);
    chains.push(lines.rows);
    database.close();
    expect(lines.rows.map(({ kind }) => kind)).toEqual(['created', 'account', 'prices']);
  }
  expect(chains[0]).toEqual(chains[1]);
});
