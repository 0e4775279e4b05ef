import { Badge, Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheckFilled, IconCircleDashed, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../shared/contract/contract.ts';
import { useCall } from '../rpc/use-call.ts';
import { Sentence } from './hide-amounts.tsx';
import { useNavigation, type ScreenId } from './navigation.tsx';
import { Answer } from './states.tsx';
import classes from './hedge-checklist.module.css';

type Step = CallAnswer<'hedge.checklist'>['steps'][number];

const looks: Readonly<
  Record<Step['state'], { readonly word: string; readonly icon: Icon; readonly color: string }>
> = {
  done: { word: 'Done', icon: IconCircleCheckFilled, color: 'teal' },
  open: { word: 'To do', icon: IconCircleDashed, color: 'gray' },
  attention: { word: 'Needs a look', icon: IconAlertTriangle, color: 'orange' },
};

export interface HedgeChecklistProps {
  /** Which plan it is about; the newest where left out. */
  readonly plan?: string;
  /** The screen that it stands on: a step that goes on right here has no button. */
  readonly on: ScreenId;
}

/**
 * The six steps from a target to the exit. The ledger ticks them, so one can stop anywhere and go on another day:
 * what is open next stands out, with the way there.
 */
export function HedgeChecklist({ plan, on }: HedgeChecklistProps): ReactNode {
  const call = useCall('hedge.checklist', plan === undefined ? {} : { plan });
  return (
    <Answer of={call} what="Looking at how far you are">
      {({ steps, current, sentence }) => (
        <>
          <Text size="sm" mb="sm">
            <Sentence>{sentence}</Sentence>
          </Text>
          <ol className={classes.steps} aria-label="Six steps of a hedge">
            {steps.map((step) => (
              <StepItem key={step.id} step={step} isCurrent={step.number === current} on={on} />
            ))}
          </ol>
        </>
      )}
    </Answer>
  );
}

interface StepItemProps {
  readonly step: Step;
  readonly isCurrent: boolean;
  readonly on: ScreenId;
}

function StepItem({ step, isCurrent, on }: StepItemProps): ReactNode {
  const { go } = useNavigation();
  const { word, icon: Icon, color } = looks[step.state];
  const { next } = step;
  return (
    <li
      className={classes.step}
      data-current={isCurrent || undefined}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <Icon size={20} aria-hidden="true" className={classes.icon} data-state={step.state} />
      <div>
        <Text size="sm" fw={600}>
          {step.number}. {step.title}{' '}
          <Badge size="sm" variant="light" color={color} tt="none">
            {word}
          </Badge>
        </Text>
        <Text size="sm" c="dimmed">
          <Sentence>{step.words}</Sentence>
        </Text>
        {next !== null && (isCurrent || step.state === 'attention') && next.screen !== on && (
          <Button
            size="compact-sm"
            mt={6}
            variant={isCurrent ? 'filled' : 'default'}
            onClick={() => go(next.screen)}
          >
            {next.words.replace(/\.$/u, '')}
          </Button>
        )}
        {next !== null && next.screen === on && step.state !== 'done' && (
          <Text size="sm" fw={600}>
            Here: <Sentence>{next.words}</Sentence>
          </Text>
        )}
      </div>
    </li>
  );
}
