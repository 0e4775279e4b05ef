import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { compareDecimal } from '../../../ui/compare.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { MoneyText, RateText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { Term } from '../../../ui/term.tsx';
import type { Ticket } from './view-model.ts';

/** The cost at the size that was asked for, and at round sizes beside it. */
export function TicketTable({ tickets }: { readonly tickets: readonly Ticket[] }): ReactNode {
  return (
    <DataTable
      label="Cost by size of the order"
      rows={tickets}
      rowKey={({ notional }) => notional}
      columns={columns}
    />
  );
}

const sources = {
  book: 'from the order book',
  estimate: 'estimated from volume',
  'half-spread': 'half the spread only',
} as const;

const columns: readonly Column<Ticket>[] = [
  {
    key: 'size',
    header: 'Order',
    align: 'right',
    cell: ({ notional, asked }) => (
      <>
        <MoneyText value={notional} />{' '}
        {asked && (
          <Badge variant="light" color="hedge" tt="none" size="sm">
            yours
          </Badge>
        )}
      </>
    ),
    compare: (a, b) => compareDecimal(a.notional, b.notional),
  },
  {
    key: 'cost',
    header: 'Cost',
    headerNode: <Term id="slippage">Cost</Term>,
    align: 'right',
    cell: ({ cost, costMoney, walk }) =>
      walk?.kind === 'cannot-fill' ? (
        <Text size="sm" fw={600}>
          cannot be filled
        </Text>
      ) : (
        <>
          <RateText value={cost} decimals={4} unknown="not known" />
          {costMoney !== null && (
            <Text size="xs" c="dimmed">
              <MoneyText value={costMoney} />
            </Text>
          )}
        </>
      ),
    compare: (a, b) => compareDecimal(a.cost, b.cost),
  },
  {
    key: 'band',
    header: 'Estimate',
    headerNode: <Term id="market-impact">Estimate</Term>,
    align: 'right',
    cell: ({ impact }) =>
      impact === null ? (
        <Text size="sm" c="dimmed">
          no volume or volatility
        </Text>
      ) : (
        <>
          <RateText value={impact.low} decimals={3} /> to <RateText value={impact.high} decimals={3} />
        </>
      ),
  },
  {
    key: 'words',
    header: 'In words',
    width: '42%',
    cell: ({ words, from }) => (
      <>
        {words}
        {from !== null && (
          <Text size="xs" c="dimmed">
            {sources[from]}
          </Text>
        )}
      </>
    ),
  },
];
