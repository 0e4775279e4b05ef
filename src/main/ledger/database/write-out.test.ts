import { closeSync, mkdtempSync, openSync, rmSync, statSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layOut } from '../migrations/migrate.ts';
import { connect } from '../open/connect.ts';
import { kyselyOver } from './dialect.ts';
import { WriteOut } from './write-out.ts';

const rows = 6000;

/** Bytes of the file before the COMMIT of an import of some rows, and after it. */
async function sizesOf(isWrittenOut: boolean): Promise<{ before: number; after: number; events: unknown }> {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-write-out-'));
  const path = join(folder, 'some.hedgerow');
  closeSync(openSync(path, 'wx', 0o600));
  const database = connect(path, randomBytes(32), randomBytes(16));
  try {
    await kyselyOver(database).transaction().execute(layOut);
    const insert = database.prepare(
      `INSERT INTO event (time, sequence, kind, legs, line, row_hash, occurrence, text_hash, text_occurrence, raw)
       VALUES (?, 0, 'buy', '[]', ?, ?, 0, ?, 0, ?)`,
    );
    const cache = database.pragma('cache_size', { simple: true });
    database.exec('BEGIN');
    for (let row = 0; row < rows; row++) {
      const hash = Buffer.alloc(16);
      hash.writeUInt32BE(Math.imul(row, 2_654_435_761) >>> 0);
      insert.run(row, row, hash, hash, `row ${row} `.repeat(20));
    }
    if (isWrittenOut) {
      const out = new WriteOut(database, 0);
      while (out.step());
      out.end();
    }
    expect(database.pragma('cache_size', { simple: true })).toBe(cache);
    const before = statSync(path).size;
    database.exec('COMMIT');
    const events = database.prepare('SELECT count(*) FROM event').pluck().get();
    return { before, after: statSync(path).size, events };
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test('most of a transaction is in the file before its COMMIT, which otherwise writes it all', async () => {
  const plain = await sizesOf(false);
  const written = await sizesOf(true);
  expect(written.after).toBe(plain.after);
  expect([plain.events, written.events]).toEqual([rows, rows]);
  expect(plain.before).toBeLessThan(plain.after / 4);
  expect(written.before).toBeGreaterThan(written.after / 2);
});
