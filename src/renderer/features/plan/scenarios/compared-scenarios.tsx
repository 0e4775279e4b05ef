import { Badge, Button, Group, Modal, Stack, Switch, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowsDiff, IconFlag } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTask } from '../../../rpc/use-task.ts';
import { ExplainTrace } from '../../../ui/explain-trace.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { Issues } from '../../../ui/issues.tsx';
import { useLayer } from '../../../ui/layers.ts';
import { useNavigation } from '../../../ui/navigation.tsx';
import { Failure } from '../../../ui/states.tsx';
import { TaskProgressBar } from '../../../ui/task-progress.tsx';
import { WhatIf } from '../../../ui/what-if.tsx';
import { SentenceList } from '../exit/sentence-list.tsx';
import {
  groupWords,
  rowsByGroup,
  type Compared,
  type ComparedColumn,
  type ComparedRow,
} from './scenario-model.ts';
import { ScenarioValue } from './scenario-value.tsx';
import classes from './scenarios.module.css';

/** Two to four plans beside each other, differences marked; each column says whether it is real. */
export function ComparedScenarios({ compared }: { readonly compared: Compared }): ReactNode {
  const { columns, rows, words, title } = compared;
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const [applied, setApplied] = useState<ComparedColumn | null>(null);
  const issues = columns.flatMap((column) => column.issues);
  return (
    <WhatIf
      title={title}
      about="The column of your ledger is a plan on its facts as they are; the others suppose something. Nothing here changes your ledger."
    >
      <Stack gap="md">
        <div role="status">
          <SentenceList sentences={words} />
        </div>
        <Switch
          label="Only what differs"
          checked={onlyDifferent}
          onChange={(event) => setOnlyDifferent(event.currentTarget.checked)}
        />
        <div className={classes.scroller}>
          <Table aria-label="Scenarios side by side" className={classes.compared} verticalSpacing="xs">
            <Heads columns={columns} onApply={setApplied} />
            {rowsByGroup(rows, onlyDifferent).map(({ group, rows: inGroup }) => (
              <Table.Tbody key={group}>
                <Table.Tr>
                  <Table.Th scope="rowgroup" colSpan={columns.length + 1} className={classes.group}>
                    {groupWords[group]}
                  </Table.Th>
                </Table.Tr>
                {inGroup.map((row) => (
                  <Row key={row.id} row={row} columns={columns} />
                ))}
              </Table.Tbody>
            ))}
          </Table>
        </div>
        {issues.length > 0 && <Issues issues={issues} />}
      </Stack>
      <ApplyModal column={applied} onClose={() => setApplied(null)} />
    </WhatIf>
  );
}

interface HeadsProps {
  readonly columns: readonly ComparedColumn[];
  onApply(column: ComparedColumn): void;
}

function Heads({ columns, onApply }: HeadsProps): ReactNode {
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Td />
        {columns.map((column) => {
          const { id, name, isLedger, sentence, failure, schedule } = column;
          return (
            <Table.Th key={id} scope="col" className={classes.head} data-ledger={isLedger || undefined}>
              <Group gap={6}>
                <span>{name}</span>
                <Badge size="sm" variant="light" color={isLedger ? 'teal' : 'orange'} tt="none">
                  {isLedger ? 'Your ledger' : 'What if'}
                </Badge>
              </Group>
              <Text size="xs" fw={400} mt={4}>
                <Sentence>
                  {sentence ?? (failure === null ? 'No plan.' : `${failure.message} ${failure.fix}`)}
                </Sentence>
              </Text>
              {!isLedger && schedule !== null && (
                <Button
                  size="compact-xs"
                  variant="default"
                  mt={6}
                  leftSection={<IconFlag size={12} aria-hidden="true" />}
                  onClick={() => onApply(column)}
                >
                  Make it a plan
                </Button>
              )}
            </Table.Th>
          );
        })}
      </Table.Tr>
    </Table.Thead>
  );
}

interface RowProps {
  readonly row: ComparedRow;
  readonly columns: readonly ComparedColumn[];
}

function Row({ row, columns }: RowProps): ReactNode {
  return (
    <Table.Tr data-differs={row.differs || undefined} className={classes.row}>
      <Table.Th scope="row" fw={row.differs ? 600 : 400}>
        <span className={classes.label}>
          {row.differs && <IconArrowsDiff size={14} aria-label="differs:" />}
          <Sentence>{row.label}</Sentence>
        </span>
      </Table.Th>
      {columns.map((column, index) => (
        <Table.Td key={column.id}>
          <ScenarioFigure row={row} column={column} value={row.values[index] ?? null} />{' '}
          {row.least.includes(index) && (
            <Badge size="xs" variant="light" color="teal" tt="none">
              least
            </Badge>
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

interface ScenarioFigureProps {
  readonly row: ComparedRow;
  readonly column: ComparedColumn;
  readonly value: string | null;
}

/** A figure that came with its trace opens it. */
function ScenarioFigure({ row, column, value }: ScenarioFigureProps): ReactNode {
  const figure = <ScenarioValue value={value} unit={row.unit} />;
  const found = value === null ? undefined : column.traces.find((one) => one.row === row.id);
  if (found === undefined) return figure;
  return (
    <ExplainTrace trace={found.trace} of={`${row.label}: ${column.name}`}>
      {figure}
    </ExplainTrace>
  );
}

interface ApplyModalProps {
  /** null: closed. */
  readonly column: ComparedColumn | null;
  onClose(): void;
}

/** Applying makes steps to do, and says so; the ledger stays as it is. */
function ApplyModal({ column, onClose }: ApplyModalProps): ReactNode {
  const isTop = useLayer(column !== null);
  const apply = useTask('scenarios.apply');
  const { go } = useNavigation();
  const run = async (): Promise<void> => {
    if (column === null || column.schedule === null) return;
    const result = await apply.run({ id: column.id, schedule: column.schedule });
    if (result?.ok !== true) return;
    onClose();
    notifications.show({
      color: 'hedge',
      title: 'Plan saved',
      message: `${result.value.steps.length} steps to do. Your ledger was not changed.`,
    });
    go('plan', { tab: 'close-out', exit: result.value.plan });
  };
  return (
    <Modal
      opened={column !== null}
      onClose={onClose}
      closeOnEscape={isTop}
      title={column === null ? '' : `Make “${column.name}” a plan`}
    >
      <Stack gap="md">
        <Text size="sm">
          Its days become steps of a saved exit plan, in your calendar and your to-do list, priced on your
          ledger as it is. What the scenario assumes about prices, income and tax does not come true by that,
          and no row of your ledger changes.
        </Text>
        {column?.sentence !== undefined && column.sentence !== null && (
          <Text size="sm" fw={600}>
            <Sentence>{column.sentence}</Sentence>
          </Text>
        )}
        {apply.busy && (
          <TaskProgressBar what="Saving the plan" progress={apply.progress} onCancel={apply.cancel} />
        )}
        {apply.failure !== null && <Failure failure={apply.failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={apply.busy} onClick={() => void run()}>
            Create the steps
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
