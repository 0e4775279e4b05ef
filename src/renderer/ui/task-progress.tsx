import { Button, Group, Progress, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TaskProgress } from '../rpc/use-task.ts';
import { formatCount } from './number-format.ts';

export interface TaskProgressBarProps {
  /** What is being done, until the core says its own phase: "Reading the files". */
  readonly what: string;
  readonly progress: TaskProgress | null;
  onCancel?(): void;
}

/** How far long work is, in rows, and the way to stop it. */
export function TaskProgressBar({ what, progress, onCancel }: TaskProgressBarProps): ReactNode {
  const share = shareOf(progress);
  const phase = progress?.phase ?? what;
  return (
    <Group gap="md" wrap="nowrap" role="status">
      <div style={{ flex: 1 }}>
        <Text size="sm" mb={6}>
          {phase}
          {progress !== null && progress.total !== null && (
            <Text span c="dimmed" size="sm">
              {' '}
              · {formatCount(progress.done)} of {formatCount(progress.total)}
            </Text>
          )}
        </Text>
        <Progress value={share ?? 100} animated={share === null} size="md" aria-label={phase} />
      </div>
      {onCancel !== undefined && (
        <Button variant="default" size="xs" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </Group>
  );
}

/** 0 to 100; null while the end is not known. */
function shareOf(progress: TaskProgress | null): number | null {
  if (progress === null || progress.total === null || progress.total === 0) return null;
  return Math.min(100, Math.round((100 * progress.done) / progress.total));
}
