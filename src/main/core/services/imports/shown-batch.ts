import type { z } from 'zod';
import { lineCounts, type importBatch } from '../../../../shared/contract/import-calls.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { importers } from '../../../importers/registry.ts';
import type { Batch } from '../../../ledger/batch.ts';

const nameById: ReadonlyMap<string, string> = new Map(importers.map(({ id, name }) => [id, name]));

/** An import as screens and terminal show it. */
export function shownBatch(batch: Batch): z.output<typeof importBatch> {
  const {
    id,
    importedAt,
    file,
    format,
    account,
    fileHash,
    events,
    prices,
    observations,
    skippedRows,
    lines,
    first,
    last,
  } = batch;
  return {
    id,
    importedAt: toIso(importedAt),
    file,
    format,
    formatName: nameById.get(format) ?? format,
    account,
    fileHash,
    events,
    prices,
    observations,
    skippedRows,
    lines: lines === null ? null : lineCounts.parse(JSON.parse(lines)),
    first: first === null ? null : toIso(first),
    last: last === null ? null : toIso(last),
  };
}
