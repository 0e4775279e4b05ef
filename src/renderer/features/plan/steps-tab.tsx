import { Grid } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { Answer } from '../../ui/states.tsx';
import { ChecklistPanel } from './checklist-panel.tsx';
import { DatesPanel } from './dates-panel.tsx';
import { chosenPlan } from './view-model.ts';

export interface StepsTabProps {
  readonly planId: string | undefined;
}

/** What to do next, and when what happens. */
export function StepsTab({ planId }: StepsTabProps): ReactNode {
  const holdings = useCall('holdings.read', {});
  const plans = useCall('targets.plans', {});
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Answer of={holdings} what="Reading your holdings">
          {({ asOf }) => (
            <Answer of={plans} what="Reading your plans">
              {(answer) => (
                <ChecklistPanel plans={answer.plans} plan={chosenPlan(answer.plans, planId)} today={asOf} />
              )}
            </Answer>
          )}
        </Answer>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <DatesPanel />
      </Grid.Col>
    </Grid>
  );
}
