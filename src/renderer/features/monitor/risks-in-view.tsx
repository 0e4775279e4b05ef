import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer } from '../../ui/states.tsx';
import { OutcomeBadge } from './level-badge.tsx';
import { risksInView, type RiskRow } from './risks.ts';

/** Margin, basis and complexity: the price of a hedge, in view as long as there is one. */
export function RisksInView(): ReactNode {
  const call = useCall('stress.register', {});
  return (
    <Panel
      title="What these hedges can cost you"
      about="Three risks that stay as long as futures are open, as your own figures stand."
    >
      <Answer of={call} what="Weighing the risks">
        {({ rows }) => {
          const shown = risksInView(rows);
          return (
            <SimpleGrid
              component="ul"
              cols={{ base: 1, sm: shown.length }}
              spacing="xl"
              m={0}
              p={0}
              style={{ listStyle: 'none' }}
            >
              {shown.map((row) => (
                <RiskItem key={row.risk} row={row} />
              ))}
            </SimpleGrid>
          );
        }}
      </Answer>
    </Panel>
  );
}

function RiskItem({ row }: { readonly row: RiskRow }): ReactNode {
  return (
    <li>
      <Stack gap={4}>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {row.name}
          </Text>
          <OutcomeBadge state={row.state} />
        </Group>
        <Text size="sm">
          {/* Counts of legs and venues tell nobody how much is owned. */}
          {row.risk === 'complexity' ? row.words : <Sentence>{row.words}</Sentence>}
        </Text>
        <Text size="sm" c="dimmed">
          <Sentence>{row.todo}</Sentence>
        </Text>
      </Stack>
    </li>
  );
}
