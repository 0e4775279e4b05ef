import { useMemo, type ReactNode } from 'react';
import { DataTable } from './data-table.tsx';
import type { Column } from './table-model.ts';
import { VirtualTable } from './virtual-table.tsx';

/** What `usePages` gives, without the call that it came from. */
export interface RowsByPage<Row> {
  readonly total: number;
  /** All rows, where they fit on one page; else null. */
  readonly whole: readonly Row[] | null;
  rowAt(index: number): Row | undefined;
  onVisible(first: number, last: number): void;
}

export interface PagedTableProps<Row> {
  readonly label: string;
  readonly pages: RowsByPage<Row>;
  readonly columns: readonly Column<Row>[];
  rowKey(row: Row, index: number): string;
  /** Changes with what is asked for: the table then begins again at its top. */
  readonly of: string;
  readonly footer?: readonly ReactNode[];
  readonly maxHeight?: number;
}

/** A table of rows that come page by page. Where one page holds them all, they can be sorted as well. */
export function PagedTable<Row>(props: PagedTableProps<Row>): ReactNode {
  const { label, pages, columns, rowKey, of, footer, maxHeight = 640 } = props;
  const unsorted = useMemo(() => columns.map(({ compare: _, ...column }) => column), [columns]);
  const rest = { ...(footer === undefined ? {} : { footer }), maxHeight };
  if (pages.whole !== null) {
    return <DataTable label={label} rows={pages.whole} rowKey={rowKey} columns={columns} {...rest} />;
  }
  return (
    <VirtualTable
      key={of}
      label={label}
      count={pages.total}
      rowAt={pages.rowAt}
      rowKey={rowKey}
      columns={unsorted}
      onVisible={pages.onVisible}
      {...rest}
    />
  );
}
