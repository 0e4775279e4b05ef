import type { ReactNode } from 'react';
import { Text } from '@mantine/core';
import { AmountText } from '../../ui/amount-text.tsx';
import { compareDecimal, compareText } from '../../ui/compare.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { MoneyText } from '../../ui/numbers.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Column } from '../../ui/table-model.ts';
import { rowKey, type Row } from './view-model.ts';

export interface ClosedLegsProps {
  readonly rows: readonly Row[];
  readonly currency: string;
  openLeg(row: Row): void;
}

/** Hedges that are over: what they brought. Nothing where none is. */
export function ClosedLegs({ rows, currency, openLeg }: ClosedLegsProps): ReactNode {
  if (rows.length === 0) return null;
  return (
    <Panel title="Closed hedges" about="What each brought in the end. Press a row for its life.">
      <DataTable
        label="Closed hedges"
        rows={rows}
        rowKey={rowKey}
        columns={columns(currency)}
        onOpen={openLeg}
      />
    </Panel>
  );
}

function columns(currency: string): readonly Column<Row>[] {
  return [
    {
      key: 'hedge',
      header: 'Hedge',
      cell: ({ asset, symbol, accountName, venue }) => (
        <>
          <Text size="sm" fw={600}>
            {asset} with <Sentence>{symbol}</Sentence>
          </Text>
          <Text size="xs" c="dimmed">
            {accountName ?? venue}
          </Text>
        </>
      ),
      compare: (a, b) => compareText(a.symbol, b.symbol),
    },
    {
      key: 'taken',
      header: 'Profit taken',
      align: 'right',
      cell: ({ realisedProfit: { quantity, asset } }) => (
        <AmountText value={quantity} asset={asset} signed="gain" />
      ),
      compare: (a, b) => compareDecimal(a.realisedProfit.quantity, b.realisedProfit.quantity),
    },
    {
      key: 'funding',
      header: 'Funding',
      align: 'right',
      cell: ({ funding: { quantity, asset } }) => (
        <AmountText value={quantity} asset={asset} signed="plain" />
      ),
      compare: (a, b) => compareDecimal(a.funding.quantity, b.funding.quantity),
    },
    {
      key: 'fees',
      header: 'Fees',
      align: 'right',
      cell: ({ fees }) =>
        fees.map(({ asset, quantity }) => (
          <div key={asset}>
            <AmountText value={quantity} asset={asset} signed="plain" />
          </div>
        )),
    },
    {
      key: 'worth',
      header: 'Taken, now worth',
      align: 'right',
      cell: ({ realisedProfit }) => (
        <MoneyText value={realisedProfit.value} currency={currency} signed="plain" />
      ),
    },
  ];
}
