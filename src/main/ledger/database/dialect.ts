import type Database from 'better-sqlite3-multiple-ciphers';
import {
  CompiledQuery,
  Kysely,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
} from 'kysely';
import type { LedgerSchema } from './schema.ts';

/** Kysely over the one open connection. Its queue is what keeps readers and transactions apart. */
export function kyselyOver(database: Database.Database): Kysely<LedgerSchema> {
  return new Kysely<LedgerSchema>({ dialect: new LedgerDialect(database) });
}

class LedgerDialect extends SqliteDialect {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new LedgerDriver(this.#database);
  }
}

class LedgerDriver extends SqliteDriver {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database });
    this.#database = database;
  }

  /** A transaction here always writes: it says so at once. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** On a full disk SQLite may have rolled back by itself; a second time would hide the first error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}
