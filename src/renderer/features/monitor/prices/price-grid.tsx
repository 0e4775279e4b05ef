import { Badge, Stack, Text } from '@mantine/core';
import { IconAlertOctagon, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { PriceLines } from '../../../charts/price-lines.tsx';
import { useCall } from '../../../rpc/use-call.ts';
import { AmountText } from '../../../ui/amount-text.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { MoneyText, PriceText, QuantityText, RateText } from '../../../ui/numbers.tsx';
import { Answer, EmptyState } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { WhatIf } from '../../../ui/what-if.tsx';
import { closeWords, gridRows, readableRows, type Grid, type GridLeg, type GridRow } from './grid-points.ts';

export interface PriceGridPanelProps {
  readonly coin: string;
  /** Only this position; all of the coin's where left out. */
  readonly leg?: string;
}

/** The coin's price moves, everything else stands still: what is on the account, and when it is closed by force. */
export function PriceGridPanel({ coin, leg }: PriceGridPanelProps): ReactNode {
  const call = useCall('stress.grid', { coin, ...(leg === undefined ? {} : { leg }) });
  return (
    <WhatIf title={`If ${coin} moves`} about="Everything else stands still. A fall of 50% to a rise of 100%.">
      <Answer of={call} what="Moving the price">
        {(grid) => (
          <Stack gap="xl">
            <Text size="sm" fw={600} role="status">
              <Sentence>{grid.sentence}</Sentence>
            </Text>
            {grid.legs.length === 0 ? (
              <EmptyState title={`No futures on ${coin} are open`}>
                Only open positions have margin that can run out.
              </EmptyState>
            ) : (
              grid.legs.map((each) => <LegGrid key={each.id} grid={grid} leg={each} />)
            )}
            {grid.unknown.map((words) => (
              <Text key={words} size="sm" c="dimmed">
                <Sentence>{words}</Sentence>
              </Text>
            ))}
          </Stack>
        )}
      </Answer>
    </WhatIf>
  );
}

function LegGrid({ grid, leg }: { readonly grid: Grid; readonly leg: GridLeg }): ReactNode {
  const rows = gridRows(grid, leg);
  return (
    <ChartOrTable
      of={`${leg.contractName} by price`}
      summary={
        <>
          <b>
            {leg.side === 'short' ? 'Short' : 'Long'} <Sentence>{leg.contractName}</Sentence>
          </b>{' '}
          in {leg.accountName}: {closeWords(rows, grid.coin)}
        </>
      }
      chart={<PriceLines points={rows} settleAsset={leg.settleAsset} />}
      table={
        <DataTable
          label={`${leg.contractName} by price`}
          rows={readableRows(rows)}
          rowKey={({ move }) => move}
          columns={columns(grid.coin, leg.settleAsset)}
          maxHeight={480}
        />
      }
    />
  );
}

function columns(coin: string, settleAsset: string): readonly Column<GridRow>[] {
  return [
    {
      key: 'move',
      header: `${coin} moves`,
      cell: ({ move }) => <RateText value={move} decimals={0} signed="plain" />,
    },
    { key: 'price', header: 'To', align: 'right', cell: ({ price }) => <PriceText value={price} hideable /> },
    {
      key: 'equity',
      header: 'On the account',
      align: 'right',
      cell: ({ equity }) => <AmountText value={equity} asset={settleAsset} />,
    },
    {
      key: 'maintenance',
      header: 'Must stay there',
      align: 'right',
      cell: ({ maintenance }) => <AmountText value={maintenance} asset={settleAsset} />,
    },
    {
      key: 'state',
      header: 'Then',
      cell: (row) => <StateAt row={row} />,
    },
    {
      key: 'delta',
      header: `${coin} left open`,
      align: 'right',
      cell: ({ netDelta }) => <QuantityText value={netDelta} decimals={4} />,
    },
    {
      key: 'cash',
      header: 'Cash to keep it',
      align: 'right',
      cell: ({ cashNeeded }) => <MoneyText value={cashNeeded} />,
    },
  ];
}

function StateAt({ row: { liquidated, known } }: { readonly row: GridRow }): ReactNode {
  const [words, color, Icon] = !known
    ? (['not known', 'gray', IconHelpCircle] as const)
    : liquidated
      ? (['closed by force', 'red', IconAlertOctagon] as const)
      : (['stays open', 'teal', IconCircleCheck] as const);
  return (
    <Badge
      size="sm"
      variant="light"
      color={color}
      tt="none"
      leftSection={<Icon size={12} aria-hidden="true" />}
    >
      {words}
    </Badge>
  );
}
