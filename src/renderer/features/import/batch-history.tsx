import { Button, Text } from '@mantine/core';
import { IconArrowBackUp, IconFileImport } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { useCall } from '../../rpc/use-call.ts';
import { compareText } from '../../ui/compare.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount } from '../../ui/number-format.ts';
import { DateText } from '../../ui/numbers.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer, EmptyState, Failure } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { lineWords } from './lines/line-words.ts';
import { useUndoBatches } from './use-undo-batches.ts';
import { zoneWords } from './view-model.ts';

type Batch = CallAnswer<'imports.list'>['batches'][number];

/** What was imported so far, newest first; each import can be undone as a whole. */
export function BatchHistory(): ReactNode {
  const list = useCall('imports.list', {});
  const { undo, busy, failure } = useUndoBatches();
  const columns = useMemo(() => batchColumns((batch) => void undo([batch]), busy), [undo, busy]);
  return (
    <Panel
      title="Imported so far"
      about="Undo takes out exactly what one file brought. A row that another imported file states, too, stays with that one."
    >
      {failure !== null && <Failure failure={failure} />}
      <Answer of={list} what="Reading the list of imports">
        {({ batches }) =>
          batches.length === 0 ? (
            <EmptyState title="Nothing imported yet" icon={<IconFileImport size={28} aria-hidden="true" />}>
              Drop your first export above. It appears here with the way to undo it.
            </EmptyState>
          ) : (
            <DataTable
              label="Imports"
              rows={batches}
              columns={columns}
              rowKey={({ id }) => id}
              initialSort={{ column: 'imported', direction: 'descending' }}
            />
          )
        }
      </Answer>
    </Panel>
  );
}

function batchColumns(undo: (batch: string) => void, busy: boolean): readonly Column<Batch>[] {
  return [
    {
      key: 'imported',
      header: 'Imported',
      cell: ({ importedAt, id }) => (
        <>
          <DateText value={importedAt} />
          <Text size="xs" c="dimmed">
            import {id}
          </Text>
        </>
      ),
      compare: (a, b) => compareText(a.importedAt, b.importedAt),
    },
    {
      key: 'file',
      width: '22%',
      header: 'File',
      cell: ({ file, formatName }) => (
        <>
          <Text size="sm" style={{ overflowWrap: 'break-word' }}>
            {file}
          </Text>
          <Text size="xs" c="dimmed">
            {formatName}
          </Text>
        </>
      ),
      compare: (a, b) => compareText(a.file, b.file),
    },
    {
      key: 'account',
      header: 'Account',
      cell: ({ accountName, accounts }) => (
        <>
          {accountName}
          {accounts.length > 1 && (
            <Text size="xs" c="dimmed">
              and {formatCount(accounts.length - 1)} more
            </Text>
          )}
        </>
      ),
      compare: (a, b) => compareText(a.accountName, b.accountName),
    },
    {
      key: 'covers',
      header: 'Covers',
      width: '150px',
      cell: (batch) => <Covers batch={batch} />,
    },
    { key: 'rows', header: 'Rows', align: 'right', cell: (batch) => <Rows batch={batch} /> },
    { key: 'lines', header: 'Lines of the file', width: '28%', cell: ({ lines }) => <Lines lines={lines} /> },
    {
      key: 'undo',
      header: 'Undo',
      cell: ({ id, file }) => (
        <Button
          size="xs"
          variant="default"
          disabled={busy}
          aria-label={`Undo the import of ${file}`}
          leftSection={<IconArrowBackUp size={14} aria-hidden="true" />}
          onClick={() => undo(id)}
        >
          Undo
        </Button>
      ),
    },
  ];
}

function Rows({
  batch: { events, prices, observations, skippedRows },
}: {
  readonly batch: Batch;
}): ReactNode {
  const asides = [
    ...(observations > 0 ? [`${formatCount(observations)} values of market data`] : []),
    ...(prices > 0 ? [`${formatCount(prices)} prices`] : []),
    ...(skippedRows > 0 ? [`${formatCount(skippedRows)} left out`] : []),
  ];
  return (
    <>
      {formatCount(events)}
      {asides.length > 0 && (
        <Text size="xs" c="dimmed">
          {asides.join(', ')}
        </Text>
      )}
    </>
  );
}

function Lines({ lines }: Pick<Batch, 'lines'>): ReactNode {
  return (
    <Text size="xs" c="dimmed">
      {lines === null ? 'not counted when it was imported' : lineWords(lines)}
    </Text>
  );
}

function Covers({ batch: { first, last, timeZone, timeZoneFrom } }: { readonly batch: Batch }): ReactNode {
  if (first === null || last === null) return <DateText value={null} />;
  const from = timeZoneFrom === null ? null : zoneWords[timeZoneFrom];
  return (
    <>
      <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
        <DateText value={first} />
        <br />
        to <DateText value={last} />
      </Text>
      {timeZone !== null && (
        <Text size="xs" c={timeZoneFrom === 'assumed' ? 'yellow' : 'dimmed'}>
          read in {timeZone}
          {from === null ? '' : `, ${from}`}
        </Text>
      )}
    </>
  );
}
