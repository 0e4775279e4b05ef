import { Button, Group, Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { progressAsides, shareOf, type TaskProgress } from '../../shared/progress-words.ts';

export interface TaskProgressBarProps {
  /** What is being done, until the core says its own phase: "Reading the files". */
  readonly what: string;
  readonly progress: TaskProgress | null;
  /** What the core counts, where it counts things and not bytes: "rows"; or "bytes". */
  readonly unit?: string;
  onCancel?(): void;
}

/** How far long work is, how long it still takes, and the way to stop it. */
export function TaskProgressBar({ what, progress, unit, onCancel }: TaskProgressBarProps): ReactNode {
  const share = shareOf(progress);
  const phase = progress?.phase ?? what;
  const asides = progress === null ? [] : progressAsides(progress, unit);
  return (
    <Group gap="md" wrap="nowrap">
      <div style={{ flex: 1 }}>
        <Text size="sm" mb={6}>
          <span role="status">{phase}</span>
          <Text span c="dimmed" size="sm">
            {asides.map((aside) => ` · ${aside}`)}
          </Text>
        </Text>
        <Progress
          value={share === null ? 100 : Math.round(share * 100)}
          animated={share === null}
          size="md"
          aria-label={phase}
        />
      </div>
      {onCancel !== undefined && (
        <Button variant="default" size="xs" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </Group>
  );
}
