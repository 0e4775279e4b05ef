import { List, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { LevelBadge } from '../level-badge.tsx';
import type { Row } from '../view-model.ts';

/** What warns of the leg, the worst first. */
export function LegAlarms({ alarms }: Pick<Row, 'alarms'>): ReactNode {
  return (
    <section>
      <Title order={3} mb="xs">
        What needs a look
      </Title>
      <List listStyleType="none" spacing={6}>
        {alarms.map(({ field, level, words }) => (
          <List.Item key={`${field} ${words}`}>
            <LevelBadge level={level} />{' '}
            <Text size="sm" span>
              <Sentence>{words}</Sentence>
            </Text>
          </List.Item>
        ))}
      </List>
    </section>
  );
}
