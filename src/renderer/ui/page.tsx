import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface PageProps {
  readonly title: string;
  /** The one question that the screen answers. */
  readonly question: string;
  /** The one primary action, if there is something to do. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A screen: its name, its question, its action, its answer. */
export function Page({ title, question, action, children }: PageProps): ReactNode {
  return (
    <Stack gap="xl" maw={1520} mx="auto">
      <Group component="header" justify="space-between" align="flex-end" gap="md">
        <div>
          <Title order={1}>{title}</Title>
          <Text c="dimmed" mt={4}>
            {question}
          </Text>
        </div>
        {action}
      </Group>
      {children}
    </Stack>
  );
}
