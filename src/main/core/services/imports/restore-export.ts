/** Hedgerow's own full export comes back through the same door as every file: into an empty ledger only. */
import type { z } from 'zod';
import type { previewFile } from '../../../../shared/contract/import-calls.ts';
import { ok, failure, type Failure, type Result } from '../../../../shared/errors/failure.ts';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { FULL_EXPORT } from '../../../../shared/domain/full-export.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { ContentSum } from '../../../ledger/database/content-sum.ts';
import type { CallContext } from '../../call-context.ts';
import type { UploadedFile } from '../../uploads.ts';
import { exportLinesIn, isExportText } from './export-text.ts';
import { noLines } from './line-book.ts';
import { fileProblem } from './problem-book.ts';
import { shownBatches } from './shown-batch.ts';

const format = { id: FULL_EXPORT, name: 'Full export of Hedgerow' };

export function isFullExport({ bytes }: UploadedFile): boolean {
  return isExportText(bytes);
}

/** Errors: those of `restore`; then nothing was stored. */
export async function restoreExport(
  upload: UploadedFile,
  ledger: Ledger,
  context: CallContext,
): Promise<Result<CallAnswer<'imports.confirm'>>> {
  await context.alone?.();
  const restored = await ledger.write.restore(exportLinesIn(upload.bytes, context.signal), context.clock);
  if (!restored.ok) return restored;
  context.session.uploads.discard(upload.id);
  const batches = await ledger.read.batches();
  return ok({
    batches: await shownBatches(batches, ledger.read),
    files: [],
    added: restored.value.events,
    already: 0,
    identicalKept: 0,
    skippedRows: 0,
    ledgerHash: ledger.hash(),
  });
}

/** What is said of it before it is taken in: whether it can be. In: whether other files are to come with it. */
export async function shownExport(
  { id, file, bytes }: UploadedFile,
  isAlone: boolean,
  { session, signal }: CallContext,
): Promise<z.output<typeof previewFile>> {
  const isEmpty = session.ledger !== null && session.ledger.hash() === new ContentSum().hash();
  const { rows, total } = await linesOfExport(bytes, signal);
  const problems = [
    ...(isAlone ? [] : [fileProblem(exportBeside(file))]),
    ...(isEmpty ? [] : [fileProblem(failure('ledger/not-empty', {}))]),
  ];
  return {
    upload: id,
    file,
    format: format.id,
    formatName: format.name,
    why: 'The first line says that it is a full export of Hedgerow.',
    account: null,
    timeZone: null,
    timeZoneFrom: null,
    decimalMark: null,
    decimalMarkFrom: null,
    rows,
    lines: { ...noLines, total, imported: rows, notRows: total - rows },
    new: rows,
    already: 0,
    identicalKept: 0,
    byKind: [],
    problems,
    sampleRows: [],
  };
}

/** Why an export that comes with other files is not taken in. */
export function exportBeside(file: string): Failure {
  return failure('ledger/export-beside', { file }, { file });
}

const eventsBegin = '{"table":"event",';

/** How many lines it has, and how many of them are rows of files that were imported. */
async function linesOfExport(
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<{ readonly rows: number; readonly total: number }> {
  let [rows, total, isEvents] = [0, 0, false];
  for await (const line of exportLinesIn(bytes, signal)) {
    total++;
    // Seals stand between rows of one table.
    if (line.startsWith('{"table":')) isEvents = line.startsWith(eventsBegin);
    else if (isEvents && line.startsWith('[')) rows++;
  }
  return { rows, total };
}
