import { List } from '@mantine/core';
import type { ReactNode } from 'react';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { Fold } from './fold.tsx';

export interface AssumptionsProps {
  readonly title: string;
  /** Whole sentences of the core. */
  readonly sentences: readonly string[];
}

/** What figures rest on, folded away until someone wants to know. */
export function Assumptions({ title, sentences }: AssumptionsProps): ReactNode {
  if (sentences.length === 0) return null;
  return (
    <Fold title={`${title} (${sentences.length})`}>
      <List size="sm" spacing={4} mt="xs">
        {sentences.map((sentence) => (
          <List.Item key={sentence}>
            <Sentence>{sentence}</Sentence>
          </List.Item>
        ))}
      </List>
    </Fold>
  );
}
