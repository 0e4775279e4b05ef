import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { Answer } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { OutcomeBadge } from '../level-badge.tsx';
import { otherRisks, type RiskRow } from '../risks.ts';

/** The register of risks, without those that stand at the top of the screen anyway. */
export function OtherRisks(): ReactNode {
  const call = useCall('stress.register', {});
  return (
    <Answer of={call} what="Weighing the risks">
      {({ rows }) => (
        <DataTable
          label="Other risks"
          rows={otherRisks(rows)}
          rowKey={({ risk }) => risk}
          columns={columns}
          maxHeight={640}
        />
      )}
    </Answer>
  );
}

const columns: readonly Column<RiskRow>[] = [
  { key: 'state', header: 'State', cell: ({ state }) => <OutcomeBadge state={state} /> },
  {
    key: 'risk',
    header: 'Risk',
    width: '18%',
    cell: ({ name }) => (
      <Text size="sm" fw={600}>
        {name}
      </Text>
    ),
  },
  { key: 'words', header: 'As it stands', width: '40%', cell: ({ words }) => <Sentence>{words}</Sentence> },
  { key: 'todo', header: 'What to do', cell: ({ todo }) => <Sentence>{todo}</Sentence> },
];
