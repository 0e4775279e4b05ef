import { Code, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { hiddenDots, useHideAmounts } from '../../../ui/hide-amounts.tsx';

const samplesShown = 3;
const longest = 40;

/** The first different cells of a column. With hidden amounts, each cell with a digit goes: it may be an amount. */
export function SampleCells({ samples }: { readonly samples: readonly string[] }): ReactNode {
  const { hidden } = useHideAmounts();
  if (samples.length === 0) {
    return (
      <Text size="xs" c="dimmed">
        empty
      </Text>
    );
  }
  return (
    <Group gap={4}>
      {samples.slice(0, samplesShown).map((sample) => (
        <Code key={sample} style={{ overflowWrap: 'anywhere' }}>
          {hidden && /\d/u.test(sample) ? hiddenDots : shortened(sample)}
        </Code>
      ))}
    </Group>
  );
}

function shortened(sample: string): string {
  return sample.length <= longest ? sample : `${sample.slice(0, longest - 1)}…`;
}
