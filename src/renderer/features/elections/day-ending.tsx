import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { useNavigation } from '../../ui/navigation.tsx';
import type { EndingToday } from './view-model.ts';

export interface DayEndingProps {
  readonly ending: readonly EndingToday[];
  /** Puts a hedge on record. */
  onIdentify(leg: string): void;
}

/** What has to be on record before the taxpayer's day ends: tomorrow it is too late. */
export function DayEnding({ ending, onIdentify }: DayEndingProps): ReactNode {
  const { go } = useNavigation();
  if (ending.length === 0) return null;
  return (
    <Alert
      color="orange"
      icon={<IconClockExclamation aria-hidden="true" />}
      title={
        ending.length === 1
          ? 'This counts only if it is recorded today'
          : 'These count only if they are recorded today'
      }
    >
      <Stack gap="sm">
        {ending.map(({ kind, leg, position, contractName, words }) => (
          <Group
            key={`${kind} ${leg ?? position ?? contractName}`}
            justify="space-between"
            align="flex-start"
          >
            <Text size="sm" maw={760}>
              <Sentence>{words}</Sentence>
            </Text>
            {kind === 'unidentified' && leg !== null ? (
              <Button size="xs" variant="default" onClick={() => onIdentify(leg)}>
                Put it on record
              </Button>
            ) : (
              <Button size="xs" variant="default" onClick={() => go('monitor', leg === null ? {} : { leg })}>
                Link its trades
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}
