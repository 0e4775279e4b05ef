import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount, signOf } from '../../ui/number-format.ts';
import { QuantityText } from '../../ui/numbers.tsx';
import { Failure } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { TaskProgressBar } from '../../ui/task-progress.tsx';
import type { Preview } from './import-flow.ts';
import { StepHeading } from '../../ui/step-heading.tsx';
import { StepButtons } from './step-buttons.tsx';
import { countWords, kindsWords, stepAfterDetect, totalsOf, whyNotConfirm } from './view-model.ts';
import type { WizardStepProps } from './wizard-props.ts';

type Balance = Preview['balances'][number];

const columns: readonly Column<Balance>[] = [
  { key: 'asset', header: 'Asset', cell: ({ asset }) => asset },
  { key: 'account', header: 'Account', cell: ({ accountName }) => accountName },
  { key: 'before', header: 'Now', align: 'right', cell: ({ before }) => <QuantityText value={before} /> },
  {
    key: 'after',
    header: 'After the import',
    align: 'right',
    cell: ({ after }) => <After value={after} />,
  },
];

/** Less than nothing cannot be held: something has not been imported yet. */
function After({ value }: { readonly value: string }): ReactNode {
  return (
    <>
      <QuantityText value={value} />
      {signOf(value) === 'down' && (
        <Text size="xs" c="yellow">
          less than zero: a file is still missing
        </Text>
      )}
    </>
  );
}

/** What will be stored and what it changes: the last look before anything is written. */
export function ConfirmStep({ preview, flow, state }: WizardStepProps): ReactNode {
  const totals = totalsOf(preview.files);
  const refusal = whyNotConfirm(preview, flow.leaveOutBadRows);
  const { confirm, move } = state;
  return (
    <Stack gap="lg">
      <StepHeading
        title={totals.new === 0 ? 'Nothing to store' : 'This will be stored'}
        about={`${countWords(totals)}${totals.badRows > 0 && flow.leaveOutBadRows ? ` · ${formatCount(totals.badRows)} left out` : ''}`}
      />
      <Group gap="xs">
        {totals.already > 0 && totals.new > 0 && <Text size="sm">All rows of the files:</Text>}
        {kindsWords(totals).map((words) => (
          <Badge key={words} variant="light" color="gray" tt="none" size="lg">
            {words}
          </Badge>
        ))}
      </Group>
      {preview.balances.length > 0 && (
        <DataTable
          label="Balances before and after"
          rows={preview.balances}
          columns={columns}
          rowKey={({ asset, account }) => `${account} ${asset}`}
        />
      )}
      {refusal !== null && <Text role="status">{refusal}</Text>}
      {confirm.failure !== null && <Failure failure={confirm.failure} />}
      {confirm.busy ? (
        <TaskProgressBar
          what="Storing the rows"
          unit="bytes"
          progress={confirm.progress}
          onCancel={confirm.cancel}
        />
      ) : (
        <StepButtons
          next={
            <Button disabled={refusal !== null} onClick={state.store}>
              {totals.new === 1 ? 'Import 1 row' : `Import ${formatCount(totals.new)} rows`}
            </Button>
          }
          onBack={() => move({ type: 'go', step: stepAfterDetect(preview) === 'check' ? 'check' : 'detect' })}
          onCancel={state.restart}
        />
      )}
    </Stack>
  );
}
