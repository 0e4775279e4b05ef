import type { ReactNode } from 'react';

/** One column of a table: what it is called, what a cell shows, and how it sorts (if it does). */
export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  /** Replaces the header's words on screen (a `<Term>`, say); the words still name the column. */
  readonly headerNode?: ReactNode;
  /** Numbers stand on the right. */
  readonly align?: 'left' | 'right';
  /** Only where the window has room for it: what it says can be found elsewhere too. */
  readonly onlyWide?: boolean;
  /** CSS width; without it the browser shares out the room. */
  readonly width?: string;
  cell(row: Row): ReactNode;
  /** Without it the column does not sort. */
  compare?(a: Row, b: Row): number;
}

export interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** Above this many rows a table scrolls by itself, and only the rows in view are in the DOM. */
export const rowsShownWhole = 60;

/** A new list in the order asked for; the given order where the column does not sort. Equal rows keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const column = columns.find(({ key }) => key === sort?.column);
  if (sort === null || column?.compare === undefined) return rows;
  const factor = sort.direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => factor * (column.compare?.(a, b) ?? 0));
}

/** A click on a header: rising, then falling, then the order the rows came in. */
export function nextSort(sort: Sort | null, column: string): Sort | null {
  if (sort?.column !== column) return { column, direction: 'ascending' };
  return sort.direction === 'ascending' ? { column, direction: 'descending' } : null;
}

/** Where a key takes the focus among `count` rows; undefined where the key means nothing to a table. */
export function rowAfterKey(key: string, row: number, count: number): number | undefined {
  const last = count - 1;
  const pageLength = 10;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + pageLength,
    PageUp: row - pageLength,
    Home: 0,
    End: last,
  };
  const next = moves[key];
  return next === undefined ? undefined : Math.max(0, Math.min(last, next));
}
