/** Stores what is new of files that were read: all of it in one transaction, or nothing. */
import { fail, ok, type Result } from '../../../../shared/errors/failure.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { ImportResult, ImportTransaction } from '../../../ledger/import-transaction.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import type { CallContext } from '../../call-context.ts';
import { findNewRows, type NewOfFile } from './find-new-rows.ts';
import { storedRowOf } from './new-event.ts';
import { Pacer } from './pacer.ts';
import type { ParsedFile } from './parsed-file.ts';

/** About five milliseconds of work. */
const chunk = 500;

export interface StoredFiles extends ImportResult {
  readonly added: number;
  readonly already: number;
}

/**
 * In: `skipBadRows`, whether files with bad rows are stored without them.
 * Errors: `import/bad-rows`, and the ledger's. Throws when the call is cancelled; then nothing is stored.
 */
export async function storeFiles(
  files: readonly ParsedFile[],
  ledger: Ledger,
  skipBadRows: boolean,
  context: CallContext,
): Promise<Result<StoredFiles>> {
  const refused = skipBadRows ? null : badRows(files);
  if (refused !== null) return refused;
  const pacer = new Pacer(context.signal);
  context.progress('Comparing with the ledger', 0, null);
  const found = await findNewRows(files, ledger.read, pacer);
  const already = found.reduce((sum, one) => sum + one.already, 0);
  const bringing = found.filter((one) => countOf(one) > 0);
  if (bringing.length === 0) return ok({ batches: [], ledgerHash: ledger.hash(), added: 0, already });
  const stored = await storeAll(bringing, ledger, context, pacer);
  if (!stored.ok) return stored;
  const added = bringing.reduce((sum, one) => sum + countOf(one), 0);
  return ok({ ...stored.value, added, already });
}

function countOf({ rows, prices, observations }: NewOfFile): number {
  return rows.length + prices.length + observations.length;
}

function badRows(files: readonly ParsedFile[]): Result<never> | null {
  const bad = files.find(({ problems }) => problems.firstError !== null);
  const first = bad?.problems.firstError;
  if (bad === undefined || first == null) return null;
  const { file } = bad.opened;
  const count = files.reduce((sum, { problems }) => sum + problems.badRows, 0);
  const rows = count === 1 ? '1 row' : `${count} rows`;
  const values = { rows, file, line: first.line, first: first.failure.message };
  return fail('import/bad-rows', values, { file, row: first.line });
}

async function storeAll(
  found: readonly NewOfFile[],
  ledger: Ledger,
  context: CallContext,
  pacer: Pacer,
): Promise<Result<ImportResult>> {
  const transaction = await ledger.write.beginImport();
  try {
    const total = found.reduce((sum, { rows, observations }) => sum + rows.length + observations.length, 0);
    let done = 0;
    for (const one of found) {
      const stored = await storeFile(transaction, one, context.clock, pacer, (rows) => {
        done += rows;
        context.progress('Storing', done, total);
      });
      if (!stored.ok) return stored;
    }
    context.signal.throwIfAborted();
    return await transaction.commit();
  } finally {
    // Does nothing after a commit; undoes everything after a failure, a bug or a cancellation.
    await transaction.rollback();
  }
}

async function storeFile(
  transaction: ImportTransaction,
  { file, rows, prices, observations, already }: NewOfFile,
  importedAt: Instant,
  pacer: Pacer,
  report: (rows: number) => void,
): Promise<Result<void>> {
  const accounts = transaction.storeAccounts(file.accounts);
  if (!accounts.ok) return accounts;
  const { opened, fileHash, problems } = file;
  const account = file.accounts.some(({ id }) => id === file.account.id) ? file.account : file.accounts[0];
  const started = transaction.startFile({
    file: opened.file,
    fileHash,
    format: opened.importer.id,
    account: (account ?? file.account).id,
    importedAt,
    skippedRows: problems.badRows,
    alreadyRows: already,
  });
  if (!started.ok) return started;
  for (let at = 0; at < rows.length; at += chunk) {
    const some = rows.slice(at, at + chunk);
    const stored = transaction.store(some.map((row) => storedRowOf(row, file)));
    if (!stored.ok) return stored;
    report(some.length);
    await pacer.pause();
  }
  for (let at = 0; at < observations.length; at += chunk) {
    const some = observations.slice(at, at + chunk);
    const stored = transaction.storeObservations(some);
    if (!stored.ok) return stored;
    report(some.length);
    await pacer.pause();
  }
  const marks = transaction.storePrices(prices.map(({ mark }) => mark));
  return marks.ok ? ok(undefined) : marks;
}
