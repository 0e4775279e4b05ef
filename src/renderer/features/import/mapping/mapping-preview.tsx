import { Alert, Paper, Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText } from '../../../ui/numbers.tsx';
import { RawRow } from '../../../ui/raw-row.tsx';
import { Failure } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import type { ProfileProblem } from './mapping-draft.ts';
import classes from './mapping.module.css';
import { previewCounts, rowsToShow, type PreviewRow } from './preview-words.ts';
import type { MappingForm } from './use-mapping.ts';

export interface MappingPreviewProps {
  readonly form: MappingForm;
  /** Problems without a field of their own. */
  readonly others: readonly ProfileProblem[];
}

/** The first rows as the mapping reads them, beside how they stand in the file; anew at every change. */
export function MappingPreview({ form, others }: MappingPreviewProps): ReactNode {
  const id = useId();
  const { preview, problems, previewFailure, isReading } = form;
  return (
    <Paper
      component="section"
      aria-labelledby={id}
      aria-busy={isReading}
      p="md"
      bg="var(--hedgerow-canvas)"
      className={classes.preview}
    >
      <Stack gap="sm">
        <div>
          <Title order={3} id={id} size="h5">
            What the first rows become
          </Title>
          <Text size="sm" c="dimmed">
            Nothing is stored yet. It changes with every choice.
          </Text>
        </div>
        {previewFailure !== null && <Failure failure={previewFailure} />}
        {others.map(({ code, field, message, fix }) => (
          <Alert key={`${code} ${field} ${message}`} color="red" title={message}>
            {fix}
          </Alert>
        ))}
        {preview !== null && (
          <Text size="sm">
            Times: {preview.timeZone} ({zoneFrom[preview.timeZoneFrom]}).{' '}
            {preview.decimalMark === ',' ? 'Decimals have a comma.' : 'Decimals have a point.'}
          </Text>
        )}
        {problems.length > 0 && <Text size="sm">The rows appear as soon as nothing is missing.</Text>}
        {problems.length === 0 && preview !== null && (
          <>
            <Text size="sm">{previewCounts(preview)}</Text>
            <DataTable
              label="The first rows and what they become"
              rows={rowsToShow(preview)}
              columns={columns}
              rowKey={({ line }) => String(line)}
            />
          </>
        )}
      </Stack>
    </Paper>
  );
}

const zoneFrom: Readonly<Record<NonNullable<MappingForm['preview']>['timeZoneFrom'], string>> = {
  file: 'said by the file',
  'file-name': 'said by the file’s name',
  assumed: 'assumed: please check',
  given: 'chosen by you',
};

const columns: readonly Column<PreviewRow>[] = [
  { key: 'line', header: 'Line', align: 'right', width: '56px', cell: ({ line }) => line },
  { key: 'becomes', header: 'Becomes', cell: (row) => <Becomes row={row} /> },
  { key: 'raw', header: 'In the file', cell: ({ raw }) => <RawRow raw={raw} /> },
];

function Becomes({ row: { time, words, problems } }: { readonly row: PreviewRow }): ReactNode {
  return (
    <>
      {time !== null && (
        <Text size="xs" c="dimmed">
          <DateText value={time} time />
        </Text>
      )}
      <Text size="sm" {...(time === null && { c: 'dimmed' })}>
        <Sentence>{words}</Sentence>
      </Text>
      {problems.map(({ severity, message, fix }) => (
        <Text key={message} size="xs" c={severity === 'error' ? 'red' : 'yellow'}>
          {severity === 'error' ? 'Cannot be read: ' : 'Please check: '}
          <Sentence>{severity === 'error' ? `${message} ${fix}` : message}</Sentence>
        </Text>
      ))}
    </>
  );
}
