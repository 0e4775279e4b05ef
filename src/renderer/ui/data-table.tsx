import { Table } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { TableFooter } from './table-footer.tsx';
import { TableHead } from './table-head.tsx';
import { nextSort, rowsShownWhole, sortRows, type Column, type Sort } from './table-model.ts';
import { TableRow, useRowFocus } from './table-row.tsx';
import { VirtualTable } from './virtual-table.tsx';
import classes from './table.module.css';

export interface DataTableProps<Row> {
  /** Names the table for those who hear it. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  rowKey(row: Row, index: number): string;
  readonly initialSort?: Sort;
  /** Enter or a click on a row; rows are focusable by arrow keys either way. */
  onOpen?(row: Row): void;
  /** Cells of a totals row, one a column. */
  readonly footer?: readonly ReactNode[];
  /** Most height of a table long enough to scroll by itself. */
  readonly maxHeight?: number;
}

/** A sortable table. Long ones keep only the rows in view in the DOM; nothing changes for its user. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { rows, columns, initialSort = null, maxHeight = 560 } = props;
  const [sort, setSort] = useState<Sort | null>(initialSort);
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  const head = (
    <TableHead columns={columns} sort={sort} onSort={(column) => setSort((now) => nextSort(now, column))} />
  );
  if (rows.length <= rowsShownWhole) return <WholeTable {...props} rows={sorted} head={head} />;
  return (
    <VirtualTable
      label={props.label}
      count={sorted.length}
      rowAt={(index) => sorted[index]}
      rowKey={props.rowKey}
      columns={columns}
      head={head}
      maxHeight={maxHeight}
      {...(props.onOpen === undefined ? {} : { onOpen: props.onOpen })}
      {...(props.footer === undefined ? {} : { footer: props.footer })}
    />
  );
}

function WholeTable<Row>({
  label,
  rows,
  columns,
  rowKey,
  onOpen,
  footer,
  head,
}: DataTableProps<Row> & { readonly head: ReactNode }): ReactNode {
  const focus = useRowFocus(rows.length);
  return (
    <div className={classes.scroller}>
      <Table aria-label={label} className={classes.table} horizontalSpacing="sm" verticalSpacing="xs">
        {head}
        <Table.Tbody>
          {rows.map((row, index) => (
            <TableRow
              key={rowKey(row, index)}
              row={row}
              index={index}
              columns={columns}
              focus={focus}
              onOpen={onOpen}
            />
          ))}
        </Table.Tbody>
        {footer !== undefined && <TableFooter columns={columns} cells={footer} />}
      </Table>
    </div>
  );
}
