import { NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCommand } from '../../rpc/use-command.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failure } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { Term } from '../../ui/term.tsx';
import type { AccountForm } from './view-model.ts';

const formWords = {
  basis: 'It reports proceeds and cost to the IRS',
  'no-basis': 'It reports proceeds only',
  none: 'No form comes from it',
} as const satisfies Readonly<Record<AccountForm['form'], string>>;

export interface BrokerFormsPanelProps {
  readonly year: number;
  readonly accounts: readonly AccountForm[];
}

/** What each broker reports decides the boxes of Form 8949: assumed until the user says it. */
export function BrokerFormsPanel({ year, accounts }: BrokerFormsPanelProps): ReactNode {
  const save = useCommand('reports.setBrokerForm');
  if (accounts.length === 0) return null;
  const columns: readonly Column<AccountForm>[] = [
    {
      key: 'account',
      header: 'Account',
      cell: ({ accountName }) => (
        <Text span size="sm" fw={600}>
          {accountName}
        </Text>
      ),
    },
    {
      key: 'form',
      header: 'What its form shows',
      cell: ({ account, accountName, form, isSet }) => (
        <NativeSelect
          size="xs"
          w={320}
          aria-label={`What ${accountName} reports for ${year}`}
          disabled={save.busy}
          value={isSet ? form : 'assumed'}
          data={[
            { value: 'assumed', label: isSet ? 'As Hedgerow assumes' : `Assumed: ${formWords[form]}` },
            ...Object.entries(formWords).map(([value, label]) => ({ value, label })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            void save.run({ account, year, form: value in formWords ? (value as AccountForm['form']) : null })
          }
        />
      ),
    },
    {
      key: 'why',
      header: 'Why',
      cell: ({ why, isSet }) => (
        <Text size="sm" c="dimmed">
          {isSet ? 'You said so.' : <Sentence>{why}</Sentence>}
        </Text>
      ),
    },
  ];
  return (
    <Panel
      title={`What your brokers report for ${year}`}
      about={
        <>
          The boxes of Form 8949 depend on it. Look at each <Term id="form-1099-da" /> that you were sent.
        </>
      }
    >
      <DataTable
        label={`What brokers report for ${year}`}
        rows={accounts}
        columns={columns}
        rowKey={({ account }) => account}
      />
      {save.failure !== null && <Failure failure={save.failure} />}
    </Panel>
  );
}
