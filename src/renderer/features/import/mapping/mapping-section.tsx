import { Paper, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

export interface MappingSectionProps {
  readonly title: string;
  readonly about?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of the mapping. */
export function MappingSection({ title, about, children }: MappingSectionProps): ReactNode {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} p="md" bg="var(--hedgerow-canvas)">
      <Title order={3} id={id} size="h5">
        {title}
      </Title>
      {about !== undefined && (
        <Text size="sm" c="dimmed" mb="sm">
          {about}
        </Text>
      )}
      {children}
    </Paper>
  );
}
