import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { compareDecimal, compareText } from '../../ui/compare.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Explain } from '../../ui/explain.tsx';
import { DateText, MoneyText, PriceText, QuantityText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { unitWords, type Position } from './view-model.ts';

const sides = { long: 'Long', short: 'Short', flat: 'Closed' } as const;

/** Futures positions, open ones first. */
export function PositionsTable({ positions }: { readonly positions: readonly Position[] }): ReactNode {
  const rows = positions.toSorted(
    (a, b) =>
      Number(a.side === 'flat') - Number(b.side === 'flat') || compareText(a.contractName, b.contractName),
  );
  return (
    <DataTable
      label="Futures positions"
      rows={rows}
      rowKey={({ contract, account, side }) => `${contract} ${account} ${side}`}
      columns={columns}
    />
  );
}

const columns: readonly Column<Position>[] = [
  {
    key: 'contract',
    header: 'Contract',
    cell: ({ contractName, accountName, explain }) => (
      <>
        <Explain id={explain} of={contractName}>
          <Text span size="sm" fw={600}>
            {contractName}
          </Text>
        </Explain>
        <Text size="xs" c="dimmed">
          {accountName}
        </Text>
      </>
    ),
    compare: (a, b) => compareText(a.contractName, b.contractName),
  },
  {
    key: 'side',
    header: 'Side',
    cell: ({ side }) => (
      <Badge
        variant="light"
        color={side === 'flat' ? 'gray' : side === 'short' ? 'orange' : 'blue'}
        tt="none"
      >
        {sides[side]}
      </Badge>
    ),
    compare: (a, b) => compareText(a.side, b.side),
  },
  {
    key: 'quantity',
    header: 'Quantity',
    align: 'right',
    cell: (position) => <QuantityText value={position.quantity} unit={unitWords(position)} />,
  },
  {
    key: 'entry',
    header: 'Entry, mark',
    headerNode: (
      <>
        Entry, <Term id="mark-price">mark</Term>
      </>
    ),
    align: 'right',
    cell: ({ averageEntry, mark }) => (
      <>
        <PriceText value={averageEntry} unknown="closed" />
        <Text size="xs" c="dimmed">
          <PriceText value={mark} unknown="no mark" />
        </Text>
      </>
    ),
  },
  {
    key: 'notional',
    header: 'Notional',
    headerNode: <Term id="notional">Notional</Term>,
    align: 'right',
    cell: ({ notional, delta, underlying }) => (
      <>
        <MoneyText value={notional} unknown="no mark" />
        <Text size="xs" c="dimmed">
          <QuantityText value={delta} unit={underlying} signed="plain" unknown="no mark" />
        </Text>
      </>
    ),
    compare: (a, b) => compareDecimal(a.notional, b.notional),
  },
  {
    key: 'open-profit',
    header: 'Open profit',
    align: 'right',
    cell: ({ unrealisedProfit, settleAsset }) => (
      <MoneyText value={unrealisedProfit} currency={settleAsset} signed="gain" unknown="no mark" />
    ),
    compare: (a, b) => compareDecimal(a.unrealisedProfit, b.unrealisedProfit),
  },
  {
    key: 'profit',
    header: 'Profit taken',
    align: 'right',
    cell: ({ realisedProfit, settleAsset }) => (
      <MoneyText value={realisedProfit} currency={settleAsset} signed="gain" />
    ),
    compare: (a, b) => compareDecimal(a.realisedProfit, b.realisedProfit),
  },
  {
    key: 'funding',
    header: 'Funding, fees',
    headerNode: (
      <>
        <Term id="funding">Funding</Term>, fees
      </>
    ),
    align: 'right',
    cell: ({ funding, fees, settleAsset }) => (
      <>
        <MoneyText value={funding} currency={settleAsset} signed="plain" />
        <Text size="xs" c="dimmed">
          <MoneyText value={fees} currency={settleAsset} signed="plain" />
        </Text>
      </>
    ),
  },
  {
    key: 'expiry',
    header: 'Ends',
    cell: ({ expiry }) => (expiry === null ? <Term id="perpetual">never</Term> : <DateText value={expiry} />),
    compare: (a, b) => compareText(a.expiry, b.expiry),
  },
];
