import { Badge, Text } from '@mantine/core';
import { compareText } from '../../../ui/compare.ts';
import type { Column } from '../../../ui/table-model.ts';
import { kindWords, sureOf, type ContractRow } from './view-model.ts';

export const catalogueColumns: readonly Column<ContractRow>[] = [
  {
    key: 'name',
    header: 'Contract',
    width: '28%',
    cell: ({ name, id, own, corrected }) => (
      <>
        {name}{' '}
        {own && (
          <Badge variant="light" color="blue" tt="none" size="sm">
            yours
          </Badge>
        )}
        {!own && corrected > 0 && (
          <Badge variant="light" color="blue" tt="none" size="sm">
            corrected by you
          </Badge>
        )}
        <Text size="xs" c="dimmed">
          {id}
        </Text>
      </>
    ),
    compare: (a, b) => compareText(a.name, b.name),
  },
  {
    key: 'venue',
    header: 'Venue',
    cell: ({ venue }) => venue,
    compare: (a, b) => compareText(a.venue, b.venue),
  },
  {
    key: 'underlying',
    header: 'Coin',
    cell: ({ underlying }) => underlying,
    compare: (a, b) => compareText(a.underlying, b.underlying),
  },
  { key: 'size', header: 'One unit is', cell: ({ size }) => size },
  { key: 'kind', header: 'Kind', width: '16%', cell: (row) => kindWords(row) },
  {
    key: 'us',
    header: 'US persons',
    cell: ({ usPersons }) => (usPersons === null ? 'not known' : usPersons ? 'open' : 'closed'),
  },
  {
    key: 'tax',
    header: 'Section 1256',
    cell: ({ section1256, section1256Settled }) =>
      `${section1256 ? 'yes' : 'no'}${section1256Settled ? '' : ', not settled'}`,
  },
  {
    key: 'sure',
    header: 'Size is',
    onlyWide: true,
    cell: ({ confidence, asOf }) => {
      const { color, text } = sureOf(confidence);
      return (
        <>
          <Badge variant="light" color={color} tt="none">
            {text}
          </Badge>
          <Text size="xs" c="dimmed">
            {asOf}
          </Text>
        </>
      );
    },
  },
];
