import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { lineWords, type LineCounts as Counts } from './line-words.ts';

/** One sentence in which every line of a file is counted. */
export function LineCounts({ lines }: { readonly lines: Counts }): ReactNode {
  return <Text size="sm">{lineWords(lines)}</Text>;
}
