import { Badge, Group, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { daysBetween, formatAge } from './date-format.ts';
import { DateText } from './numbers.tsx';

/** Prices older than this are said to be aged: Hedgerow never fetches any, so they only get older. */
const agedAfterDays = 3;

function isAged(pricesAsOf: string | null, today: string): boolean {
  return pricesAsOf !== null && daysBetween(pricesAsOf, today) > agedAfterDays;
}

export interface AsOfProps {
  /** The oldest of the newest prices in use. */
  readonly pricesAsOf: string | null;
  /** The day that the ledger's figures are for. */
  readonly today: string;
}

/** The date of the prices behind the figures, marked when they have aged. */
export function AsOf({ pricesAsOf, today }: AsOfProps): ReactNode {
  if (pricesAsOf === null) {
    return (
      <Text size="sm" c="dimmed">
        No prices yet
      </Text>
    );
  }
  const days = daysBetween(pricesAsOf, today);
  return (
    <Group gap={6} wrap="nowrap">
      <Text size="sm" span>
        Prices of <DateText value={pricesAsOf} />
      </Text>
      {isAged(pricesAsOf, today) && (
        <Badge
          color="yellow"
          variant="light"
          tt="none"
          leftSection={<IconClockExclamation size={14} aria-hidden="true" />}
        >
          {formatAge(days)}
        </Badge>
      )}
    </Group>
  );
}
