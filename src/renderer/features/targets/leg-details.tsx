import { Accordion, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { LegCarry } from './leg-carry.tsx';
import { LegCost } from './leg-cost.tsx';
import { LegMargin } from './leg-margin.tsx';
import { LegSize } from './leg-size.tsx';
import type { HedgeChoice } from './use-targets.ts';
import { orderWords, type Leg } from './view-model.ts';

export interface LegDetailsProps {
  readonly legs: readonly Leg[];
  readonly choice: HedgeChoice;
}

/** One leg at a time: its size, its margin, what holding it costs, what the order costs. */
export function LegDetails({ legs, choice }: LegDetailsProps): ReactNode {
  const [first] = legs;
  if (first === undefined) return null;
  return (
    <Accordion defaultValue={keyOf(first)} variant="separated" order={3}>
      {legs.map((leg) => (
        <Accordion.Item key={keyOf(leg)} value={keyOf(leg)}>
          <Accordion.Control>
            {leg.asset}: {orderWords(leg).toLowerCase()} of {leg.contractName}
          </Accordion.Control>
          <Accordion.Panel>
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="xl">
              <LegSize leg={leg} choice={choice} />
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

function keyOf({ asset, contract }: Leg): string {
  return `${asset} ${contract}`;
}
