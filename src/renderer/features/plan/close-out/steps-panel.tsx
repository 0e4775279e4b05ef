import { Badge, Button, Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCommand } from '../../../rpc/use-command.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { DateText, MoneyText, QuantityText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Failure } from '../../../ui/states.tsx';
import type { Column } from '../../../ui/table-model.ts';
import { canTick, stateColors, stateWords, type ExitPlanKept, type SheetStep } from './sheet-model.ts';

export interface StepsPanelProps {
  readonly plan: ExitPlanKept;
  readonly steps: readonly SheetStep[];
  readonly title: string;
}

/** Steps with what came in: imported files tick them; a tick by hand stays marked as one. */
export function StepsPanel({ plan, steps, title }: StepsPanelProps): ReactNode {
  const tick = useCommand('exit.tick');
  const deviations = [...new Set(steps.flatMap((step) => step.deviations))];
  return (
    <Panel title={title} about="Import your files after trading: they tick the steps that they show.">
      <DataTable
        label={title}
        rows={steps}
        rowKey={({ id }) => id}
        columns={columnsOf(
          plan,
          (step) => void tick.run({ plan: plan.id, step: step.id, done: step.tickedByHand === null }),
        )}
      />
      {deviations.map((words) => (
        <Text key={words} size="sm" mt="xs">
          <Sentence>{words}</Sentence>
        </Text>
      ))}
      {tick.failure !== null && <Failure failure={tick.failure} />}
    </Panel>
  );
}

function columnsOf(plan: ExitPlanKept, tick: (step: SheetStep) => void): readonly Column<SheetStep>[] {
  return [
    { key: 'date', header: 'Day', width: '120px', cell: ({ date }) => <DateText value={date} /> },
    { key: 'what', header: 'Step', cell: ({ words }) => <Sentence>{words}</Sentence> },
    {
      key: 'state',
      header: 'State',
      width: '150px',
      cell: ({ state }) => (
        <Badge variant="light" color={stateColors[state]} tt="none">
          {stateWords[state]}
        </Badge>
      ),
    },
    {
      key: 'filled',
      header: 'Came in',
      align: 'right',
      cell: ({ filled, quantity }) => (
        <>
          <QuantityText value={filled} /> of <QuantityText value={quantity} />
        </>
      ),
    },
    {
      key: 'expected',
      header: 'Expected',
      align: 'right',
      onlyWide: true,
      cell: ({ expected }) => (
        <MoneyText value={expected.value ?? expected.futuresResult} currency={plan.currency} />
      ),
    },
    {
      key: 'actual',
      header: 'Actual',
      align: 'right',
      onlyWide: true,
      cell: ({ actual }) =>
        actual === null ? (
          'nothing yet'
        ) : (
          <MoneyText value={actual.value ?? actual.futuresResult} currency={plan.currency} />
        ),
    },
    {
      key: 'tick',
      header: 'By hand',
      width: '110px',
      cell: (step) =>
        canTick(step) && (
          <Button variant="default" size="compact-xs" className="no-print" onClick={() => tick(step)}>
            {step.tickedByHand === null ? 'Tick' : 'Take back'}
            <VisuallyHidden>
              : <Sentence>{step.words}</Sentence>
            </VisuallyHidden>
          </Button>
        ),
    },
  ];
}
