import { Badge, Button, Select, Text, VisuallyHidden } from '@mantine/core';
import { IconChecklist, IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCommand, type CommandState } from '../../rpc/use-command.ts';
import { formatDate } from '../../ui/date-format.ts';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { useNavigation } from '../../ui/navigation.tsx';
import { DateText } from '../../ui/numbers.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, Failure } from '../../ui/states.tsx';
import {
  isLate,
  newestFirst,
  nextStep,
  stepsInOrder,
  whenWords,
  type Plan,
  type Step,
} from './view-model.ts';
import classes from './plan.module.css';

export interface ChecklistPanelProps {
  readonly plans: readonly Plan[];
  readonly plan: Plan | null;
  readonly today: string;
}

/** What to do, in order, and what is done. */
export function ChecklistPanel({ plans, plan, today }: ChecklistPanelProps): ReactNode {
  const mark = useCommand('plan.markStep');
  const done = plan?.steps.filter(({ doneAt }) => doneAt !== null).length ?? 0;
  return (
    <Panel
      title="Checklist"
      about={plan === null ? undefined : `${done} of ${plan.steps.length} steps done`}
      aside={plans.length > 1 && plan !== null && <PlanSelect plans={plans} plan={plan} />}
    >
      {plan === null ? (
        <NoPlan />
      ) : (
        <>
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
        </>
      )}
    </Panel>
  );
}

function NoPlan(): ReactNode {
  const { go } = useNavigation();
  return (
    <EmptyState
      title="No plan saved yet"
      icon={<IconChecklist aria-hidden="true" />}
      action={
        <Button variant="default" onClick={() => go('targets')}>
          Size a hedge
        </Button>
      }
    >
      Size a hedge and save it as a plan: its steps, from opening the futures to selling the right lots, stand
      here with their dates.
    </EmptyState>
  );
}

function PlanSelect({ plans, plan }: { readonly plans: readonly Plan[]; readonly plan: Plan }): ReactNode {
  const { go, params } = useNavigation();
  return (
    <Select
      aria-label="Plan"
      data={newestFirst(plans).map(({ id, createdAt, exitDate }) => ({
        value: id,
        label: `Exit ${formatDate(exitDate)}, saved ${formatDate(createdAt)}`,
      }))}
      value={plan.id}
      onChange={(id) => id !== null && go('plan', { ...params, plan: id })}
      allowDeselect={false}
      w={280}
    />
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
