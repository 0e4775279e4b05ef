import { Stack, Text } from '@mantine/core';
import { IconCalendarSearch } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { useCall } from '../../../rpc/use-call.ts';
import { compareText } from '../../../ui/compare.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { formatCount } from '../../../ui/number-format.ts';
import { Panel } from '../../../ui/panel.tsx';
import { Answer, EmptyState } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { CoverageGrid } from './coverage-grid.tsx';
import { coverageRows, monthName, type CoverageRow } from './coverage-rows.ts';

/** Which months of each account files cover, and where one is missing. */
export function CoverageTab(): ReactNode {
  const coverage = useCall('imports.coverage', {});
  return (
    <Panel
      title="Which months your files cover"
      about="From the first row of each file to its last. Where a month between two others is in no file, an export is probably missing."
    >
      <Answer of={coverage} what="Looking at which months are covered">
        {({ accounts }) =>
          accounts.length === 0 ? (
            <EmptyState
              title="Nothing imported yet"
              icon={<IconCalendarSearch size={28} aria-hidden="true" />}
            >
              Import the exports of an account: its months appear here.
            </EmptyState>
          ) : (
            <Coverage accounts={accounts} />
          )
        }
      </Answer>
    </Panel>
  );
}

function Coverage({
  accounts,
}: {
  readonly accounts: CallAnswer<'imports.coverage'>['accounts'];
}): ReactNode {
  const rows = useMemo(() => coverageRows(accounts), [accounts]);
  const withGaps = rows.filter(({ gaps }) => gaps.length > 0);
  return (
    <ChartOrTable
      of="coverage"
      summary={
        withGaps.length === 0
          ? 'No gap: between the first and the last month of each account and subject, a file covers every month.'
          : `${withGaps.length === 1 ? 'One line has a gap' : `${withGaps.length} lines have gaps`}: ${gapWords(withGaps)}.`
      }
      chart={
        <Stack gap="sm">
          <CoverageGrid rows={rows} />
        </Stack>
      }
      table={<DataTable label="Coverage" rows={rows} columns={columns} rowKey={({ key }) => key} />}
    />
  );
}

const namedAtMost = 3;

function gapWords(rows: readonly CoverageRow[]): string {
  const named = rows
    .slice(0, namedAtMost)
    .map(({ account, subject, gaps }) => `${account}, ${subject} (${gaps.join(', ')})`);
  const more = rows.length - named.length;
  return `${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

const columns: readonly Column<CoverageRow>[] = [
  {
    key: 'account',
    header: 'Account',
    cell: ({ account }) => account,
    compare: (a, b) => compareText(a.account, b.account),
  },
  { key: 'subject', header: 'What', cell: ({ subject }) => subject },
  {
    key: 'months',
    header: 'Months',
    cell: ({ first, last }) =>
      first === last ? monthName(first) : `${monthName(first)} to ${monthName(last)}`,
    compare: (a, b) => compareText(a.first, b.first),
  },
  {
    key: 'gaps',
    header: 'Gaps',
    cell: ({ gaps }) => (gaps.length === 0 ? 'none' : gaps.join(', ')),
    compare: (a, b) => b.gaps.length - a.gaps.length,
  },
  { key: 'events', header: 'Rows that count', align: 'right', cell: ({ events }) => formatCount(events) },
  {
    key: 'files',
    header: 'Files',
    cell: ({ files }) => (
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {files.join(', ')}
      </Text>
    ),
  },
];
