import type { z } from 'zod';
import { lineCounts, type importBatch } from '../../../../shared/contract/import-calls.ts';
import type { AccountId } from '../../../../shared/domain/account.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { importers } from '../../../importers/registry.ts';
import type { Batch } from '../../../ledger/batch.ts';
import type { ReadableLedger } from '../../../ledger/ledger.ts';

const nameById: ReadonlyMap<string, string> = new Map(importers.map(({ id, name }) => [id, name]));

/** Imports as screens and terminal show them. */
export async function shownBatches(
  batches: readonly Batch[],
  ledger: ReadableLedger,
): Promise<z.output<typeof importBatch>[]> {
  const names = new Map((await ledger.accounts()).map(({ id, name }) => [id, name]));
  return batches.map((batch) => shownBatch(batch, (id) => names.get(id) ?? id));
}

function shownBatch(batch: Batch, nameOf: (id: AccountId) => string): z.output<typeof importBatch> {
  const {
    id,
    importedAt,
    file,
    format,
    account,
    accounts,
    fileHash,
    events,
    prices,
    observations,
    skippedRows,
    lines,
    first,
    last,
    zone,
    zoneFrom,
  } = batch;
  return {
    id,
    importedAt: toIso(importedAt),
    file,
    format,
    formatName: nameById.get(format) ?? format,
    account,
    accountName: nameOf(account),
    accounts: accounts.map((one) => ({ id: one, name: nameOf(one) })),
    fileHash,
    timeZone: zone,
    timeZoneFrom: zoneFrom,
    events,
    prices,
    observations,
    skippedRows,
    lines: countsIn(lines),
    first: first === null ? null : toIso(first),
    last: last === null ? null : toIso(last),
  };
}

/** null where nobody counted, or counted what this version does not know: one import must not hide all others. */
function countsIn(lines: string | null): z.output<typeof lineCounts> | null {
  if (lines === null) return null;
  const counts = lineCounts.safeParse(JSON.parse(lines));
  return counts.success ? counts.data : null;
}
