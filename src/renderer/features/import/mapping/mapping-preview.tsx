import { Alert, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { SlowCallState } from '../../../rpc/use-slow-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { formatCount } from '../../../ui/number-format.ts';
import { DateText } from '../../../ui/numbers.tsx';
import { RawRow } from '../../../ui/raw-row.tsx';
import { Failure, Loading } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';

type Preview = CallAnswer<'mapping.preview'>;
type Row = Preview['rows'][number];

export interface MappingPreviewProps {
  readonly preview: SlowCallState<'mapping.preview'>;
  readonly isNamed: boolean;
}

/** What the mapping makes of the first rows, beside their text; or all that it lacks, at once. */
export function MappingPreview({ preview, isNamed }: MappingPreviewProps): ReactNode {
  const { data, error, isFetching } = preview.call;
  return (
    <section aria-label="The first rows as they are read">
      <Title order={3} size="h5" mb="xs">
        The first rows as they are read
      </Title>
      {!isNamed && <Text size="sm">Give the mapping and the account a name first.</Text>}
      {error !== null && <Failure failure={error.failure} onRetry={() => void preview.call.refetch()} />}
      {data === undefined && isFetching && <Loading what="Reading the first rows" />}
      {data !== undefined && <Found preview={data} />}
    </section>
  );
}

function Found({
  preview: { problems, rows, events, ignored, bad, timeZone },
}: {
  readonly preview: Preview;
}): ReactNode {
  if (problems.length > 0) {
    return (
      <Alert
        color="yellow"
        title={problems.length === 1 ? 'One thing is missing' : `${problems.length} things are missing`}
      >
        <Stack component="ul" gap="xs" m={0} pl="md">
          {problems.map(({ code, field, message, fix }) => (
            <li key={`${code} ${field}`}>
              <Text size="sm" fw={600}>
                {message}
              </Text>
              <Text size="sm">{fix}</Text>
            </li>
          ))}
        </Stack>
      </Alert>
    );
  }
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        Of the first {formatCount(rows.length)} rows: {formatCount(events)} read, {formatCount(ignored)} left
        out, {formatCount(bad)} with a problem. Times are taken as {timeZone}.
      </Text>
      <DataTable
        label="The first rows as they are read"
        rows={badFirst(rows)}
        columns={columns}
        rowKey={({ line }) => String(line)}
        maxHeight={420}
      />
    </Stack>
  );
}

function badFirst(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => Number(b.problems.length > 0) - Number(a.problems.length > 0));
}

const columns: readonly Column<Row>[] = [
  { key: 'line', header: 'Line', align: 'right', width: '64px', cell: ({ line }) => formatCount(line) },
  {
    key: 'time',
    header: 'Time',
    width: '180px',
    cell: ({ time }) => <DateText value={time} time />,
  },
  { key: 'words', header: 'Read as', cell: (row) => <ReadAs row={row} /> },
  { key: 'raw', header: 'In the file', cell: ({ raw }) => <RawRow raw={raw} /> },
];

function ReadAs({ row: { words, problems } }: { readonly row: Row }): ReactNode {
  return (
    <>
      {words !== '' && <Sentence>{words}</Sentence>}
      {problems.map(({ severity, message, fix }) => (
        <Text key={message} size="sm" c={severity === 'error' ? 'red' : 'yellow'}>
          {severity === 'error' ? 'Cannot be read: ' : 'Please check: '}
          <Sentence>{`${message} ${fix}`}</Sentence>
        </Text>
      ))}
    </>
  );
}
