import { Table } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Column } from './table-model.ts';
import { TableRow, useRowFocus } from './table-row.tsx';
import { TableFooter } from './table-footer.tsx';
import { TableHead } from './table-head.tsx';
import classes from './table.module.css';

const rowHeight = 44;

export interface VirtualTableProps<Row> {
  readonly label: string;
  /** How many rows there are, fetched or not. */
  readonly count: number;
  /** undefined: not fetched yet; a pale row stands there. */
  rowAt(index: number): Row | undefined;
  rowKey(row: Row, index: number): string;
  readonly columns: readonly Column<Row>[];
  onOpen?(row: Row): void;
  /** The rows now in view, so that the owner can fetch them. */
  onVisible?(first: number, last: number): void;
  readonly footer?: readonly ReactNode[];
  readonly maxHeight?: number;
  /** A header of one's own, with sorting; else plain column names. */
  readonly head?: ReactNode;
}

/** A table of any length: only the rows in view are in the DOM, at most about sixty. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>): ReactNode {
  const { label, count, rowAt, rowKey, columns, onOpen, onVisible, footer, maxHeight = 560 } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    indexAttribute: 'data-row',
  });
  const focus = useRowFocus(count, (row) => virtual.scrollToIndex(row));
  const items = virtual.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);

  const firstIndex = first?.index;
  const lastIndex = last?.index;
  useEffect(() => {
    if (firstIndex !== undefined && lastIndex !== undefined) onVisible?.(firstIndex, lastIndex);
  }, [firstIndex, lastIndex, onVisible]);

  return (
    <div
      ref={scroller}
      className={`${classes.scroller} ${classes.tall}`}
      style={{ maxHeight, overflowY: 'auto' }}
      tabIndex={-1}
    >
      <Table
        aria-label={label}
        aria-rowcount={count + 1}
        className={classes.table}
        horizontalSpacing="sm"
        verticalSpacing="xs"
      >
        {props.head ?? <TableHead columns={columns} sort={null} onSort={() => undefined} />}
        <Table.Tbody>
          <Spacer height={first?.start ?? 0} span={columns.length} />
          {items.map(({ index }) => {
            const row = rowAt(index);
            return row === undefined ? (
              <Spacer key={`row ${index}`} height={rowHeight} span={columns.length} />
            ) : (
              <TableRow
                key={rowKey(row, index)}
                row={row}
                index={index}
                columns={columns}
                focus={focus}
                onOpen={onOpen}
                ariaRowIndex={index + 2}
                measure={virtual.measureElement}
              />
            );
          })}
          <Spacer height={virtual.getTotalSize() - (last?.end ?? 0)} span={columns.length} />
        </Table.Tbody>
        {footer !== undefined && <TableFooter columns={columns} cells={footer} />}
      </Table>
    </div>
  );
}

function Spacer({ height, span }: { readonly height: number; readonly span: number }): ReactNode {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td colSpan={span} style={{ height, padding: 0 }} />
    </tr>
  );
}
