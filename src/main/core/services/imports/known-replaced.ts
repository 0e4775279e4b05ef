import type { EventId } from '../../../../shared/domain/event.ts';
import { failure } from '../../../../shared/errors/failure.ts';
import type { ReadableLedger } from '../../../ledger/ledger.ts';
import type { ParsedRow } from './parsed-file.ts';
import type { ProblemBook } from './problem-book.ts';

/**
 * The rows whose corrections name events that the ledger holds; the others are reported and left out, because a
 * correction beside what it should replace would count twice. Errors of rows: `import/replaces-unknown`.
 */
export async function withKnownReplaced(
  rows: readonly ParsedRow[],
  ledger: ReadableLedger,
  problems: ProblemBook,
): Promise<readonly ParsedRow[]> {
  if (rows.every(({ draft }) => draft.replaces === undefined)) return rows;
  const kept: ParsedRow[] = [];
  for (const row of rows) {
    const { replaces = [], line, raw } = row.draft;
    const unknown = await firstUnknown(replaces, ledger);
    if (unknown === undefined) kept.push(row);
    else {
      const refused = failure('import/replaces-unknown', { id: unknown });
      problems.add({ severity: 'error', failure: refused, cause: `${refused.code} ${unknown}`, line, raw });
    }
  }
  return kept;
}

async function firstUnknown(ids: readonly EventId[], ledger: ReadableLedger): Promise<EventId | undefined> {
  for (const id of ids) if ((await ledger.eventRow(id)) === undefined) return id;
  return undefined;
}
