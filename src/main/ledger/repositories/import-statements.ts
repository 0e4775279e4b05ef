import type Database from 'better-sqlite3-multiple-ciphers';
import type { EventId } from '../../../shared/domain/event.ts';
import { invariant } from '../../../shared/invariant.ts';
import { epochMs } from '../../../shared/time/instant.ts';
import type { NewBatch } from '../batch.ts';
import type { Reading } from '../overlap.ts';
import { canonicalJson } from './canonical-json.ts';
import { nothingStated } from '../database/content-sum.ts';
import { isEventThere } from './events.ts';
import { type MarkWriter, markWriter } from './marks.ts';
import { observationWriter, type ObservationWriter } from './observation-writer.ts';

/** The writes of an import, prepared: past Kysely, because there are very many, and synchronous. */
export interface ImportStatements {
  insertBatch(batch: NewBatch): number;
  noteReading(batch: number, reading: Reading): void;
  noteLines(
    batch: number,
    lines: string,
    counts: { readonly skipped: number; readonly already: number },
  ): void;
  /** Whether the same file was imported before, for the same account. */
  isKnownFile(file: NewBatch, besides: number): boolean;
  /** The imports of the other parts of the same download. */
  otherParts(file: NewBatch): readonly number[];
  /** The import of the same file that was read in another time zone. */
  inOtherZone(file: NewBatch): { readonly file: string; readonly zone: string } | undefined;
  hasEvent(event: EventId): boolean;
  /** Of the import that runs: with all that it has stored so far. */
  removeBatch(batch: number): void;
  /** Prepared for the first file of prices. */
  marks(): MarkWriter;
  /** Prepared for the first file of market data. */
  observations(): ObservationWriter;
  finishBatch(batch: FinishedBatch): void;
}

/** What a batch turned out to hold. */
export interface FinishedBatch {
  readonly id: number;
  readonly prices: number;
  readonly observations: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly account: string;
}

export function importStatements(database: Database.Database): ImportStatements {
  const batch = database.prepare<unknown[]>(
    `INSERT INTO batch (file, file_hash, format, account, imported_at, skipped_rows, already_rows, layout, download, part,
       zone, zone_from, events, prices, events_hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '${nothingStated}')`,
  );
  const noteLines = database.prepare<unknown[]>(
    'UPDATE batch SET lines = ?, skipped_rows = ?, already_rows = ? WHERE id = ?',
  );
  const noteReading = database.prepare<[string, number]>('UPDATE batch SET reading = ? WHERE id = ?');
  // Two parts of one download are two files, though they may have the same bytes.
  const sameFile = database.prepare<unknown[]>(
    `SELECT 1 FROM batch WHERE file_hash = ? AND format = ? AND account = ? AND id <> ?
       AND NOT (download IS ? AND part IS NOT ?)`,
  );
  const otherParts = database
    .prepare<[string, string, number], number>(
      'SELECT id FROM batch WHERE download = ? AND format = ? AND part <> ?',
    )
    .pluck();
  const inOtherZone = database.prepare<unknown[], { file: string; zone: string }>(
    'SELECT file, zone FROM batch WHERE file_hash = ? AND format = ? AND account = ? AND zone <> ? ORDER BY id',
  );
  let marks: MarkWriter | undefined;
  let observations: ObservationWriter | undefined;
  return {
    insertBatch(batchToCome) {
      const { file, fileHash, format, account: owner, importedAt, layout, download } = batchToCome;
      const { zone, zoneFrom, skippedRows = 0, alreadyRows = 0 } = batchToCome;
      const counts = [epochMs(importedAt), skippedRows, alreadyRows];
      const shape = [layout ?? null, download?.name ?? null, download?.part ?? null];
      const times = [zone ?? null, zoneFrom ?? null];
      const result = batch.run(file, fileHash, format, owner, ...counts, ...shape, ...times);
      expectOne(result);
      return Number(result.lastInsertRowid);
    },
    noteReading: (id, reading) => expectOne(noteReading.run(canonicalJson(reading), id)),
    noteLines: (id, lines, { skipped, already }) => expectOne(noteLines.run(lines, skipped, already, id)),
    isKnownFile: ({ fileHash, format, account: owner, download }, besides) => {
      const part = [download?.name ?? null, download?.part ?? null];
      return sameFile.get(fileHash, format, owner, besides, ...part) !== undefined;
    },
    inOtherZone: ({ fileHash, format, account: owner, zone }) =>
      zone === undefined ? undefined : inOtherZone.get(fileHash, format, owner, zone),
    removeBatch: (id) => removeBatch(database, id),
    hasEvent: (event) => isEventThere(database, event),
    otherParts: ({ format, download }) =>
      download === undefined ? [] : otherParts.all(download.name, format, download.part),
    marks: () => (marks ??= markWriter(database)),
    observations: () => (observations ??= observationWriter(database)),
    finishBatch: (finished) => finishBatch(database, finished),
  };
}

function removeBatch(database: Database.Database, id: number): void {
  for (const table of ['batch_repeat', 'event', 'mark', 'observation'])
    database.prepare<[number]>(`DELETE FROM ${table} WHERE batch = ?`).run(id);
  database.prepare<[number]>('DELETE FROM batch WHERE id = ?').run(id);
}

function finishBatch(database: Database.Database, batch: FinishedBatch): void {
  const { id, account, prices, observations, first, last } = batch;
  expectOne(
    database
      .prepare<unknown[]>(
        'UPDATE batch SET account = ?, prices = ?, observations = ?, first_time = ?, last_time = ? WHERE id = ?',
      )
      .run(account, prices, observations, first, last, id),
  );
}

function expectOne({ changes }: Database.RunResult): void {
  invariant(changes === 1, 'one row is stored');
}
