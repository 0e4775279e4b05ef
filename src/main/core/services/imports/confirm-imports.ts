/** Stores what the preview showed, all or nothing. */
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';
import { parseFile } from './parse-file.ts';
import type { ParsedFile } from './parsed-file.ts';
import { shownBatch } from './shown-batch.ts';
import { storeFiles } from './store-files.ts';
import { uploadsOf } from './uploads-of.ts';

/**
 * Files that bring nothing new leave no trace. The uploads are gone afterwards.
 * Errors: `ledger/locked`, `import/upload-unknown`, those of `parseFile` and `storeFiles`; then nothing was stored.
 */
export const confirmImports: Handler<'imports.confirm'> = async ({ files, skipBadRows }, context) => {
  const { ledger, uploads: store } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const uploads = uploadsOf(files, store);
  if (!uploads.ok) return uploads;
  const parsed: ParsedFile[] = [];
  for (const { upload, choice } of uploads.value) {
    const reading = await parseFile(upload, choice, context);
    if (!reading.ok) return reading;
    parsed.push(reading.value);
  }
  const stored = await storeFiles(parsed, ledger, skipBadRows, context);
  if (!stored.ok) return stored;
  for (const { upload } of uploads.value) store.discard(upload.id);
  const { batches, added, already, ledgerHash } = stored.value;
  return ok({
    batches: batches.map(shownBatch),
    added,
    already,
    identicalKept: parsed.reduce((sum, { identicalKept }) => sum + identicalKept, 0),
    skippedRows: parsed.reduce((sum, { problems }) => sum + problems.badRows, 0),
    ledgerHash,
  });
};
