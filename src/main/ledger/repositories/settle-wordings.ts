/**
 * Files may state one thing in different words: the same fill in two layouts. Which wording counts must not depend on
 * which file came first.
 *
 * Of rows that state the same, as many count as the file with the most of them has. The fullest wordings count; of
 * equally full ones, those with the smaller hash of their text.
 */
import type Database from 'better-sqlite3-multiple-ciphers';
import type { BatchSums } from './batch-sums.ts';
import { eventColumns, type EventColumns } from './event-columns.ts';

type Wording = [...EventColumns, position: number, occurrence: number, batch: number | null, format: string];

/** How many rows that state the same each file has: the most that any has. */
const mostInOneFile = `SELECT coalesce(max(n), 0) FROM (
  SELECT count(*) AS n FROM (
    SELECT batch FROM event WHERE row_hash = @row
    UNION ALL
    SELECT r.batch FROM event e JOIN batch_repeat r ON r.event = e.position WHERE e.row_hash = @row
  ) GROUP BY batch)`;

export interface Wordings {
  /** How many rows count of those that state the same. In: the first half of the row's hash. */
  counting(rowHash: Buffer): number;
  /** Finds out anew which count. */
  settle(rowHash: Buffer, sums: BatchSums): void;
}

export function wordings(database: Database.Database): Wordings {
  const most = database.prepare<[{ row: Buffer }], number>(mostInOneFile).pluck();
  const all = database
    .prepare<[Buffer], Wording>(
      `SELECT ${eventColumns.map((column) => `e.${column}`).join(', ')}, e.position, e.occurrence, e.batch,
         coalesce(b.format, 'typed')
       FROM event e LEFT JOIN batch b ON b.id = e.batch WHERE e.row_hash = ?
       ORDER BY e.text_hash IS NOT NULL, e.external_id IS NULL,
         length(e.legs) + length(coalesce(e.note, '')) DESC, e.text_hash, e.text_occurrence`,
    )
    .raw();
  const place = database.prepare<[number, number]>('UPDATE event SET occurrence = ? WHERE position = ?');
  const columns = database
    .prepare<[number], EventColumns>(`SELECT ${eventColumns.join(', ')} FROM event WHERE position = ?`)
    .raw() as unknown as Database.Statement<[number], EventColumns>;
  const counting = (rowHash: Buffer): number => most.get({ row: rowHash }) ?? 0;
  return {
    counting,
    settle(rowHash, sums) {
      const rows = all.all(rowHash) as unknown as Wording[];
      const count = counting(rowHash);
      const wanted = (index: number): number => (index < count ? index : -1 - index);
      if (rows.every(([...row], index) => row[22] === wanted(index))) return;
      for (const row of rows) {
        if (row[22] >= 0 && row[23] !== null)
          sums.remove(row[23], row[24], row.slice(0, 21) as unknown as EventColumns);
        place.run(-1_000_000_000 - row[21], row[21]);
      }
      for (const [index, row] of rows.entries()) {
        place.run(wanted(index), row[21]);
        const now = columns.get(row[21]);
        if (wanted(index) >= 0 && row[23] !== null && now !== undefined) sums.add(row[23], row[24], now);
      }
    },
  };
}
