import { Accordion, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { LegCarry } from './leg-carry.tsx';
import { LegCost } from './leg-cost.tsx';
import { LegMargin } from './leg-margin.tsx';
import { LegSize } from './leg-size.tsx';
import type { HedgeActions } from './use-targets.ts';
import { orderWords, type Leg } from './view-model.ts';

export interface LegDetailsProps {
  readonly legs: readonly Leg[];
  readonly act: HedgeActions;
}

/** One leg at a time: its size, its margin, what holding it costs, what the order costs. */
export function LegDetails({ legs, act }: LegDetailsProps): ReactNode {
  if (legs.length === 0) return null;
  // A panel that is kept out of sight would keep amounts that were hidden since.
  return (
    <Accordion defaultValue={nameOf(0)} variant="separated" order={3} keepMounted={false}>
      {legs.map((leg, index) => (
        <Accordion.Item key={nameOf(index)} value={nameOf(index)}>
          <Accordion.Control>
            {leg.asset}: <Sentence>{orderWords(leg).toLowerCase()}</Sentence> of {leg.contractName}
          </Accordion.Control>
          <Accordion.Panel>
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="xl">
              <LegSize leg={leg} act={act} />
              <LegMargin leg={leg} />
              <LegCarry leg={leg} />
              <LegCost leg={leg} />
            </SimpleGrid>
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

/** It becomes part of an id, so it holds nothing that an id may not. */
function nameOf(index: number): string {
  return `leg-${index + 1}`;
}
