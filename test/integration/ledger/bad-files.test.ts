/** The zoo of files that are not the ledger one hoped for: each with its own message, and none of them touched. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { keyFileText, parseKeyFile } from '../../../src/main/ledger/keys/key-file.ts';
import { connect } from '../../../src/main/ledger/open/connect.ts';
import { openLedger, recoverLedger } from '../../../src/main/ledger/open/open-ledger.ts';
import { isInUseByChild } from './child.fixture.ts';
import { codeOf, importRows, keyOf, makeClosedLedger, snapshot } from './ledger.fixture.ts';
import { passphrase, tradeRows } from './ledger.values.ts';

interface Animal {
  readonly name: string;
  readonly code: string;
  /** Out: the path to open, where it is not the ledger's. */
  readonly make: (path: string) => unknown;
}

const zoo: readonly Animal[] = [
  { name: 'no file', code: 'ledger/not-found', make: (path) => rmSync(path) },
  { name: 'no folder', code: 'ledger/not-found', make: (path) => join(dirname(path), 'gone', 'my.hedgerow') },
  { name: 'no path', code: 'ledger/not-found', make: (path) => `${path}\0` },
  { name: 'an empty file', code: 'ledger/too-small', make: (path) => truncateSync(path, 0) },
  { name: 'a stump', code: 'ledger/too-small', make: (path) => truncateSync(path, 4095) },
  { name: 'a truncated ledger', code: 'ledger/damaged', make: (path) => truncateSync(path, 3 * 4096) },
  {
    name: 'half a page missing',
    code: 'ledger/damaged',
    make: (path) => truncateSync(path, readFileSync(path).length - 2000),
  },
  { name: 'a folder', code: 'ledger/not-a-ledger', make: (path) => (rmSync(path), mkdirSync(path)) },
  { name: 'a text without keys', code: 'ledger/not-a-ledger', make: textFile },
  { name: 'a plain database', code: 'ledger/not-encrypted', make: plainDatabase },
  { name: "another program's encrypted database", code: 'ledger/other-app', make: otherApp },
  { name: 'a newer ledger', code: 'ledger/newer', make: newerSchema },
  { name: 'a newer key file', code: 'ledger/newer', make: newerKeys },
  {
    name: 'no key file',
    code: 'ledger/keys-missing',
    make: (path) => (rmSync(`${path}.keys`), rmSync(`${path}.keys.1`)),
  },
  { name: 'damaged key files', code: 'ledger/keys-damaged', make: damagedKeys },
  { name: 'the key file of another ledger', code: 'ledger/keys-of-another', make: otherKeys },
  {
    name: 'a key file that asks for 4 GiB',
    code: 'ledger/keys-unreasonable',
    make: (path) => changedKdf(path, 4_194_304, 3),
  },
  {
    name: 'a key file that asks for 21 passes',
    code: 'ledger/keys-unreasonable',
    make: (path) => changedKdf(path, 65_536, 21),
  },
  { name: 'a link', code: 'ledger/is-link', make: link },
  {
    name: 'a link to nowhere',
    code: 'ledger/is-link',
    make: (path) => (rmSync(path), symlinkSync('/nowhere', path)),
  },
  { name: 'noise with fitting keys', code: 'ledger/damaged', make: noise },
];

test.each(zoo)('$name: $code, and nothing is touched', async ({ code, make }) => {
  const made = await makeClosedLedger((ledger) => importRows(ledger, tradeRows(0, 50)));
  const other = await make(made.path);
  const path = typeof other === 'string' ? other : made.path;
  const before = snapshot(dirname(made.path));
  const result = await openLedger({ path, passphrase });
  expect(codeOf(result)).toBe(code);
  expect(codeOf(await recoverLedger({ path, recoveryKey: made.recoveryKey }))).toBe(code);
  expect(snapshot(dirname(made.path))).toEqual(before);
});

test('each kind has its own words, which name the file and what to do', async () => {
  const messages = new Map<string, string>();
  for (const { make, code } of zoo) {
    const made = await makeClosedLedger();
    const other = await make(made.path);
    const result = await openLedger({ path: typeof other === 'string' ? other : made.path, passphrase });
    if (result.ok) throw new Error('opened');
    expect(result.failure.message).toMatch(/my\.hedgerow/u);
    expect(result.failure.message).not.toContain(dirname(made.path));
    expect(result.failure.fix.length).toBeGreaterThan(20);
    messages.set(code, result.failure.message);
  }
  expect(new Set(messages.values()).size).toBe(new Set(zoo.map(({ code }) => code)).size);
});

test('a ledger that another process holds: told within a second, and nothing is touched', async () => {
  const { path } = await makeClosedLedger((ledger) => importRows(ledger, tradeRows(0, 50)));
  await isInUseByChild(path, async () => {
    const before = snapshot(dirname(path));
    const begun = performance.now();
    expect(codeOf(await openLedger({ path, passphrase }))).toBe('ledger/in-use');
    expect(performance.now() - begun).toBeLessThan(1500);
    expect(snapshot(dirname(path))).toEqual(before);
  });
  const opened = await openLedger({ path, passphrase });
  expect(codeOf(opened)).toBe('ok');
  if (opened.ok) await opened.value.ledger.close();
});

test.skipIf(process.platform === 'win32')('a file or folder that may only be read', async () => {
  const { path } = await makeClosedLedger((ledger) => importRows(ledger, tradeRows(0, 50)));
  const folder = dirname(path);
  for (const [target, mode, usual] of [
    [path, 0o444, 0o600],
    [folder, 0o555, 0o700],
  ] as const) {
    chmodSync(target, mode);
    const before = snapshot(folder);
    expect(openAsNobody(path, folder)).toBe('ledger/read-only');
    expect(snapshot(folder)).toEqual(before);
    chmodSync(target, usual);
  }
});

/** Root may write anywhere: then somebody else has to try. */
function openAsNobody(path: string, folder: string): string {
  const script = new URL('./children/try-to-open.ts', import.meta.url).pathname;
  const isRoot = process.getuid?.() === 0;
  const nobody = 65_534;
  if (isRoot) spawnSync('chown', ['-R', String(nobody), folder]);
  const identity = isRoot ? { uid: nobody, gid: nobody } : {};
  const { stdout, stderr } = spawnSync(process.execPath, [decodeURIComponent(script), path, passphrase], {
    ...identity,
    encoding: 'utf8',
  });
  return stdout.trim() || stderr;
}

function textFile(path: string): void {
  writeFileSync(path, 'Date,Amount\n'.repeat(1000));
  rmSync(`${path}.keys`);
  rmSync(`${path}.keys.1`);
}

function plainDatabase(path: string): void {
  rmSync(path);
  const database = new Database(path);
  database.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)');
  database.close();
}

async function otherApp(path: string): Promise<void> {
  const database = connect(path, await keyOf(path));
  database.pragma('application_id = 1');
  database.close();
}

async function newerSchema(path: string): Promise<void> {
  const database = connect(path, await keyOf(path));
  database.pragma('user_version = 999');
  database.close();
}

function newerKeys(path: string): void {
  rewriteKeys(path, (keys) => ({ ...keys, version: 2 }));
}

function damagedKeys(path: string): void {
  writeFileSync(`${path}.keys`, 'x');
  writeFileSync(`${path}.keys.1`, '');
}

async function otherKeys(path: string): Promise<void> {
  const other = await makeClosedLedger();
  copyFileSync(`${other.path}.keys`, `${path}.keys`);
}

function changedKdf(path: string, memoryKib: number, passes: number): void {
  const parsed = parseKeyFile(readFileSync(`${path}.keys`, 'utf8'));
  if (!parsed.ok) throw new Error('no keys');
  const { passphrase: slot } = parsed.keys;
  const kdf = { ...slot.kdf, memoryKib, passes };
  writeFileSync(`${path}.keys`, keyFileText({ ...parsed.keys, passphrase: { ...slot, kdf } }));
}

function rewriteKeys(path: string, change: (keys: object) => object): void {
  const parsed = parseKeyFile(readFileSync(`${path}.keys`, 'utf8'));
  if (!parsed.ok) throw new Error('no keys');
  writeFileSync(`${path}.keys`, keyFileText(change(parsed.keys) as typeof parsed.keys));
}

function link(path: string): void {
  renameSync(path, `${path}.real`);
  symlinkSync(`${path}.real`, path);
}

function noise(path: string): void {
  const file = readFileSync(path);
  randomBytes(file.length - 16).copy(file, 16);
  writeFileSync(path, file);
}
