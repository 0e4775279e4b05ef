import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { daysBetween, formatAge } from './date-format.ts';
import type { DateGroup, DateKind } from './grouped-dates.ts';
import { Sentence } from './hide-amounts.tsx';
import { DateText } from './numbers.tsx';

export const dateKindWords: Readonly<Record<DateKind, string>> = {
  'long-term': 'Long-term',
  expiry: 'Contract ends',
  step: 'Your plan',
  'year-end-mark': 'Taxed as if sold',
  'year-end': 'Year end',
};

export interface DatesListProps {
  readonly dates: readonly DateGroup[];
  /** The day that "in 9 days" counts from. */
  readonly today: string;
}

/** Dates that matter for tax and hedge, each with what happens and how far off it is. */
export function DatesList({ dates, today }: DatesListProps): ReactNode {
  return (
    <ol style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 14 }}>
      {dates.map(({ date, kind, texts }) => (
        <li key={`${date} ${kind}`} style={{ display: 'grid', gridTemplateColumns: '104px 1fr', gap: 12 }}>
          <div>
            <Text size="sm" fw={600}>
              <DateText value={date} />
            </Text>
            <Text size="xs" c="dimmed">
              {formatAge(daysBetween(date, today))}
            </Text>
          </div>
          <div>
            {texts.map((text, index) => (
              <Text key={`${text} ${index}`} size="sm">
                <Sentence>{text}</Sentence>
              </Text>
            ))}
            <Badge size="sm" variant="light" color="gray" tt="none" mt={2}>
              {dateKindWords[kind]}
            </Badge>
          </div>
        </li>
      ))}
    </ol>
  );
}
