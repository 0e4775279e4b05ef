/** Stores what the preview showed, all or nothing. */
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Handler } from '../../call-context.ts';
import { importFiles } from './import-files.ts';
import { ownImportersIn } from '../mapping/kept-profiles.ts';
import { type OpenedUpload, openUpload } from './open-upload.ts';
import { exportBeside, isFullExport, restoreExport } from './restore-export.ts';
import { shownBatches } from './shown-batch.ts';
import { uploadsOf } from './uploads-of.ts';

/**
 * Files that bring nothing leave no trace. The uploads are gone afterwards.
 * Errors: `ledger/locked`, `import/upload-unknown`, those of `openUpload` and `importFiles`; then nothing was stored.
 */
export const confirmImports: Handler<'imports.confirm'> = async ({ files, skipBadRows }, context) => {
  const { ledger, uploads: store } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const uploads = await uploadsOf(files, store);
  if (!uploads.ok) return uploads;
  const whole = uploads.value.find(({ upload }) => isFullExport(upload));
  if (whole !== undefined)
    return uploads.value.length === 1
      ? restoreExport(whole.upload, ledger, context)
      : { ok: false, failure: exportBeside(whole.upload.file) };
  const own = ownImportersIn(await ledger.read.settings());
  const opened: OpenedUpload[] = [];
  for (const { upload, choice, refusal } of uploads.value) {
    if (refusal !== undefined) return { ok: false, failure: refusal };
    const one = openUpload(upload, choice, own);
    if (!one.ok) return one;
    opened.push(one.value);
  }
  const imported = await importFiles(opened, ledger, skipBadRows, context);
  if (!imported.ok) return imported;
  for (const { upload } of uploads.value) store.discard(upload.id);
  const { batches, added, already, ledgerHash, files: brought } = imported.value;
  return ok({
    batches: await shownBatches(batches, ledger.read),
    files: brought.map(({ file, lines }) => ({
      upload: file.of.upload.id,
      file: file.of.opened.file,
      lines,
    })),
    added,
    already,
    identicalKept: brought.reduce((sum, { identicalKept }) => sum + identicalKept, 0),
    skippedRows: brought.reduce((sum, { file }) => sum + file.found.problems.badRows, 0),
    ledgerHash,
  });
};
