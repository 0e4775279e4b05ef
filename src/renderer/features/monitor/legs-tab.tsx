import { Button, Stack, Text } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { Issues } from '../../ui/issues.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer } from '../../ui/states.tsx';
import { ClosedLegs } from './closed-legs.tsx';
import { ExposureLeft } from './exposure-left.tsx';
import { LegsTable } from './legs-table.tsx';
import { DefaultsDrawer } from './settings/defaults-drawer.tsx';
import type { Monitor, Row } from './view-model.ts';

export interface LegsTabProps {
  readonly monitor: Monitor;
  openLeg(row: Row): void;
  adopt(position: string): void;
}

/** One row a hedge, the most urgent first, and what all of them leave over. */
export function LegsTab({ monitor, openLeg, adopt }: LegsTabProps): ReactNode {
  const [defaults, setDefaults] = useState(false);
  return (
    <Stack gap="lg">
      <Panel
        title="Your hedges, the most urgent first"
        about="Press a row for its life, the causes of its drift and the trade that brings it back."
        aside={
          <Button
            variant="default"
            size="xs"
            leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden="true" />}
            onClick={() => setDefaults(true)}
          >
            When to warn
          </Button>
        }
      >
        <LegsTable monitor={monitor} openLeg={openLeg} adopt={adopt} />
        <Text size="xs" c="dimmed" mt="sm">
          Times are UTC. Everything is as of the prices that you gave; nothing is fetched and nothing is
          ordered.
        </Text>
      </Panel>
      {monitor.issues.length > 0 && (
        <Panel title="What the figures leave open">
          <Issues issues={monitor.issues} />
        </Panel>
      )}
      <ExposureLeft assets={[...new Set(monitor.rows.map(({ asset }) => asset))]} />
      <Closed openLeg={openLeg} />
      <DefaultsDrawer opened={defaults} thresholds={monitor.defaults} onClose={() => setDefaults(false)} />
    </Stack>
  );
}

function Closed({ openLeg }: Pick<LegsTabProps, 'openLeg'>): ReactNode {
  const call = useCall('monitor.read', { closed: true });
  return (
    <Answer of={call} what="Reading closed hedges">
      {({ rows, currency }) => (
        <ClosedLegs
          rows={rows.filter(({ state }) => state === 'closed')}
          currency={currency}
          openLeg={openLeg}
        />
      )}
    </Answer>
  );
}
