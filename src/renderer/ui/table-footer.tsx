import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Column } from './table-model.ts';
import classes from './table.module.css';

interface TableFooterProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly cells: readonly ReactNode[];
}

export function TableFooter<Row>({ columns, cells }: TableFooterProps<Row>): ReactNode {
  return (
    <Table.Tfoot className={classes.foot}>
      <Table.Tr>
        {columns.map((column, index) => (
          <Table.Td
            key={column.key}
            ta={column.align ?? 'left'}
            fw={600}
            className={column.onlyWide === true ? classes.onlyWide : undefined}
          >
            {cells[index]}
          </Table.Td>
        ))}
      </Table.Tr>
    </Table.Tfoot>
  );
}
