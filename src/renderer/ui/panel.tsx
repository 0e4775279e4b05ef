import { Group, Paper, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

export interface PanelProps {
  readonly title: string;
  /** One sentence under the title. */
  readonly about?: ReactNode;
  /** Controls at the right of the title. */
  readonly aside?: ReactNode;
  /** Left out where title, sentence and controls say it all. */
  readonly children?: ReactNode;
}

/** A titled part of a screen. */
export function Panel({ title, about, aside, children }: PanelProps): ReactNode {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} p="lg">
      <Group justify="space-between" align="flex-start" mb={children === undefined ? 0 : 'md'} gap="md">
        <div style={{ flex: '1 1 320px' }}>
          <Title order={2} id={id} size="h4">
            {title}
          </Title>
          {about !== undefined && (
            <Text size="sm" c="dimmed" mt={2}>
              {about}
            </Text>
          )}
        </div>
        {aside}
      </Group>
      {children}
    </Paper>
  );
}
