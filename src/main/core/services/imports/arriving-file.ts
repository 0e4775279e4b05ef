/** One file on its way into the ledger: slice by slice from its reader into the running import, with what is told of it. */
import type { EventId } from '../../../../shared/domain/event.ts';
import { failure, ok, type Result } from '../../../../shared/errors/failure.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { timeZoneText } from '../../../../shared/time/time-zone.ts';
import { replacedId } from '../../../engine/events/replaced-id.ts';
import type { ArrivingRow, ImportTransaction } from '../../../ledger/import-transaction.ts';
import { type ArrivingDraft, ArrivingRows, arrivingRow } from './arriving-rows.ts';
import { downloadPartOf } from './download-part.ts';
import { FileReport } from './file-report.ts';
import { rowHasher } from './identify.ts';
import type { OpenedUpload } from './open-upload.ts';
import { isForReview, PartsOfFile } from './parts-of-file.ts';
import { kindsDiffer, statedAccounts } from './stated-accounts.ts';

export class ArrivingFile {
  readonly of: OpenedUpload;
  readonly found: ArrivingRows;
  readonly report = new FileReport();
  readonly #transaction: ImportTransaction;
  readonly #layout: string;
  readonly #fileHash: string;
  readonly #importedAt: Instant;
  readonly #parts: PartsOfFile;
  /** What became of the first event of the line that was read last: its others share its fate. */
  #firstOfLine: { readonly line: number; readonly isKnown: boolean } = { line: 0, isKnown: false };

  constructor(of: OpenedUpload, transaction: ImportTransaction, fileHash: string, importedAt: Instant) {
    this.of = of;
    const hasher = rowHasher(of.opened, of.account.id);
    this.#layout = hasher.layout;
    this.found = new ArrivingRows(hasher);
    this.#transaction = transaction;
    this.#fileHash = fileHash;
    this.#importedAt = importedAt;
    this.#parts = new PartsOfFile(this.found.lines);
  }

  start(): Result<void> {
    const { importer, file } = this.of.opened;
    const download = downloadPartOf(file, importer.id, this.#importedAt);
    return this.#transaction.startFile({
      file,
      fileHash: this.#fileHash,
      format: importer.id,
      account: this.of.account.id,
      importedAt: this.#importedAt,
      layout: this.#layout,
      zone: timeZoneText(this.of.zone.zone),
      zoneFrom: this.of.zone.from,
      ...(download !== undefined && { download }),
    });
  }

  /** Stores what the reader has found since the last time. */
  storeSlice(): Result<void> {
    const events = this.#storeEvents();
    return events.ok ? this.#storeObservations() : events;
  }

  /** After the last slice. A file has the account of its format only where no row names another. */
  end(): Result<void> {
    this.#parts.end();
    const { owner, stated, differing } = statedAccounts(this.of, this.found.accounts);
    const stored = this.#transaction.storeAccounts(stated);
    if (!stored.ok) return stored;
    const problem = kindsDiffer(this.of.opened.file, [...differing, ...stored.value]);
    if (problem !== null) this.found.problems.addOfFile(problem);
    return this.#transaction.ownFile(owner);
  }

  #storeEvents(): Result<void> {
    const { drafts } = this.found;
    if (drafts.length === 0) return ok(undefined);
    this.found.drafts = [];
    for (const draft of drafts) {
      this.#warnOfMissing(draft);
      const row = this.#rowOf(draft);
      const stored = this.#transaction.store([row]);
      if (!stored.ok) return stored;
      const [placement = 'new'] = stored.value;
      const isNew = placement === 'new';
      if (draft.place === 0) this.#firstOfLine = { line: draft.draft.line, isKnown: placement === 'known' };
      this.#note(draft, row, isNew);
    }
    return ok(undefined);
  }

  #rowOf(draft: ArrivingDraft): ArrivingRow {
    const { file, importer } = this.of.opened;
    const { line, isKnown } = this.#firstOfLine;
    return arrivingRow(draft, file, importer.id, draft.place > 0 && isKnown && line === draft.draft.line);
  }

  #note({ draft }: ArrivingDraft, row: ArrivingRow, isNew: boolean): void {
    const { lines } = this.found;
    if (isNew) lines.imported(draft.line);
    else lines.already(draft.line);
    if (isNew && draft.part === undefined && isForReview(draft)) lines.unknown(draft.line);
    if (isNew) this.#parts.add(row);
    this.report.event(row, isNew);
  }

  /**
   * A correction of events that the ledger does not hold counts for nothing until they come: whatever the order of files.
   * Warnings of rows: `import/replaces-unknown`.
   */
  #warnOfMissing({ draft: { replaces = [], line, raw } }: ArrivingDraft): void {
    const unknown = replaces.map(replacedId).find((id: EventId) => !this.#transaction.hasEvent(id));
    if (unknown === undefined) return;
    const told = failure('import/replaces-unknown', { id: unknown });
    const cause = `${told.code} ${unknown}`;
    this.found.problem({ severity: 'warning', failure: told, cause, line, raw });
  }

  #storeObservations(): Result<void> {
    const { observations } = this.found;
    if (observations.length === 0) return ok(undefined);
    this.found.observations = [];
    const stored = this.#transaction.storeObservations(observations);
    if (!stored.ok) return stored;
    for (const [at, one] of observations.entries()) {
      const isNew = stored.value[at] === true;
      if (isNew) this.found.lines.imported(one.line);
      else this.found.lines.already(one.line);
      this.report.observation(one, isNew);
    }
    return ok(undefined);
  }
}
