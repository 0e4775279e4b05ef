import { Button, Text } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { useCall } from '../../../rpc/use-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { formatCount } from '../../../ui/number-format.ts';
import { DateText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { RawRow } from '../../../ui/raw-row.tsx';
import { Failure } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { placeWords } from '../row-place.ts';
import { useDecideRows } from './use-decide-rows.ts';

type Decision = CallAnswer<'imports.decisions'>['decisions'][number];

/** Rows that were counted or left out by hand; nothing stands here until there are some. */
export function DecisionsPanel(): ReactNode {
  const { data } = useCall('imports.decisions', {});
  const { decide, busy, failure } = useDecideRows();
  const columns = useMemo(
    () => columnsOf((event) => decide([{ event, choice: 'by-rule' }]), busy),
    [decide, busy],
  );
  if (data === undefined || data.decisions.length === 0) return null;
  return (
    <Panel
      title="Decided by hand"
      about="Rows that you counted or left out against the rules. Remembered whatever files they come in."
    >
      {failure !== null && <Failure failure={failure} />}
      <DataTable
        label="Rows decided by hand"
        rows={data.decisions}
        columns={columns}
        rowKey={({ event }) => event}
      />
    </Panel>
  );
}

function columnsOf(takeBack: (event: string) => void, busy: boolean): readonly Column<Decision>[] {
  return [
    {
      key: 'decided',
      header: 'Decided',
      cell: ({ decidedAt }) => <DateText value={decidedAt} time />,
    },
    {
      key: 'choice',
      header: 'What counts',
      cell: ({ choice, copies, why }) => (
        <>
          {choiceWords(choice, copies)}
          {why !== '' && (
            <Text size="xs" c="dimmed">
              {why}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'row',
      header: 'Row',
      cell: ({ row }) =>
        row === null ? (
          'not in the ledger at present'
        ) : (
          <>
            <Text size="xs" c="dimmed">
              {placeWords(row)}
            </Text>
            <RawRow raw={row.raw} />
          </>
        ),
    },
    {
      key: 'back',
      header: 'Take back',
      cell: ({ event, row }) => (
        <Button
          size="xs"
          variant="default"
          disabled={busy}
          aria-label={`Take the decision back${row === null ? '' : `: ${placeWords(row)}`}`}
          onClick={() => takeBack(event)}
        >
          Take back
        </Button>
      ),
    },
  ];
}

function choiceWords(choice: Decision['choice'], copies: number): string {
  if (choice === 'out') return 'Left out of everything';
  return copies === 1 ? 'Always counts' : `Counts ${formatCount(copies)} times`;
}
