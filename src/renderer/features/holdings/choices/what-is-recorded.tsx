import { List, Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Says exactly what will be recorded before it is. */
export function WhatIsRecorded({ sentences }: { readonly sentences: readonly string[] }): ReactNode {
  return (
    <Paper component="section" aria-label="What will be recorded" withBorder p="md">
      <Text size="sm" fw={600} mb={4}>
        What will be recorded
      </Text>
      <List size="sm" spacing={4}>
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </Paper>
  );
}
