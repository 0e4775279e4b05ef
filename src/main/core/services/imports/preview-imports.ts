/** Reads everything, stores nothing: what would arrive, and all that is wrong, at once. */
import type { z } from 'zod';
import type { previewFile } from '../../../../shared/contract/import-calls.ts';
import type { AccountId } from '../../../../shared/domain/account.ts';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { fail, type Failure, ok, type Result } from '../../../../shared/errors/failure.ts';
import { timeZoneText } from '../../../../shared/time/time-zone.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import type { Importer } from '../../../importers/importer.ts';
import { factsOf } from '../../facts.ts';
import type { UploadedFile } from '../../uploads.ts';
import { decidedRows } from '../../../engine/events/decided-rows.ts';
import { type BalanceChange, balanceChanges } from './balance-changes.ts';
import { type BroughtFile, bringFile, type Import } from './bring-file.ts';
import { rowDecisions } from './decide-rows.ts';
import { noLines } from './line-book.ts';
import { ownImportersIn } from '../mapping/kept-profiles.ts';
import { isFullExport, shownExport } from './restore-export.ts';
import { openUpload } from './open-upload.ts';
import { Pacer } from './pacer.ts';
import { fileProblem } from './problem-book.ts';
import { type ChosenUpload, uploadsOf } from './uploads-of.ts';

type PreviewFile = z.output<typeof previewFile>;

/**
 * The import is made and taken back, so that the preview says what the import will do.
 * Errors: `ledger/locked`, `import/upload-unknown`, and the ledger's. A file that cannot be read is part of the answer,
 * with its problem.
 */
export const previewImports: Handler<'imports.preview'> = async ({ files }, context) => {
  const { ledger, uploads: store } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const facts = await factsOf(context.session);
  if (!facts.ok) return facts;
  const uploads = await uploadsOf(files, store);
  if (!uploads.ok) return uploads;
  const own = ownImportersIn(facts.value.settings);
  const transaction = await ledger.write.beginImport();
  try {
    const to: Import = { transaction, pacer: new Pacer(context.signal) };
    const shown: PreviewFile[] = [];
    for (const upload of uploads.value) {
      const one = isFullExport(upload.upload)
        ? ok(await shownExport(upload.upload, uploads.value.length === 1, context))
        : await previewOf(upload, to, own, context);
      if (!one.ok) return one;
      shown.push(one.value);
    }
    context.progress('Comparing with the ledger', 0, null);
    const { stored } = facts.value;
    const coming = await comingBeside(stored, to, await rowDecisions(ledger.read));
    return ok({
      files: shown,
      balances: named(
        await balanceChanges(stored, coming, facts.value, to.pacer),
        transaction.accountNames(),
      ),
    });
  } finally {
    await transaction.rollback();
  }
};

async function previewOf(
  { upload, choice, refusal }: ChosenUpload,
  to: Import,
  own: readonly Importer[],
  context: CallContext,
): Promise<Result<PreviewFile>> {
  if (refusal !== undefined) return ok(unreadable(upload, refusal));
  const opened = openUpload(upload, choice, own);
  if (!opened.ok) return ok(unreadable(upload, opened.failure));
  const brought = await bringFile(opened.value, to, context);
  if (brought.ok) return ok(shownFile(upload, brought.value));
  if (!brought.failure.code.startsWith('import/')) return brought;
  const left = to.transaction.leaveFileOut();
  return left.ok ? ok(unreadable(upload, brought.failure)) : left;
}

function named(
  balances: readonly BalanceChange[],
  names: ReadonlyMap<AccountId, string>,
): CallAnswer<'imports.preview'>['balances'] {
  return balances.map((one) => ({ ...one, accountName: names.get(one.account) ?? one.account }));
}

/** In the ledger's order, what the user forced in or out included. */
async function comingBeside(
  stored: readonly LedgerEvent[],
  to: Import,
  decisions: Parameters<typeof decidedRows>[1],
): Promise<readonly LedgerEvent[]> {
  const known = new Set(stored.map(({ id }) => id));
  const { events } = await to.transaction.events();
  await to.pacer.pause();
  return decidedRows(events, decisions).filter(({ id }) => !known.has(id));
}

function unreadable({ id, file }: UploadedFile, failure: Failure): PreviewFile {
  return {
    upload: id,
    file,
    format: null,
    formatName: null,
    why: 'Hedgerow cannot read this file.',
    account: null,
    timeZone: null,
    timeZoneFrom: null,
    decimalMark: null,
    decimalMarkFrom: null,
    rows: 0,
    lines: noLines,
    new: 0,
    already: 0,
    identicalKept: 0,
    byKind: [],
    problems: [fileProblem(failure)],
    sampleRows: [],
  };
}

function shownFile({ id, file: name }: UploadedFile, brought: BroughtFile): PreviewFile {
  const { file, rows, lines, identicalKept, decimals } = brought;
  const { opened, account, zone } = file.of;
  const { importer, detection } = opened;
  return {
    upload: id,
    file: name,
    format: importer.id,
    formatName: importer.name,
    why: detection.why,
    account: importer.accountIsChoice ? account.name : null,
    timeZone: timeZoneText(zone.zone),
    timeZoneFrom: zone.from,
    decimalMark: decimals.mark,
    decimalMarkFrom: decimals.from,
    ...(detection.market !== undefined && { market: detection.market }),
    rows,
    lines,
    new: file.report.added,
    already: file.report.already,
    identicalKept,
    byKind: file.report.byKind(),
    problems: file.found.problems.groups(),
    sampleRows: file.report.sampleRows(),
  };
}
