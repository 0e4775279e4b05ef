import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { useNavigation } from '../../ui/navigation.tsx';
import { levelLooks } from './level-badge.tsx';
import { countWords, levelWords, rowKey, unclaimedRows, type Monitor } from './view-model.ts';

export interface StatusHeadProps {
  readonly monitor: Monitor;
  openLeg(key: string): void;
  adopt(): void;
}

/** The answer before any detail: the worst there is, what to do, and whether the prices can still be believed. */
export function StatusHead({ monitor, openLeg, adopt }: StatusHeadProps): ReactNode {
  const { header, rows } = monitor;
  const { color, icon: Icon } = levelLooks[header.level];
  const isCalm = header.level === 'calm';
  return (
    <Stack gap="sm">
      <Alert
        color={color}
        icon={<Icon aria-hidden="true" />}
        title={isCalm ? 'All is fine' : `${levelWords[header.level]}: ${countWords(header.counts)}`}
        role="status"
      >
        {!isCalm && (
          <Text size="sm" mb={4}>
            <Sentence>{header.sentence}</Sentence>
          </Text>
        )}
        <Text size="sm" fw={600}>
          <Sentence>{header.next}</Sentence>
        </Text>
        <Ways monitor={monitor} openLeg={openLeg} adopt={adopt} />
      </Alert>
      {header.counts.stale > 0 && <StalePrices count={header.counts.stale} of={rows.length} />}
    </Stack>
  );
}

/** Where to go on; nothing where nothing is to be done. */
function Ways({ monitor: { header, rows }, openLeg, adopt }: StatusHeadProps): ReactNode {
  const unclaimed = unclaimedRows(rows).length;
  const worst = header.level === 'calm' ? undefined : rows[0];
  if (worst === undefined && unclaimed === 0) return null;
  return (
    <Group gap="xs" mt="sm">
      {worst !== undefined && (
        <Button size="xs" onClick={() => openLeg(rowKey(worst))}>
          Open the most urgent
        </Button>
      )}
      {unclaimed > 0 && (
        <Button size="xs" variant="default" onClick={adopt}>
          {unclaimed === 1 ? 'Make the open position a hedge' : `Make ${unclaimed} positions a hedge`}
        </Button>
      )}
    </Group>
  );
}

function StalePrices({ count, of }: { readonly count: number; readonly of: number }): ReactNode {
  const { go } = useNavigation();
  return (
    <Alert
      color="yellow"
      icon={<IconClockExclamation aria-hidden="true" />}
      title={count === of ? 'The prices are too old' : `The prices of ${count} of ${of} hedges are too old`}
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          Hedgerow never fetches prices. What rests on an old one is marked “old price”: do not rely on it.
        </Text>
        <Button size="xs" variant="default" onClick={() => go('holdings', { prices: 'open' })}>
          Enter prices
        </Button>
      </Group>
    </Alert>
  );
}
