import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';

export interface StepButtonsProps {
  /** The primary action. */
  readonly next: ReactNode;
  onBack?(): void;
  onCancel(): void;
}

/** On, back, or out. */
export function StepButtons({ next, onBack, onCancel }: StepButtonsProps): ReactNode {
  return (
    <Group>
      {next}
      {onBack !== undefined && (
        <Button variant="default" onClick={onBack}>
          Back
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={onCancel}>
        Cancel the import
      </Button>
    </Group>
  );
}
