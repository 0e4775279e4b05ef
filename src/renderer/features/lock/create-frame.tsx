import { Group, Button, Paper, Stepper } from '@mantine/core';
import type { ReactNode } from 'react';

const steps = ['Place and passphrase', 'Recovery key', 'Check the key', 'Your taxes'] as const;

export interface CreateFrameProps {
  /** 0 to 3. */
  readonly step: number;
  onCancel(): void;
  readonly children: ReactNode;
}

/** The four steps of creating a ledger, and the way back out of each. */
export function CreateFrame({ step, onCancel, children }: CreateFrameProps): ReactNode {
  return (
    <Paper p="xl">
      <Stepper active={step} size="sm" mb="xl" allowNextStepsSelect={false} aria-label="Steps">
        {steps.map((label, index) => (
          <Stepper.Step
            key={label}
            label={label}
            allowStepSelect={false}
            {...(index === step ? { 'aria-current': 'step' as const } : {})}
          />
        ))}
      </Stepper>
      {children}
      <Group mt="lg">
        <Button variant="subtle" color="gray" size="xs" onClick={onCancel}>
          Cancel and go back to the start
        </Button>
      </Group>
    </Paper>
  );
}
