/**
 * The connection to the encrypted file, with every setting that safety rests on read back and asserted.
 *
 * The cipher is SQLCipher's, version 4: each page is encrypted (AES-256) and authenticated (HMAC-SHA512), and any
 * stock SQLCipher opens the file with the raw key.
 */
import Database from 'better-sqlite3-multiple-ciphers';
import { invariant } from '../../../shared/invariant.ts';
import { wipe } from '../keys/wipe.ts';

/** How long a second process waits before it is told that the ledger is in use. */
const busyTimeoutMs = 500;

/** Settings of the connection, as they are set and as they must read back. */
const settings: readonly (readonly [name: string, value: string, readBack: number | string])[] = [
  // Before the file is read for the first time: sorting must not spill readable rows into temporary files.
  ['temp_store', '2', 2],
  ['foreign_keys', '1', 1],
  ['trusted_schema', '0', 0],
  ['cell_size_check', '1', 1],
  ['secure_delete', 'ON', 1],
  // In KiB. Below it, the indices of a million events would be read and written over and over while they grow.
  ['cache_size', '-131072', -131_072],
];

const settingsUnderLock: typeof settings = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  // One file at rest, safe to copy; and what was acknowledged survives a power cut.
  ['journal_mode', 'TRUNCATE', 'truncate'],
  ['synchronous', 'EXTRA', 3],
  ['fullfsync', '1', 1],
  ['checkpoint_fullfsync', '1', 1],
];

/**
 * Connects to a file that exists.
 * In: `key` 32 bytes, which are wiped; `salt` 16 bytes where the file is empty yet.
 * Errors: throws SQLite's error, with the connection closed again.
 */
export function connect(path: string, key: Buffer, salt: Buffer = Buffer.alloc(0)): Database.Database {
  const rawKey = Buffer.concat([Buffer.from('raw:'), key, salt]);
  wipe(key);
  const database = new Database(path, { fileMustExist: true, timeout: busyTimeoutMs });
  try {
    database.pragma("cipher = 'sqlcipher'");
    database.pragma('legacy = 4');
    // Not through SQL text: that would leave copies of the key in memory, even after closing.
    database.key(rawKey);
    wipe(rawKey);
    configure(database, settings);
    takeForOneself(database);
    configure(database, settingsUnderLock);
    return database;
  } catch (error) {
    wipe(rawKey);
    database.close();
    throw error;
  }
}

/**
 * The lock comes first and in the normal mode, in which a loser lets go: of two who open at once, one wins. Kept from
 * then on by the exclusive mode.
 */
function takeForOneself(database: Database.Database): void {
  database.exec('BEGIN EXCLUSIVE');
  database.pragma('locking_mode = EXCLUSIVE');
  database.exec('COMMIT');
}

function configure(database: Database.Database, wanted: typeof settings): void {
  for (const [name, value, readBack] of wanted) {
    database.pragma(`${name} = ${value}`);
    const actual = database.pragma(name, { simple: true });
    invariant(actual === readBack, `the database refuses ${name} = ${value}: it says ${String(actual)}`);
  }
}
