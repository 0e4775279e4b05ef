import { Badge, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { MoneyText, PriceText, QuantityText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { Term } from '../../../ui/term.tsx';
import type { Order, Sheet } from './sheet-model.ts';

/** The orders of the day in the order in which to place them. */
export function OrdersPanel({ sheet }: { readonly sheet: Sheet }): ReactNode {
  const { orders, bounds, plan } = sheet;
  return (
    <Panel
      title="Orders, in this order"
      about="Cut into slices, so that you are never further from what you want than before. You place them yourself: Hedgerow is offline."
    >
      {orders.length === 0 ? (
        <Text size="sm">Nothing is left to be ordered on this day.</Text>
      ) : (
        <Stack gap="md">
          <DataTable
            label="Orders, in this order"
            rows={orders}
            rowKey={({ number }) => String(number)}
            columns={columnsOf(plan.currency)}
            maxHeight={900}
          />
          {[...new Set(orders.flatMap(({ limit }) => limit?.words ?? []))].map((words) => (
            <Text key={words} size="sm">
              Begin at: <Sentence>{words}</Sentence>
            </Text>
          ))}
          {bounds.map(({ asset, words }) => (
            <Text key={asset} size="sm">
              <Sentence>{words}</Sentence>
            </Text>
          ))}
        </Stack>
      )}
    </Panel>
  );
}

function columnsOf(currency: string): readonly Column<Order>[] {
  return [
    { key: 'number', header: 'No.', width: '48px', align: 'right', cell: ({ number }) => number },
    { key: 'order', header: 'Order', cell: (order) => <OrderWords order={order} /> },
    {
      key: 'quantity',
      header: 'Quantity',
      align: 'right',
      width: '150px',
      cell: ({ quantity, unit, asset }) => (
        <QuantityText
          value={quantity}
          unit={unit === 'contracts' ? 'contracts' : unit === 'base' ? asset : currency}
        />
      ),
    },
    {
      key: 'limit',
      header: 'Begin at',
      align: 'right',
      width: '120px',
      cell: ({ limit }) => (
        <PriceText value={limit?.price ?? null} currency={currency} unknown="no price is known" />
      ),
    },
    {
      key: 'before',
      header: 'Exposure before',
      align: 'right',
      onlyWide: true,
      cell: ({ exposureBefore, asset }) => <QuantityText value={exposureBefore} unit={asset} />,
    },
    {
      key: 'after',
      header: 'Exposure after',
      align: 'right',
      cell: ({ exposureAfter, asset }) => <QuantityText value={exposureAfter} unit={asset} />,
    },
    {
      key: 'off',
      header: 'Off after',
      align: 'right',
      cell: ({ offAfter }) => <QuantityText value={offAfter} signed="plain" />,
    },
    {
      key: 'margin',
      header: 'Margin freed',
      align: 'right',
      onlyWide: true,
      cell: ({ marginFreed }) => <MoneyText value={marginFreed} currency={currency} signed="plain" />,
    },
  ];
}

function OrderWords({ order }: { readonly order: Order }): ReactNode {
  return (
    <>
      <Text size="sm">
        <Sentence>{order.words}</Sentence>{' '}
        {order.reduceOnly && (
          <Badge size="sm" variant="light" color="blue" tt="none">
            <Term id="reduce-only">reduce-only</Term>
          </Badge>
        )}
      </Text>
      <Text size="xs" c="dimmed">
        {[order.accountName, order.venue === order.accountName ? null : order.venue, order.symbol]
          .filter((part) => part !== null)
          .join(' · ')}
      </Text>
    </>
  );
}
