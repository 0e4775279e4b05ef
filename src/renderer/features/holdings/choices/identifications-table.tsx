import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { DataTable } from '../../../ui/data-table.tsx';
import { signOf } from '../../../ui/number-format.ts';
import { DateText, QuantityText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { Small } from '../small.tsx';
import { namedQuantity, salesWords, type Identification } from './choices-words.ts';

/** Lots named for sales, the newest first. */
export function IdentificationsTable({
  identifications,
}: {
  readonly identifications: readonly Identification[];
}): ReactNode {
  return (
    <DataTable
      label="Lots named for sales"
      rows={identifications.toReversed()}
      rowKey={({ sequence }) => String(sequence)}
      columns={columns}
      maxHeight={320}
    />
  );
}

const columns: readonly Column<Identification>[] = [
  {
    key: 'asset',
    header: 'Asset and account',
    cell: ({ asset, accountName }) => (
      <>
        <Text span size="sm" fw={600}>
          {asset}
        </Text>
        <Small>{accountName}</Small>
      </>
    ),
  },
  {
    key: 'lots',
    header: 'Named',
    align: 'right',
    cell: ({ lots, asset }) => (
      <>
        <QuantityText value={namedQuantity({ lots })} unit={asset} />
        <Small>{lots.length === 1 ? '1 lot' : `${lots.length} lots`}</Small>
      </>
    ),
  },
  {
    key: 'left',
    header: 'Not sold yet',
    align: 'right',
    cell: ({ left, asset }) =>
      signOf(left) === 'flat' ? (
        <Badge variant="light" color="gray" tt="none">
          used up
        </Badge>
      ) : (
        <QuantityText value={left} unit={asset} />
      ),
  },
  { key: 'sales', header: 'Used by', cell: salesWords },
  { key: 'recorded', header: 'Recorded', cell: ({ recordedAt }) => <DateText value={recordedAt} time /> },
  { key: 'told', header: 'Exchange told', cell: ({ toldBroker }) => (toldBroker ? 'yes' : 'no') },
];
