import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Column } from './table-model.ts';

interface TableFooterProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly cells: readonly ReactNode[];
}

export function TableFooter<Row>({ columns, cells }: TableFooterProps<Row>): ReactNode {
  return (
    <Table.Tfoot>
      <Table.Tr>
        {columns.map((column, index) => (
          <Table.Td key={column.key} ta={column.align ?? 'left'} fw={600}>
            {cells[index]}
          </Table.Td>
        ))}
      </Table.Tr>
    </Table.Tfoot>
  );
}
