import { Badge, Group, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { daysBetween, formatAge } from './date-format.ts';
import { DateText } from './numbers.tsx';

/** Prices older than this are said to be aged: Hedgerow never fetches any, so they only get older. */
const agedAfterDays = 3;

function isAged(pricesDay: string | null, today: string): boolean {
  return pricesDay !== null && daysBetween(pricesDay, today) > agedAfterDays;
}

export interface AsOfProps {
  /** Of the oldest of the newest prices in use, by the user's own calendar. */
  readonly pricesDay: string | null;
  /** The day that the ledger's figures are for. */
  readonly today: string;
}

/** The date of the prices behind the figures, marked when they have aged. */
export function AsOf({ pricesDay, today }: AsOfProps): ReactNode {
  if (pricesDay === null) {
    return (
      <Text size="sm" c="dimmed">
        No prices yet
      </Text>
    );
  }
  const days = daysBetween(pricesDay, today);
  return (
    <Group gap={6} wrap="nowrap">
      <Text size="sm" span>
        Prices of <DateText value={pricesDay} />
      </Text>
      {isAged(pricesDay, today) && (
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
