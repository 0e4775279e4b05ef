import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { AmountText } from '../../ui/amount-text.tsx';
import { compareDecimal, compareText } from '../../ui/compare.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Explain } from '../../ui/explain.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { DateText, MoneyText, PriceText, QuantityText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { unitWords, type Position } from './view-model.ts';

export interface PositionsTableProps {
  readonly positions: readonly Position[];
}

/** Futures that are open now. */
export function OpenPositions({ positions }: PositionsTableProps): ReactNode {
  return (
    <DataTable
      label="Open futures positions"
      rows={positions}
      rowKey={positionKey}
      columns={[contract, side, quantity, entry, notional, profits, costs]}
    />
  );
}

/** Contracts that were traded and are closed: what they left behind. */
export function ClosedPositions({ positions }: PositionsTableProps): ReactNode {
  return (
    <DataTable
      label="Closed futures positions"
      rows={positions}
      rowKey={positionKey}
      columns={[contract, profit, funding, fees, expiry]}
    />
  );
}

function positionKey(position: Position): string {
  return [position.contract, position.account, position.side].join(' ');
}

const contract: Column<Position> = {
  key: 'contract',
  header: 'Contract',
  cell: ({ contractName, accountName, expiry: ends, side: now }) => (
    <>
      <Text size="sm" fw={600}>
        <Sentence>{contractName}</Sentence>
      </Text>
      <Text size="xs" c="dimmed">
        {accountName}
        {now !== 'flat' && ends !== null && (
          <>
            , ends on <DateText value={ends} />
          </>
        )}
      </Text>
    </>
  ),
  compare: (a, b) => compareText(a.contractName, b.contractName),
};

const side: Column<Position> = {
  key: 'side',
  header: 'Side',
  cell: (row) => (
    <Badge variant="light" color={row.side === 'short' ? 'orange' : 'blue'} tt="none">
      {row.side === 'short' ? 'Short' : 'Long'}
    </Badge>
  ),
};

const quantity: Column<Position> = {
  key: 'quantity',
  header: 'Quantity',
  align: 'right',
  cell: (position) => <QuantityText value={position.quantity} unit={unitWords(position)} />,
};

const entry: Column<Position> = {
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
      <PriceText value={averageEntry} />
      <Text size="xs" c="dimmed">
        <PriceText value={mark} unknown="no mark" />
      </Text>
    </>
  ),
};

const notional: Column<Position> = {
  key: 'notional',
  header: 'Notional',
  headerNode: <Term id="notional">Notional</Term>,
  align: 'right',
  cell: (row) => (
    <>
      <MoneyText value={row.notional} unknown="no mark" />
      <Text size="xs" c="dimmed">
        <QuantityText value={row.delta} unit={row.underlying} signed="plain" unknown="no mark" />
      </Text>
    </>
  ),
  compare: (a, b) => compareDecimal(a.notional, b.notional),
};

const profits: Column<Position> = {
  key: 'profits',
  header: 'Profit: open, taken',
  align: 'right',
  cell: ({ unrealisedProfit, realisedProfit, settleAsset, explain, contractName }) => (
    <>
      <Explain id={explain} of={contractName}>
        <AmountText value={unrealisedProfit} asset={settleAsset} signed="gain" unknown="no mark" />
      </Explain>
      <Text size="xs" c="dimmed">
        <AmountText value={realisedProfit} asset={settleAsset} signed="plain" />
      </Text>
    </>
  ),
  compare: (a, b) => compareDecimal(a.unrealisedProfit, b.unrealisedProfit),
};

const profit: Column<Position> = {
  key: 'profit',
  header: 'Taken',
  align: 'right',
  cell: ({ realisedProfit, settleAsset, explain, contractName }) => (
    <Explain id={explain} of={contractName}>
      <AmountText value={realisedProfit} asset={settleAsset} signed="gain" />
    </Explain>
  ),
  compare: (a, b) => compareDecimal(a.realisedProfit, b.realisedProfit),
};

const costs: Column<Position> = {
  key: 'costs',
  header: 'Funding, fees',
  headerNode: (
    <>
      <Term id="funding">Funding</Term>, fees
    </>
  ),
  align: 'right',
  cell: (row) => (
    <>
      <AmountText value={row.funding} asset={row.settleAsset} signed="plain" />
      <Text size="xs" c="dimmed">
        <AmountText value={row.fees} asset={row.settleAsset} signed="plain" />
      </Text>
    </>
  ),
};

const funding: Column<Position> = {
  key: 'funding',
  header: 'Funding',
  headerNode: <Term id="funding">Funding</Term>,
  align: 'right',
  cell: (row) => <AmountText value={row.funding} asset={row.settleAsset} signed="plain" />,
  compare: (a, b) => compareDecimal(a.funding, b.funding),
};

const fees: Column<Position> = {
  key: 'fees',
  header: 'Fees',
  align: 'right',
  cell: (row) => <AmountText value={row.fees} asset={row.settleAsset} signed="plain" />,
  compare: (a, b) => compareDecimal(a.fees, b.fees),
};

const expiry: Column<Position> = {
  key: 'expiry',
  header: 'Ends',
  cell: (row) => (row.expiry === null ? <Term id="perpetual">never</Term> : <DateText value={row.expiry} />),
  compare: (a, b) => compareText(a.expiry, b.expiry),
};
