import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../shared/contract/contract.ts';
import { daysBetween, formatAge } from './date-format.ts';
import { Sentence } from './hide-amounts.tsx';
import { DateText } from './numbers.tsx';

export type ImportantDate = CallAnswer<'plan.dates'>['dates'][number];

const words: Readonly<Record<ImportantDate['kind'], string>> = {
  'long-term': 'Long-term',
  expiry: 'Contract ends',
  step: 'Your plan',
  'year-end-mark': 'Taxed as if sold',
  'year-end': 'Year end',
};

export interface DatesListProps {
  readonly dates: readonly ImportantDate[];
  /** The day that "in 9 days" counts from. */
  readonly today: string;
}

/** Dates that matter for tax and hedge, each with what happens and how far off it is. */
export function DatesList({ dates, today }: DatesListProps): ReactNode {
  return (
    <ol style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 12 }}>
      {dates.map((entry, index) => (
        <li
          key={`${entry.date} ${entry.kind} ${index}`}
          style={{ display: 'grid', gridTemplateColumns: '104px 1fr', gap: 12 }}
        >
          <div>
            <Text size="sm" fw={600}>
              <DateText value={entry.date} />
            </Text>
            <Text size="xs" c="dimmed">
              {formatAge(daysBetween(entry.date, today))}
            </Text>
          </div>
          <div>
            <Text size="sm">
              <Sentence>{entry.text}</Sentence>
            </Text>
            <Badge size="sm" variant="light" color="gray" tt="none" mt={2}>
              {words[entry.kind]}
            </Badge>
          </div>
        </li>
      ))}
    </ol>
  );
}
