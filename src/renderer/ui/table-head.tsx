import { Table, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Column, Sort } from './table-model.ts';
import classes from './table.module.css';

interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | null;
  onSort(column: string): void;
}

export function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>): ReactNode {
  return (
    <Table.Thead className={classes.head}>
      <Table.Tr>
        {columns.map((column) => (
          <Table.Th
            key={column.key}
            scope="col"
            className={column.onlyWide === true ? classes.onlyWide : undefined}
            w={column.width}
            ta={column.align ?? 'left'}
            aria-sort={sort?.column === column.key ? sort.direction : undefined}
          >
            <HeaderCell column={column} sort={sort} onSort={onSort} />
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}

function HeaderCell<Row>({
  column,
  sort,
  onSort,
}: { readonly column: Column<Row> } & Omit<TableHeadProps<Row>, 'columns'>): ReactNode {
  const words = column.headerNode ?? column.header;
  if (column.compare === undefined) return words;
  const arrow = sort?.column !== column.key ? '↕' : sort.direction === 'ascending' ? '↑' : '↓';
  const button = (
    <UnstyledButton
      className={classes.sort}
      onClick={() => onSort(column.key)}
      aria-label={`Sort by ${column.header}`}
    >
      {column.headerNode === undefined && column.header}
      <span
        aria-hidden="true"
        className={classes.sortArrow}
        data-on={sort?.column === column.key || undefined}
      >
        {arrow}
      </span>
    </UnstyledButton>
  );
  return column.headerNode === undefined ? (
    button
  ) : (
    <span className={classes.headerNode}>
      {words} {button}
    </span>
  );
}
