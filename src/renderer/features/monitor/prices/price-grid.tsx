import { Badge, Stack, Text } from '@mantine/core';
import { IconAlertOctagon, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { MarginMeter } from '../../../charts/margin-meter.tsx';
import { PriceLines } from '../../../charts/price-lines.tsx';
import { useCall } from '../../../rpc/use-call.ts';
import { AmountText } from '../../../ui/amount-text.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { MoneyText, PriceText, QuantityText, RateText } from '../../../ui/numbers.tsx';
import { Answer, EmptyState } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { WhatIf } from '../../../ui/what-if.tsx';
import {
  closeWords,
  gridRows,
  legsOf,
  legsWords,
  readableRows,
  type Grid,
  type GridAccount,
  type GridRow,
} from './grid-points.ts';

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
              grid.accounts
                .filter((account) => legsOf(grid, account).length > 0)
                .map((account) => <AccountGrid key={account.id} grid={grid} account={account} />)
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

/** Positions that share an account's margin stand or fall together. */
function AccountGrid({ grid, account }: { readonly grid: Grid; readonly account: GridAccount }): ReactNode {
  const { accountName, settleAsset } = account;
  const rows = gridRows(grid, account);
  return (
    <ChartOrTable
      of={`${accountName} in ${settleAsset} by price`}
      summary={
        <>
          <b>{accountName}</b> (<Sentence>{legsWords(legsOf(grid, account))}</Sentence>):{' '}
          {closeWords(rows, grid.coin)}
        </>
      }
      chart={<PriceLines points={rows} settleAsset={settleAsset} />}
      table={
        <DataTable
          label={`${accountName} in ${settleAsset} by price`}
          rows={readableRows(rows)}
          rowKey={({ move }) => move}
          columns={columns(grid.coin, settleAsset)}
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
      cell: ({ equity, maintenance }) => (
        <>
          <AmountText value={maintenance} asset={settleAsset} />
          <MarginMeter equity={equity} maintenance={maintenance} />
        </>
      ),
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
