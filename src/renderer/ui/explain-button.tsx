import { ActionIcon } from '@mantine/core';
import { IconListTree } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export interface ExplainButtonProps {
  /** What is explained, for who does not see the figure beside it. */
  readonly of: string;
  onClick(): void;
}

/** The small button beside a figure that opens "how computed". */
export function ExplainButton({ of, onClick }: ExplainButtonProps): ReactNode {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={24}
      ms={4}
      style={{ verticalAlign: 'middle' }}
      aria-label={`How computed: ${of}`}
      title="How computed"
      onClick={onClick}
    >
      <IconListTree size={14} aria-hidden="true" />
    </ActionIcon>
  );
}
