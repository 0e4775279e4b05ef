import { Badge, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/numbers.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer, EmptyState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import classes from './plan.module.css';

type SealedRecord = CallAnswer<'plan.records'>['records'][number];

const kinds: Readonly<Partial<Record<string, string>>> = {
  'hedged-lots': 'Lots that a hedge stands against',
  'plan-dropped': 'A plan was dropped',
  'straddle-identification': 'Straddle identified',
  'standing-lot-order': 'Order in which lots are sold',
  'lot-identification': 'Lots named for the next sales',
  'basis-allocation': 'Division of costs on 1 January 2025',
  election: 'Choice between rules',
};

/** What was identified on which day: never changed, each record sealed by the next. */
export function RecordsPanel(): ReactNode {
  const call = useCall('plan.records', {});
  return (
    <Answer of={call} what="Checking your records">
      {({ intact, records }) =>
        records.length === 0 ? (
          <NoRecords />
        ) : (
          <Panel
            title="Identification records"
            about="Some choices count only if they were recorded the same day. These are, and cannot be changed later."
            aside={
              <Badge variant="light" color={intact ? 'teal' : 'red'} tt="none">
                {intact ? 'All records intact' : 'A record was changed'}
              </Badge>
            }
          >
            <DataTable
              label="Identification records"
              rows={records.toSorted((a, b) => b.sequence - a.sequence)}
              rowKey={({ sequence }) => String(sequence)}
              columns={columns}
              maxHeight={320}
            />
          </Panel>
        )
      }
    </Answer>
  );
}

function NoRecords(): ReactNode {
  return (
    <EmptyState title="Nothing on record yet" icon={<IconLock aria-hidden="true" />}>
      Choices that count only if they were written down in time, such as which lots a hedge stands against,
      are kept here with their date and cannot be changed later.
    </EmptyState>
  );
}

const columns: readonly Column<SealedRecord>[] = [
  { key: 'number', header: 'No.', align: 'right', width: '60px', cell: ({ sequence }) => sequence },
  {
    key: 'time',
    header: 'Recorded',
    width: '200px',
    cell: ({ recordedAt }) => <DateText value={recordedAt} time />,
  },
  { key: 'kind', header: 'What', cell: ({ kind }) => kinds[kind] ?? kind },
  {
    key: 'hash',
    header: 'Seal',
    cell: ({ hash }) => (
      <Text span size="xs" ff="monospace" c="dimmed" className={classes.hash}>
        {hash}
      </Text>
    ),
  },
];
