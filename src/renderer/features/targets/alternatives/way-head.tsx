import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import type { Ask } from './ask-draft.ts';
import type { WayLine } from './way-lines.tsx';
import { wayNames, waySaid, type Answer, type Way } from './view-model.ts';

export interface SideBySideProps {
  readonly answer: Answer;
  readonly ask: Ask;
}

export interface WaysShownProps extends SideBySideProps {
  readonly lines: readonly WayLine[];
}

/** Name, what it is, and whether it costs least or why it cannot be done. */
export function WayHead({ way, isBest }: { readonly way: Way; readonly isBest: boolean }): ReactNode {
  return (
    <>
      {isBest && (
        <Badge variant="light" color="teal" tt="none" mb={4}>
          {way.kind === 'nothing' || way.kind === 'new-money' ? 'costs least' : 'cheapest of the three'}
        </Badge>
      )}
      {!way.possible && (
        <Badge variant="light" color="gray" tt="none" mb={4}>
          not possible
        </Badge>
      )}
      <Text fw={600} size="sm">
        {wayNames[way.kind]}
      </Text>
      <Text size="xs" c="dimmed" fw={400}>
        {way.why === null || way.possible ? waySaid[way.kind] : <Sentence>{way.why}</Sentence>}
      </Text>
    </>
  );
}
