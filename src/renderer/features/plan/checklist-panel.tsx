import { Badge, Button, Text, VisuallyHidden } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCommand, type CommandState } from '../../rpc/use-command.ts';
import { formatDate } from '../../ui/date-format.ts';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { DateText } from '../../ui/numbers.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failure } from '../../ui/states.tsx';
import { isLate, nextStep, stepsInOrder, whenWords, type Plan, type Step } from './view-model.ts';
import classes from './plan.module.css';

export interface ChecklistPanelProps {
  readonly plan: Plan;
  readonly today: string;
}

/** What to do of a hedge that was saved, in order, and what is done. */
export function ChecklistPanel({ plan, today }: ChecklistPanelProps): ReactNode {
  const mark = useCommand('plan.markStep');
  const done = plan.steps.filter(({ doneAt }) => doneAt !== null).length;
  return (
    <Panel title="Steps of the hedge" about={`${done} of ${plan.steps.length} steps done`}>
      <Text size="sm" mb="sm">
        <Sentence>{plan.sentence}</Sentence>
      </Text>
      <ol className={classes.steps}>
        {stepsInOrder(plan).map((step) => (
          <StepItem
            key={step.id}
            step={step}
            plan={plan}
            today={today}
            isNext={step.id === nextStep(plan)?.id}
            mark={mark}
          />
        ))}
      </ol>
      {mark.failure !== null && <Failure failure={mark.failure} />}
    </Panel>
  );
}

interface StepItemProps {
  readonly step: Step;
  readonly plan: Plan;
  readonly today: string;
  readonly isNext: boolean;
  readonly mark: CommandState<'plan.markStep'>;
}

function StepItem({ step, plan, today, isNext, mark }: StepItemProps): ReactNode {
  const done = step.doneAt !== null;
  const Icon = done ? IconCircleCheckFilled : IconCircleDashed;
  return (
    <li className={classes.step} data-next={isNext || undefined}>
      <Icon size={20} aria-hidden="true" className={done ? classes.doneIcon : classes.openIcon} />
      <div>
        <Text size="sm" fw={600}>
          <DateText value={step.date} />
        </Text>
        {isLate(step, today) ? (
          <Badge size="sm" variant="light" color="orange" tt="none">
            {whenWords(step, today)}
          </Badge>
        ) : (
          <Text size="xs" c="dimmed">
            {whenWords(step, today)}
          </Text>
        )}
      </div>
      <Text size="sm">
        <Sentence>{step.text}</Sentence>
      </Text>
      <Button
        size="compact-sm"
        variant={isNext ? 'filled' : done ? 'subtle' : 'default'}
        loading={mark.busy && isNext}
        onClick={() => void mark.run({ plan: plan.id, step: step.id, done: !done })}
      >
        {done ? 'Not done' : 'Mark step done'}
        <VisuallyHidden>: {formatDate(step.date)}</VisuallyHidden>
      </Button>
    </li>
  );
}
