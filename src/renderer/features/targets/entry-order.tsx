import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { MoneyText, QuantityText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import type { Overlay } from './view-model.ts';

type Order = NonNullable<Overlay['entryOrder']>;
type Slice = Order['slices'][number];

/** In which order both legs go in, so that as little as possible is open on one side on the way. */
export function EntryOrder({ order }: { readonly order: Order | null }): ReactNode {
  if (order === null || order.slices.length < 2) return null;
  return (
    <section>
      <Title order={3} mb={4}>
        In which order
      </Title>
      <Text size="sm" mb="sm">
        <Sentence>{order.words}</Sentence>
      </Text>
      <DataTable
        label="Order of entry"
        rows={order.slices}
        rowKey={({ number }) => String(number)}
        columns={columns}
      />
    </section>
  );
}

const columns: readonly Column<Slice>[] = [
  { key: 'number', header: 'No.', align: 'right', width: '60px', cell: ({ number }) => number },
  {
    key: 'order',
    header: 'Order',
    cell: ({ side, quantity, contract }) => (
      <>
        {side === 'sell' ? 'Sell' : 'Buy'} <QuantityText value={quantity} /> of{' '}
        {contract.slice(contract.indexOf(':') + 1)}
      </>
    ),
  },
  {
    key: 'coins',
    header: 'Coins',
    align: 'right',
    cell: ({ coins, asset }) => <QuantityText value={coins} unit={asset} signed="plain" />,
  },
  {
    key: 'net',
    header: 'Open on one side after it',
    align: 'right',
    cell: ({ netAfter }) => <MoneyText value={netAfter} signed="plain" />,
  },
];
