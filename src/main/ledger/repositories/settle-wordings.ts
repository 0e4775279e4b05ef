/**
 * Files may state one thing in different words: the same fill in two layouts. Which wording counts must not depend on
 * which file came first.
 *
 * Only files of different layouts (headers) say the same in other words; under one header, other texts are other rows. So
 * of rows that state the same, those of one layout count: of the layout with the most of them; of several with as many,
 * the one with the fullest wording; of equally full ones, the one with the smaller hash of its text.
 */
import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { BatchSums } from './batch-sums.ts';
import { eventColumns, type EventColumns } from './event-columns.ts';

type Wording = [position: number, occurrence: number, batch: number | null, format: string, ...EventColumns];

/** The rows that state the same, with the layouts of the files that have them. */
const layoutsOfRows = `SELECT e.position, coalesce(b.layout, '') AS layout
    FROM event e LEFT JOIN batch b ON b.id = e.batch WHERE e.row_hash = @row
  UNION
  SELECT e.position, coalesce(b.layout, '')
    FROM event e JOIN batch_repeat r ON r.event = e.position JOIN batch b ON b.id = r.batch WHERE e.row_hash = @row`;

interface RowLayout {
  readonly position: number;
  readonly layout: string;
}

export interface Wordings {
  /** How many rows count of those that state the same. In: the first half of the row's hash. */
  counting(rowHash: Buffer): number;
  /** Finds out anew which count. */
  settle(rowHash: Buffer, sums: BatchSums): void;
}

export function wordings(database: Database.Database): Wordings {
  const most = database
    .prepare<[{ row: Buffer }], number>(
      `SELECT count(*) AS n FROM (${layoutsOfRows}) GROUP BY layout ORDER BY n DESC LIMIT 1`,
    )
    .pluck();
  const layouts = database.prepare<[{ row: Buffer }], RowLayout>(layoutsOfRows);
  const all = database
    .prepare<[Buffer], Wording>(
      `SELECT e.position, e.occurrence, e.batch, coalesce(b.format, 'typed'),
         ${eventColumns.map((column) => `e.${column}`).join(', ')}
       FROM event e LEFT JOIN batch b ON b.id = e.batch WHERE e.row_hash = ?
       ORDER BY e.text_hash IS NOT NULL, e.external_id IS NULL,
         length(e.legs) + length(coalesce(e.note, '')) DESC, e.text_hash, e.text_occurrence`,
    )
    .raw();
  const place = database.prepare<[number, number]>('UPDATE event SET occurrence = ? WHERE position = ?');
  const columns = database
    .prepare<[number], EventColumns>(`SELECT ${eventColumns.join(', ')} FROM event WHERE position = ?`)
    .raw() as unknown as Database.Statement<[number], EventColumns>;
  return {
    counting: (rowHash) => most.get({ row: rowHash }) ?? 0,
    settle(rowHash, sums) {
      const rows = all.all(rowHash) as unknown as Wording[];
      const counting = positionsCounting(
        rows.map(([position]) => position),
        layouts.all({ row: rowHash }),
      );
      let next = 0;
      const wanted = rows.map(([position], index) => (counting.has(position) ? next++ : -1 - index));
      if (rows.every(([, occurrence], index) => occurrence === wanted[index])) return;
      for (const [position, occurrence, batch, format, ...stated] of rows) {
        if (occurrence >= 0 && batch !== null) sums.remove(batch, format, stated);
        place.run(-1_000_000_000 - position, position);
      }
      for (const [index, [position, , batch, format]] of rows.entries()) {
        const to = wanted[index] ?? -1 - index;
        place.run(to, position);
        const now = columns.get(position);
        if (to >= 0 && batch !== null && now !== undefined) sums.add(batch, format, now);
      }
    },
  };
}

/** In steps that others can run between. */
export async function settleAll(all: Wordings, rows: Iterable<Buffer>, sums: BatchSums): Promise<void> {
  let done = 0;
  for (const rowHash of rows) {
    all.settle(rowHash, sums);
    if (++done % 100 === 0) await setImmediate();
  }
}

/** In: all rows that state the same, the fullest wording first. Out: those of the layout that counts. */
function positionsCounting(positions: readonly number[], layouts: readonly RowLayout[]): ReadonlySet<number> {
  const rank = new Map(positions.map((position, index) => [position, index]));
  const rankOf = ({ position }: RowLayout): number => rank.get(position) ?? positions.length;
  let best: RowLayout[] = [];
  for (const rows of Map.groupBy(layouts, ({ layout }) => layout).values()) {
    rows.sort((a, b) => rankOf(a) - rankOf(b));
    const [first, leading] = [rows[0], best[0]];
    const isFirst = leading === undefined || (first !== undefined && rankOf(first) < rankOf(leading));
    if (rows.length > best.length || (rows.length === best.length && isFirst)) best = rows;
  }
  return new Set(best.map(({ position }) => position));
}
