import { Table } from '@mantine/core';
import { useCallback, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { rowAfterKey, type Column } from './table-model.ts';
import classes from './table.module.css';

export interface RowFocus {
  /** The row that Tab reaches; arrow keys move it. */
  readonly current: number;
  onKey(event: KeyboardEvent<HTMLTableRowElement>, row: number): void;
}

/** One row is in the tab order, the arrow keys move among them. `reveal` first scrolls a row into being. */
export function useRowFocus(count: number, reveal?: (row: number) => void): RowFocus {
  const [current, setCurrent] = useState(0);
  // Where the focus is going: a key that is pressed before it is there goes on from there.
  const target = useRef<number | null>(null);
  const onKey = useCallback(
    (event: KeyboardEvent<HTMLTableRowElement>, row: number) => {
      if (event.target !== event.currentTarget) return;
      const next = rowAfterKey(event.key, target.current ?? row, count);
      if (next === undefined) return;
      event.preventDefault();
      const table = event.currentTarget.parentElement;
      target.current = next;
      setCurrent(next);
      reveal?.(next);
      focusWhenThere(
        () => table?.querySelector<HTMLElement>(`tr[data-row="${target.current ?? next}"]`) ?? null,
        () => {
          target.current = null;
        },
      );
    },
    [count, reveal],
  );
  return { current: Math.min(current, Math.max(0, count - 1)), onKey };
}

/** A row far away is drawn a few frames after the table has scrolled to it. */
function focusWhenThere(find: () => HTMLElement | null, done: () => void, framesLeft = 30): void {
  requestAnimationFrame(() => {
    const row = find();
    row?.focus();
    if (row === null && framesLeft > 0) focusWhenThere(find, done, framesLeft - 1);
    else done();
  });
}

interface TableRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly Column<Row>[];
  readonly focus: RowFocus;
  readonly onOpen: ((row: Row) => void) | undefined;
  /** Set in a virtual table, whose rows are not all there to be counted. */
  readonly ariaRowIndex?: number;
  /** Takes the row to be measured, in a virtual table whose rows differ in height. */
  readonly measure?: (row: HTMLTableRowElement | null) => void;
}

export function TableRow<Row>({
  row,
  index,
  columns,
  focus,
  onOpen,
  ariaRowIndex,
  measure,
}: TableRowProps<Row>): ReactNode {
  return (
    <Table.Tr
      ref={measure}
      className={classes.row}
      data-row={index}
      data-opens={onOpen !== undefined || undefined}
      tabIndex={focus.current === index ? 0 : -1}
      aria-rowindex={ariaRowIndex}
      onClick={onOpen === undefined ? undefined : (event) => !isInControl(event.target) && onOpen(row)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) onOpen?.(row);
        focus.onKey(event, index);
      }}
    >
      {columns.map((column) => (
        <Table.Td
          key={column.key}
          ta={column.align ?? 'left'}
          className={column.onlyWide === true ? classes.onlyWide : undefined}
        >
          {column.cell(row)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function isInControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, input, label, select') !== null;
}
