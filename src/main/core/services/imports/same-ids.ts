/** New rows that bear an id which another file has with other contents: one row of the exchange, and both would count. */
import { failure } from '../../../../shared/errors/failure.ts';
import type { ImportTransaction } from '../../../ledger/import-transaction.ts';
import type { NewRowInOverlap, RowWithId } from '../../../ledger/overlap.ts';
import type { ArrivingFile } from './arriving-file.ts';
import type { Pacer } from './pacer.ts';

/** In: new rows in times that other files cover. Warnings of rows: `import/id-with-other-contents`. */
export async function warnOfSameIds(
  { of, found }: ArrivingFile,
  rows: readonly NewRowInOverlap[],
  { transaction, pacer }: { readonly transaction: ImportTransaction; readonly pacer: Pacer },
): Promise<void> {
  if (of.opened.importer.idIsUnique !== true) return;
  const ids = new Set(rows.flatMap(({ externalId }) => externalId ?? []));
  if (ids.size === 0) return;
  const others: RowWithId[] = [];
  for (const some of transaction.rowsWithIds([...ids])) {
    others.push(...some);
    await pacer.pause();
  }
  const byId = Map.groupBy(others, ({ externalId }) => externalId);
  for (const { externalId, rowHash, line, raw } of rows) {
    const same = byId.get(externalId ?? '') ?? [];
    const [first] = same;
    // The same row again is another row: a file may state it twice.
    if (first === undefined || same.some((other) => other.rowHash === rowHash)) continue;
    const told = failure('import/id-with-other-contents', { as: first.file, id: first.id });
    found.problem({ severity: 'warning', failure: told, cause: `${told.code} ${first.id}`, line, raw });
  }
}
