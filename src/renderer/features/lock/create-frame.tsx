import { Button, Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { StepList } from '../../ui/step-list.tsx';

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
      <Stack gap="xl">
        <div className="no-print">
          <StepList steps={steps} active={step} />
        </div>
        {children}
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          onClick={onCancel}
          w="fit-content"
          className="no-print"
        >
          Cancel and go back to the start
        </Button>
      </Stack>
    </Paper>
  );
}
