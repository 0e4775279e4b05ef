import { List } from '@mantine/core';
import type { ReactNode } from 'react';
import { Sentence } from '../../../ui/hide-amounts.tsx';

/** Whole sentences of the core, one a point. */
export function SentenceList({ sentences }: { readonly sentences: readonly string[] }): ReactNode {
  if (sentences.length === 0) return null;
  return (
    <List size="sm" spacing={4} mt="xs">
      {sentences.map((sentence) => (
        <List.Item key={sentence}>
          <Sentence>{sentence}</Sentence>
        </List.Item>
      ))}
    </List>
  );
}
