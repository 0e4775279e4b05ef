import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { connect } from '../../../src/main/ledger/open/connect.ts';
import { importRows, keyOf, makeClosedLedger, makeLedger, temporaryFolder } from './ledger.fixture.ts';
import { batchOf, binance, now, tradeRows, valueOf } from './ledger.values.ts';

const canaries = [
  'CANARY-note',
  'CANARY-account',
  'CANARY-raw',
  'CANARY-record',
  'CANARY-profile',
  'CANARY-file',
];

function canariesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const content = readFileSync(join(folder, name));
    const found = canaries.filter(
      (canary) => content.includes(canary) || content.includes(Buffer.from(canary, 'utf16le')),
    );
    return found.map((canary) => `${canary} in ${name}`);
  });
}

test('nothing of what is stored is readable in any file, neither while it is stored nor afterwards', async () => {
  const { path, ledger } = await makeLedger();
  const folder = dirname(path);
  const transaction = await ledger.write.beginImport();
  valueOf(transaction.storeAccounts([{ ...binance, name: 'CANARY-account' }]));
  valueOf(transaction.startFile(batchOf('CANARY-file.csv')));
  const rows = tradeRows(0, 500, 'CANARY-note');
  valueOf(transaction.store(rows.map((row) => ({ ...row, raw: `CANARY-raw ${row.raw}` }))));
  expect(canariesIn(folder)).toEqual([]);
  valueOf(await transaction.commit());
  valueOf(
    await ledger.write.appendRecord({ kind: 'election', body: '{"x":"CANARY-record"}', recordedAt: now }),
  );
  await ledger.read.events();
  expect(canariesIn(folder)).toEqual([]);
  await ledger.close();
  expect(canariesIn(folder)).toEqual([]);
});

test('nor in what a transaction writes before its end, because the cache is full', async () => {
  const { path } = await makeClosedLedger((ledger) => importRows(ledger, tradeRows(0, 500)));
  const database = connect(path, await keyOf(path));
  database.pragma('cache_size = 10');
  const before = readFileSync(path);
  database.exec('BEGIN');
  database.exec("UPDATE event SET note = 'CANARY-note ' || hex(randomblob(200)), raw = 'CANARY-raw'");
  expect(readFileSync(path).equals(before)).toBe(false);
  expect(readFileSync(`${path}-journal`).length).toBeGreaterThan(50_000);
  expect(canariesIn(dirname(path))).toEqual([]);
  database.exec('ROLLBACK');
  database.close();
});

test('sorting never goes through a temporary file', async () => {
  const { path } = await makeClosedLedger((ledger) => importRows(ledger, tradeRows(0, 10)));
  const database = connect(path, await keyOf(path));
  database.pragma('cache_size = 10');
  const open = (): string[] => (process.platform === 'linux' ? readdirSync('/proc/self/fd') : []);
  const before = open().length;
  const rows = database
    .prepare(
      'WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 50000) SELECT hex(randomblob(100)) AS x FROM n ORDER BY x',
    )
    .iterate();
  rows.next();
  expect(open().length).toBe(before);
  rows.return?.();
  database.close();
});

/**
 * SQLCipher 4, from its published design: page 1 begins with the salt; each page ends with 16 bytes of
 * initialisation vector and an HMAC-SHA512 over ciphertext, vector and page number, whose key is PBKDF2 (two rounds)
 * of the raw key with the salt xor 0x3a.
 */
function decryptAsSqlCipher4(file: Buffer, key: Buffer): Buffer {
  const page = 4096;
  const salt = file.subarray(0, 16);
  const macKey = pbkdf2Sync(
    key,
    salt.map((byte) => byte ^ 0x3a),
    2,
    32,
    'sha512',
  );
  const pages: Buffer[] = [];
  for (let number = 1; number * page <= file.length; number++) {
    const whole = file.subarray((number - 1) * page, number * page);
    const content = whole.subarray(number === 1 ? 16 : 0, page - 80);
    const vector = whole.subarray(page - 80, page - 64);
    const numberBytes = Buffer.alloc(4);
    numberBytes.writeUInt32LE(number);
    const mac = createHmac('sha512', macKey).update(content).update(vector).update(numberBytes).digest();
    expect(mac.equals(whole.subarray(page - 64))).toBe(true);
    const decipher = createDecipheriv('aes-256-cbc', key, vector).setAutoPadding(false);
    const plain = Buffer.concat([decipher.update(content), decipher.final()]);
    const header = number === 1 ? Buffer.from('SQLite format 3\0', 'latin1') : Buffer.alloc(0);
    pages.push(Buffer.concat([header, plain, Buffer.alloc(80)]));
  }
  return Buffer.concat(pages);
}

test('whoever has the raw key reads the ledger without Hedgerow, as any SQLCipher 4 file', async () => {
  const { path } = await makeClosedLedger((ledger) => importRows(ledger, tradeRows(0, 50)));
  const plain = join(temporaryFolder(), 'plain.sqlite');
  writeFileSync(plain, decryptAsSqlCipher4(readFileSync(path), await keyOf(path)));
  const database = new Database(plain, { readonly: true });
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(database.prepare('SELECT count(*) FROM event').pluck().get()).toBe(50);
  const legs = database
    .prepare('SELECT account, asset, quantity, role, value FROM leg WHERE event = ? ORDER BY number')
    .all(tradeRows(0, 1)[0]!.event.id);
  expect(legs).toEqual([
    { account: 'binance', asset: 'BTC', quantity: '0.1', role: 'principal', value: null },
    { account: 'binance', asset: 'USDT', quantity: '-1.25', role: 'principal', value: null },
    { account: 'binance', asset: 'BNB', quantity: '-0.00001', role: 'fee', value: null },
  ]);
  database.close();
});
