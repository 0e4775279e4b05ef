import { instantFromEpochMs } from '../../../shared/time/instant.ts';
import { localDate } from '../../../shared/time/local-date.ts';
import type { LedgerFile } from '../database/ledger-file.ts';
import type { Ledger, LedgerMeta } from '../ledger.ts';
import { readableLedger } from '../repositories/readable-ledger.ts';
import { writableLedger } from '../repositories/writable-ledger.ts';
import { changePassphrase } from './change-passphrase.ts';

/** The ledger that others work with, over its open file. */
export async function ledgerOfFile(file: LedgerFile): Promise<Ledger> {
  return {
    path: file.path,
    meta: await readMeta(file),
    read: readableLedger(file),
    write: writableLedger(file),
    hash: () => file.head.contentHash,
    state: () => file.head.hash,
    changePassphrase: (change) => changePassphrase(file, change),
    close: () => closeFile(file),
  };
}

async function readMeta({ db }: LedgerFile): Promise<LedgerMeta> {
  const meta = await db.selectFrom('meta').selectAll().executeTakeFirstOrThrow();
  return {
    id: meta.ledger,
    createdAt: instantFromEpochMs(meta.created_at),
    sample: meta.sample_as_of === null ? null : { asOf: localDate(meta.sample_as_of) },
  };
}

/** Waits in the queue behind whatever is under way. */
async function closeFile(file: LedgerFile): Promise<void> {
  const { db, database } = file;
  if (!database.open) return;
  const leave = await file.enter();
  try {
    if (!database.open) return;
    await db.connection().execute(() => Promise.resolve(database.close()));
    await db.destroy();
  } finally {
    leave();
  }
}
