import { Badge, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { DataTable } from '../../../ui/data-table.tsx';
import { DateText } from '../../../ui/numbers.tsx';
import { formatCount } from '../../../ui/number-format.ts';
import { Panel } from '../../../ui/panel.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { HistoryDrawer } from './history-drawer.tsx';
import { ageWords, type Series } from './view-model.ts';

/** What data there are, with their gaps; a row opens its course over time. */
export function SeriesPanel({ series }: { readonly series: readonly Series[] }): ReactNode {
  const [open, setOpen] = useState<Series | null>(null);
  return (
    <Panel
      title="Data on record"
      about="Open a row to see its course. Missing data is not zero: gaps are counted."
    >
      <DataTable
        label="Data on record"
        rows={series}
        rowKey={({ of, measure, level }) => `${of} ${measure} ${level}`}
        columns={columns}
        onOpen={(row) => setOpen(row)}
        maxHeight={420}
      />
      {open !== null && <HistoryDrawer series={open} onClose={() => setOpen(null)} />}
    </Panel>
  );
}

const columns: readonly Column<Series>[] = [
  {
    key: 'title',
    header: 'Data',
    cell: ({ title, sources }) => (
      <>
        {title}
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {sources.length > 3
            ? `${sources.slice(0, 3).join(', ')} and ${sources.length - 3} more`
            : sources.join(', ')}
        </Text>
      </>
    ),
    compare: (a, b) => a.title.localeCompare(b.title),
  },
  {
    key: 'count',
    header: 'Observations',
    align: 'right',
    cell: ({ count }) => formatCount(count),
    compare: (a, b) => a.count - b.count,
  },
  {
    key: 'first',
    header: 'From',
    cell: ({ first }) => <DateText value={first} />,
    compare: (a, b) => a.first.localeCompare(b.first),
  },
  {
    key: 'last',
    header: 'Until',
    cell: ({ last, stale, ageHours }) => (
      <>
        <DateText value={last} />{' '}
        {stale && (
          <Badge variant="light" color="yellow" tt="none" size="sm">
            {ageWords(ageHours)} old
          </Badge>
        )}
      </>
    ),
    compare: (a, b) => a.last.localeCompare(b.last),
  },
  {
    key: 'gaps',
    header: 'Gaps',
    align: 'right',
    cell: ({ gaps, missing }) =>
      gaps === 0 ? 'none' : `${formatCount(missing)} missing in ${formatCount(gaps)}`,
    compare: (a, b) => a.missing - b.missing,
  },
];
