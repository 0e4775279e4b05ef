/** Hedgerow's own full export comes back through the same door as every file: into an empty ledger only. */
import type { z } from 'zod';
import type { previewFile } from '../../../../shared/contract/import-calls.ts';
import { ok, failure, type Result } from '../../../../shared/errors/failure.ts';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { exportMark } from '../../../ledger/repositories/whole-ledger.ts';
import type { CallContext } from '../../call-context.ts';
import type { UploadedFile } from '../../uploads.ts';
import { noLines } from './line-book.ts';
import { fileProblem } from './problem-book.ts';
import { shownBatches } from './shown-batch.ts';

const format = { id: 'hedgerow-export', name: 'Full export of Hedgerow' };

export function isFullExport({ bytes }: UploadedFile): boolean {
  return Buffer.from(bytes.subarray(0, exportMark.length)).toString() === exportMark;
}

/** Errors: those of `restore`; then nothing was stored. */
export async function restoreExport(
  upload: UploadedFile,
  ledger: Ledger,
  context: CallContext,
): Promise<Result<CallAnswer<'imports.confirm'>>> {
  await context.alone?.();
  const restored = await ledger.write.restore(linesIn(upload.bytes), context.clock);
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

/** What is said of it before it is taken in: whether it can be. */
export async function shownExport(
  { id, file, bytes }: UploadedFile,
  { session }: CallContext,
): Promise<z.output<typeof previewFile>> {
  const isEmpty = session.ledger !== null && (await session.ledger.read.eventCount()) === 0;
  let rows = 0;
  for (const _ of linesIn(bytes)) rows++;
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
    lines: { ...noLines, total: rows, imported: rows },
    new: rows,
    already: 0,
    identicalKept: 0,
    byKind: [],
    problems: isEmpty ? [] : [fileProblem(failure('ledger/not-empty', {}))],
    sampleRows: [],
  };
}

function* linesIn(bytes: Uint8Array): Generator<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < buffer.length;) {
    const end = buffer.indexOf('\n', at);
    const line = buffer.toString('utf8', at, end === -1 ? buffer.length : end);
    if (line !== '') yield line;
    at = end === -1 ? buffer.length : end + 1;
  }
}
