import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { describe, expect, test } from 'vitest';
import { trivialKdfCost } from '../../../src/main/ledger/keys/kdf-cost.ts';
import { connect } from '../../../src/main/ledger/open/connect.ts';
import { createLedger } from '../../../src/main/ledger/open/create-ledger.ts';
import { openLedger, recoverLedger } from '../../../src/main/ledger/open/open-ledger.ts';
import { localDate } from '../../../src/shared/time/local-date.ts';
import {
  codeOf,
  importRows,
  keyOf,
  makeClosedLedger,
  makeLedger,
  reopen,
  snapshot,
  temporaryFolder,
} from './ledger.fixture.ts';
import { now, passphrase, tradeRows, valueOf } from './ledger.values.ts';

describe('making a ledger', () => {
  test('makes its folder too, all of it for the owner only', async () => {
    const path = join(temporaryFolder(), 'a', 'b', 'my.hedgerow');
    const { ledger } = valueOf(await createLedger({ path, passphrase, now, kdfCost: trivialKdfCost }));
    await importRows(ledger, tradeRows(0, 10));
    await ledger.close();
    if (process.platform === 'win32') return;
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(dirname(path))) {
      expect(statSync(join(dirname(path), name)).mode & 0o777).toBe(0o600);
    }
  });

  test('remembers when it was made, and a sample its day', async () => {
    const { ledger } = await makeLedger();
    expect(ledger.meta).toMatchObject({ createdAt: now, sample: null });
    const path = join(temporaryFolder(), 'sample.hedgerow');
    const sample = { asOf: localDate('2026-11-20') };
    const made = valueOf(await createLedger({ path, passphrase, now, kdfCost: trivialKdfCost, sample }));
    await made.ledger.close();
    expect((await reopen(path)).meta.sample).toEqual(sample);
  });

  test("never takes the place of a file, a folder, a ledger or somebody's keys", async () => {
    const folder = temporaryFolder();
    const create = (path: string) => createLedger({ path, passphrase, now, kdfCost: trivialKdfCost });
    writeFileSync(join(folder, 'letter.txt'), 'Dear');
    writeFileSync(join(folder, 'lost.hedgerow.keys'), 'the only keys');
    mkdirSync(join(folder, 'box'));
    const { ledger, path } = await makeLedger(folder);
    await ledger.close();
    const before = snapshot(folder);
    expect(codeOf(await create(join(folder, 'letter.txt')))).toBe('ledger/exists');
    expect(codeOf(await create(join(folder, 'lost.hedgerow')))).toBe('ledger/exists');
    expect(codeOf(await create(join(folder, 'box')))).toBe('ledger/exists');
    expect(codeOf(await create(path))).toBe('ledger/exists');
    for (const path of [
      join(folder, 'letter.txt', 'my.hedgerow'),
      join(folder, 'a\0b'),
      join(folder, 'n'.repeat(300), 'x'),
    ]) {
      expect(codeOf(await create(path))).toBe('ledger/bad-folder');
    }
    expect(snapshot(folder)).toEqual(before);
  });

  test('leaves nothing behind when it fails', async () => {
    const folder = temporaryFolder();
    // The keys cannot be put in place: their name is taken by a folder, which is seen only when they are written.
    mkdirSync(join(folder, 'my.hedgerow.keys.tmp', 'inside'), { recursive: true });
    const before = snapshot(folder);
    await expect(
      createLedger({ path: join(folder, 'my.hedgerow'), passphrase, now, kdfCost: trivialKdfCost }),
    ).rejects.toThrow();
    expect(snapshot(folder)).toEqual(before);
  });
});

describe('opening a ledger', () => {
  test('gives back what was stored, by the passphrase and by the recovery key', async () => {
    const { path, recoveryKey, ledger } = await makeLedger();
    await importRows(ledger, tradeRows(0, 10));
    const hash = ledger.hash();
    const events = await ledger.read.events();
    await ledger.close();
    for (const way of [
      () => openLedger({ path, passphrase }),
      () => openLedger({ path, passphrase: Buffer.from(passphrase) }),
      () => recoverLedger({ path, recoveryKey }),
      () => recoverLedger({ path, recoveryKey: recoveryKey.toLowerCase().replaceAll('-', ' ') }),
    ]) {
      const opened = valueOf(await way());
      expect(opened.warnings).toEqual([]);
      expect(opened.ledger.hash()).toBe(hash);
      expect(await opened.ledger.read.events()).toEqual(events);
      await opened.ledger.close();
    }
  });

  test('a wrong passphrase or recovery key touches no file and never speaks of damage', async () => {
    const { path } = await makeClosedLedger((ledger) => importRows(ledger, tradeRows(0, 100)));
    const other = await makeClosedLedger();
    const before = snapshot(dirname(path));
    const typo = other.recoveryKey.replace(/^./u, (sign) => (sign === '0' ? '1' : '0'));
    for (const [way, code] of [
      [() => openLedger({ path, passphrase: `${passphrase}!` }), 'ledger/wrong-passphrase'],
      [() => openLedger({ path, passphrase: '' }), 'ledger/wrong-passphrase'],
      [() => recoverLedger({ path, recoveryKey: other.recoveryKey }), 'ledger/recovery-key-other'],
      [() => recoverLedger({ path, recoveryKey: typo }), 'ledger/recovery-key-typo'],
    ] as const) {
      const result = await way();
      expect(codeOf(result)).toBe(code);
      expect(JSON.stringify(result)).not.toMatch(/corrupt|damage/iu);
    }
    expect(snapshot(dirname(path))).toEqual(before);
  });

  test('every setting that safety rests on reads back on the connection', async () => {
    const { path } = await makeClosedLedger();
    const key = await keyOf(path);
    const database = connect(path, key);
    const setting = (name: string): unknown => database.pragma(name, { simple: true });
    expect(key.every((byte) => byte === 0)).toBe(true);
    expect({
      cipher: setting('cipher'),
      temp_store: setting('temp_store'),
      foreign_keys: setting('foreign_keys'),
      trusted_schema: setting('trusted_schema'),
      cell_size_check: setting('cell_size_check'),
      secure_delete: setting('secure_delete'),
      locking_mode: setting('locking_mode'),
      journal_mode: setting('journal_mode'),
      synchronous: setting('synchronous'),
      fullfsync: setting('fullfsync'),
      checkpoint_fullfsync: setting('checkpoint_fullfsync'),
    }).toEqual({
      cipher: 'sqlcipher',
      temp_store: 2,
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      secure_delete: 1,
      locking_mode: 'exclusive',
      journal_mode: 'truncate',
      synchronous: 3,
      fullfsync: 1,
      checkpoint_fullfsync: 1,
    });
    database.close();
  });

  test('closing waits for what is under way, and may be done twice', async () => {
    const { path, ledger } = await makeLedger();
    const importing = importRows(ledger, tradeRows(0, 100));
    await ledger.close();
    await importing;
    await ledger.close();
    expect(await (await reopen(path)).read.eventCount()).toBe(100);
  });
});

describe('changing the passphrase', () => {
  const next = 'another one';

  test('the new one opens, the old one does not, the recovery key still does', async () => {
    const { path, ledger, recoveryKey } = await makeLedger();
    await importRows(ledger, tradeRows(0, 10));
    const file = readFileSync(path);
    valueOf(await ledger.changePassphrase({ current: passphrase, next, kdfCost: trivialKdfCost }));
    expect(readFileSync(path)).toEqual(file);
    await importRows(ledger, tradeRows(10, 20), 'more.csv');
    await ledger.close();
    expect(codeOf(await openLedger({ path, passphrase }))).toBe('ledger/wrong-passphrase');
    for (const way of [
      () => openLedger({ path, passphrase: next }),
      () => recoverLedger({ path, recoveryKey }),
    ]) {
      const opened = valueOf(await way());
      expect(await opened.ledger.read.eventCount()).toBe(20);
      await opened.ledger.close();
    }
  });

  test('the old one opens none of the files beside the ledger any more', async () => {
    const { path, ledger } = await makeLedger();
    await importRows(ledger, tradeRows(0, 10));
    valueOf(await ledger.changePassphrase({ current: passphrase, next, kdfCost: trivialKdfCost }));
    await ledger.close();
    writeFileSync(`${path}.keys`, 'damaged');
    expect(codeOf(await openLedger({ path, passphrase }))).toBe('ledger/wrong-passphrase');
    const opened = valueOf(await openLedger({ path, passphrase: next }));
    expect(opened.warnings.map(({ code }) => code)).toEqual(['ledger/keys-earlier']);
    await opened.ledger.close();
  });

  test('a wrong current one changes nothing', async () => {
    const { path, ledger } = await makeLedger();
    const before = snapshot(dirname(path));
    const change = { current: 'wrong', next, kdfCost: trivialKdfCost };
    expect(codeOf(await ledger.changePassphrase(change))).toBe('ledger/wrong-passphrase');
    expect(snapshot(dirname(path))).toEqual(before);
  });

  test('the recovery key stands in for a passphrase that is lost', async () => {
    const { path, ledger, recoveryKey } = await makeLedger();
    valueOf(await ledger.changePassphrase({ current: recoveryKey, next, kdfCost: trivialKdfCost }));
    await ledger.close();
    const opened = valueOf(await openLedger({ path, passphrase: next }));
    await opened.ledger.close();
  });
});

test('the file is encrypted from its first byte', async () => {
  const { path } = await makeClosedLedger();
  expect(readFileSync(path).toString('latin1')).not.toContain('SQLite');
  const database = new Database(path, { readonly: true });
  expect(() => database.prepare('SELECT * FROM meta').all()).toThrow(/not a database/u);
  database.close();
  expect(existsSync(`${path}-wal`)).toBe(false);
});
