import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import type { StoredRow } from '../../../ledger/import-transaction.ts';
import type { NewRow } from './find-new-rows.ts';
import { eventIdOf } from './identify.ts';
import type { ParsedFile } from './parsed-file.ts';

/** A new row as the ledger keeps it. */
export function storedRowOf({ row, occurrence }: NewRow, { opened }: ParsedFile): StoredRow {
  const { rowHash, sequence } = row;
  const { line, raw, ...fact } = row.draft;
  const event: LedgerEvent = {
    ...fact,
    id: eventIdOf(rowHash, occurrence),
    sequence,
    source: { file: opened.file, line, format: opened.importer.id },
  };
  return { event, rowHash, occurrence, raw };
}
