import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { DataTable } from '../../../ui/data-table.tsx';
import { DateText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { methodWords } from '../lot-words.ts';
import { Small } from '../small.tsx';
import type { Order } from './choices-words.ts';

/** Standing orders, the newest first. */
export function OrdersTable({ orders }: { readonly orders: readonly Order[] }): ReactNode {
  return (
    <DataTable
      label="Standing orders"
      rows={orders.toReversed()}
      rowKey={({ recordedAt, account, from }) => [recordedAt, account, from].join(' ')}
      columns={columns}
      maxHeight={320}
    />
  );
}

const columns: readonly Column<Order>[] = [
  {
    key: 'account',
    header: 'Account',
    cell: ({ accountName }) => (
      <Text span size="sm" fw={600}>
        {accountName ?? 'All without an order of their own'}
      </Text>
    ),
  },
  {
    key: 'method',
    header: 'Sales use',
    cell: ({ method, until }) => (
      <>
        {methodWords[method].name}
        {until !== null && (
          <Badge ml={8} variant="light" color="gray" tt="none">
            until <DateText value={until} />
          </Badge>
        )}
        <Small>{methodWords[method].uses}</Small>
      </>
    ),
  },
  { key: 'from', header: 'From', cell: ({ from }) => <DateText value={from} time /> },
  {
    key: 'recorded',
    header: 'Recorded',
    cell: ({ recordedAt, keptElsewhere }) => (
      <>
        <DateText value={recordedAt} time />
        {keptElsewhere && <Small>your own books show it earlier</Small>}
      </>
    ),
  },
  { key: 'told', header: 'Exchange told', cell: ({ toldBroker }) => (toldBroker ? 'yes' : 'no') },
];
