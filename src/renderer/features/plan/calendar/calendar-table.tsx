import { Badge, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { daysBetween, formatAge } from '../../../ui/date-format.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText } from '../../../ui/numbers.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { kindWords, type Entry, type ShownEntry } from './calendar-model.ts';
import { KindIcon } from './kind-icon.tsx';

export interface CalendarTableProps {
  readonly shown: readonly ShownEntry[];
  readonly today: string;
  onOpen(entry: Entry): void;
}

/** The same entries in rows: for who does not see the calendar, and for who wants to read it through. */
export function CalendarTable({ shown, today, onOpen }: CalendarTableProps): ReactNode {
  return (
    <DataTable
      label="All dates"
      rows={shown}
      rowKey={({ id }) => id}
      columns={columnsOf(today)}
      initialSort={{ column: 'date', direction: 'ascending' }}
      onOpen={({ payload }) => onOpen(payload.entry)}
    />
  );
}

function columnsOf(today: string): readonly Column<ShownEntry>[] {
  const dateOf = ({ start }: ShownEntry): string => start.slice(0, 10);
  return [
    {
      key: 'date',
      header: 'Date',
      width: '130px',
      cell: (row) => <DateText value={dateOf(row)} />,
      compare: (a, b) => a.start.localeCompare(b.start),
    },
    {
      key: 'when',
      header: 'When',
      width: '120px',
      onlyWide: true,
      cell: (row) => formatAge(daysBetween(dateOf(row), today)),
    },
    {
      key: 'kind',
      header: 'Kind',
      width: '180px',
      cell: ({ payload: { entry } }) => (
        <Group gap={6} wrap="nowrap">
          <KindIcon kind={entry.kind} size={15} />
          {kindWords[entry.kind]}
        </Group>
      ),
      compare: (a, b) => kindWords[a.payload.entry.kind].localeCompare(kindWords[b.payload.entry.kind]),
    },
    {
      key: 'what',
      header: 'What',
      cell: ({ payload: { entry, moved } }) => (
        <>
          {moved && (
            <Badge size="sm" color="orange" variant="light" tt="none" me={6}>
              What if
            </Badge>
          )}
          <Sentence>{entry.text}</Sentence>
        </>
      ),
    },
    {
      key: 'until',
      header: 'Until',
      width: '120px',
      cell: ({ payload: { entry } }) => (entry.until === null ? null : <DateText value={entry.until} />),
    },
  ];
}
