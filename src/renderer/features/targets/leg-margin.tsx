import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { QuantityText, RateText } from '../../ui/numbers.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import { LegPart } from './leg-part.tsx';
import type { Leg } from './view-model.ts';

type Cash = Leg['margin']['cash'][number];

/** What the venue asks, where the leg would be closed by force, and the cash that a move against it takes. */
export function LegMargin({ leg }: { readonly leg: Leg }): ReactNode {
  const { margin, side, asset } = leg;
  return (
    <LegPart
      title={
        <>
          <Term id="margin">Margin</Term> and <Term id="liquidation">liquidation</Term>
        </>
      }
    >
      <Text size="sm">
        <Sentence>{margin.words}</Sentence>
      </Text>
      <Text size="sm" fw={550}>
        <Sentence>{margin.liquidation.words}</Sentence>
      </Text>
      <Text size="sm">
        If {asset} {side === 'sell' ? 'rises' : 'falls'}, the leg loses cash
        {side === 'sell' && ' while the gain sits in coins that you have not sold'}:
      </Text>
      <DataTable
        label={`Cash that a move of ${asset} takes`}
        rows={margin.cash}
        rowKey={({ move }) => move}
        columns={columns(margin.settleAsset, side)}
      />
    </LegPart>
  );
}

function columns(settleAsset: string, side: Leg['side']): readonly Column<Cash>[] {
  return [
    {
      key: 'move',
      header: side === 'sell' ? 'Rise' : 'Fall',
      cell: ({ move }) => <RateText value={move} decimals={0} />,
    },
    {
      key: 'loss',
      header: 'Loss of the leg',
      align: 'right',
      cell: ({ loss }) => (
        <QuantityText value={loss} unit={settleAsset} decimals={settleAsset === 'USD' ? 2 : 4} />
      ),
    },
    {
      key: 'cash',
      header: 'Money needed there',
      align: 'right',
      cell: ({ cash }) =>
        cash === null ? (
          <Text size="sm" c="dimmed">
            ask your broker
          </Text>
        ) : (
          <QuantityText value={cash} unit={settleAsset} decimals={settleAsset === 'USD' ? 2 : 4} />
        ),
    },
  ];
}
