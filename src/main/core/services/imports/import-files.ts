/** Files → one import: all of it is stored, or nothing. */
import { fail, ok, type Result } from '../../../../shared/errors/failure.ts';
import type { ImportResult } from '../../../ledger/import-transaction.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import type { CallContext } from '../../call-context.ts';
import { type BroughtFile, bringFile, type Import } from './bring-file.ts';
import type { OpenedUpload } from './open-upload.ts';
import { Pacer } from './pacer.ts';

export interface ImportedFiles extends ImportResult {
  readonly files: readonly BroughtFile[];
  readonly added: number;
  readonly already: number;
}

/**
 * Files that bring nothing leave no trace. In: `skipBadRows`, whether files with bad rows are stored without them.
 * Errors: `import/bad-rows`, those of `bringFile`, and the ledger's. Throws when the call is cancelled; then nothing is
 * stored.
 */
export async function importFiles(
  uploads: readonly OpenedUpload[],
  ledger: Ledger,
  skipBadRows: boolean,
  context: CallContext,
): Promise<Result<ImportedFiles>> {
  const transaction = await ledger.write.beginImport();
  try {
    const to: Import = { transaction, pacer: new Pacer(context.signal) };
    const files: BroughtFile[] = [];
    for (const upload of uploads) {
      const brought = await bringFile(upload, to, context);
      if (!brought.ok) return brought;
      files.push(brought.value);
    }
    const refused = skipBadRows ? null : badRows(files);
    if (refused !== null) return refused;
    const written = await writeOut(to);
    if (!written.ok) return written;
    await context.alone?.();
    context.signal.throwIfAborted();
    const committed = await transaction.commit();
    if (!committed.ok) return committed;
    const sum = (of: 'added' | 'already'): number =>
      files.reduce((total, { file }) => total + file.report[of], 0);
    return ok({ ...committed.value, files, added: sum('added'), already: sum('already') });
  } finally {
    // Does nothing after a commit; undoes everything after a failure, a bug or a cancellation.
    await transaction.rollback();
  }
}

/** While others still have their turn. */
async function writeOut({ transaction, pacer }: Import): Promise<Result<void>> {
  for (;;) {
    const hasMore = transaction.writeOut();
    if (!hasMore.ok) return hasMore;
    if (!hasMore.value) return ok(undefined);
    await pacer.pause();
  }
}

function badRows(files: readonly BroughtFile[]): Result<never> | null {
  const bad = files.find(({ file }) => file.found.problems.firstError !== null);
  const first = bad?.file.found.problems.firstError;
  if (bad === undefined || first == null) return null;
  const { file } = bad.file.of.opened;
  const count = files.reduce((sum, one) => sum + one.file.found.problems.badRows, 0);
  const rows = count === 1 ? '1 row' : `${count} rows`;
  const values = { rows, file, line: first.line, first: first.failure.message };
  return fail('import/bad-rows', values, { file, row: first.line });
}
