import { Badge, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { DataTable } from '../../../ui/data-table.tsx';
import type { Column } from '../../../ui/table-model.ts';
import type { Slippage } from './view-model.ts';

type Venue = Slippage['venues'][number];

export interface VenueTableProps {
  readonly venues: readonly Venue[];
  readonly deepest: string | null;
}

/** Where the same coin can be traded more cheaply, as far as the data tell. */
export function VenueTable({ venues, deepest }: VenueTableProps): ReactNode {
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        The same order elsewhere
      </Title>
      <DataTable
        label="The same order elsewhere"
        rows={venues}
        rowKey={({ contract }) => contract}
        columns={columns(deepest)}
        maxHeight={320}
      />
    </section>
  );
}

function columns(deepest: string | null): readonly Column<Venue>[] {
  return [
    {
      key: 'venue',
      header: 'Where',
      cell: ({ contract, venue, yours }) => (
        <>
          {venue}, {contract.slice(contract.indexOf(':') + 1)}{' '}
          {yours && (
            <Badge variant="light" color="hedge" tt="none" size="sm">
              your venue
            </Badge>
          )}{' '}
          {contract === deepest && (
            <Badge variant="light" color="teal" tt="none" size="sm">
              deepest of yours
            </Badge>
          )}
        </>
      ),
    },
    { key: 'words', header: 'What is known', width: '55%', cell: ({ words }) => words },
    {
      key: 'us',
      header: 'US persons',
      cell: ({ usPersons }) => (usPersons === null ? 'not known' : usPersons ? 'open' : 'closed'),
    },
  ];
}
