import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigation } from '../../ui/navigation.tsx';
import { formatCount } from '../../ui/number-format.ts';
import { StepHeading } from '../../ui/step-heading.tsx';
import { Failure } from '../../ui/states.tsx';
import { LineCounts } from './lines/line-counts.tsx';
import { NextLooksList } from './next/next-looks-list.tsx';
import type { Confirmed } from './import-flow.ts';
import { useUndoBatches } from './use-undo-batches.ts';
import { rowsStored } from './view-model.ts';

export interface DoneStepProps {
  readonly confirmed: Confirmed;
  onMore(): void;
}

/** "3 were already here, 1 was left out." */
function aboutWords(already: number, skipped: number): string {
  if (already === 0 && skipped === 0) return 'Nothing of it was here before.';
  const were = (count: number): string => `${formatCount(count)} ${count === 1 ? 'was' : 'were'}`;
  return `${were(already)} already here${skipped > 0 ? `, ${were(skipped)} left out` : ''}.`;
}

/** It is stored; one click undoes all of it. */
export function DoneStep({ confirmed, onMore }: DoneStepProps): ReactNode {
  const { go } = useNavigation();
  const { undo, busy, failure } = useUndoBatches();
  const { added, already, skippedRows, batches, files } = confirmed;
  const undoAll = async (): Promise<void> => {
    if (await undo(batches.map(({ id }) => id))) onMore();
  };
  return (
    <Stack>
      <Group gap="sm">
        <IconCircleCheck size={28} aria-hidden="true" color="var(--hedgerow-gain)" />
        <StepHeading title={rowsStored(added)} about={aboutWords(already, skippedRows)} />
      </Group>
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {files.map(({ upload, file, lines }) => (
          <li key={upload}>
            <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
              {file}
            </Text>
            <LineCounts lines={lines} />
          </li>
        ))}
      </Stack>
      <Stack gap="xs">
        <Title order={3} size="h5">
          What to look at next
        </Title>
        <NextLooksList />
      </Stack>
      {failure !== null && <Failure failure={failure} />}
      <Group>
        <Button onClick={() => go('overview')}>See the overview</Button>
        <Button variant="default" onClick={onMore}>
          Import more files
        </Button>
        <Button
          variant="subtle"
          color="gray"
          loading={busy}
          leftSection={<IconArrowBackUp size={18} aria-hidden="true" />}
          onClick={() => void undoAll()}
        >
          Undo this import
        </Button>
      </Group>
    </Stack>
  );
}
