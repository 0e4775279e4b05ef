import { Drawer, Group, Stack, Tabs, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { useLayer } from '../../../ui/layers.ts';
import { Answer, EmptyState } from '../../../ui/states.tsx';
import { LevelBadge } from '../level-badge.tsx';
import { PriceGridPanel } from '../prices/price-grid.tsx';
import { MarginForm } from '../settings/margin-form.tsx';
import { ThresholdsForm } from '../settings/thresholds-form.tsx';
import { rowOf, stateWords, type Leg, type Legs, type Monitor, type Row } from '../view-model.ts';
import { ClosePanel } from './close-panel.tsx';
import { DriftPanel } from './drift-panel.tsx';
import { LegFigures } from './leg-figures.tsx';
import { LegLife } from './leg-life.tsx';
import { LegLots } from './leg-lots.tsx';
import { LinkableFills } from './linkable-fills.tsx';
import { ProposalPanel } from './proposal-panel.tsx';

export interface LegDrawerProps {
  readonly monitor: Monitor;
  /** The key of the row that is open. */
  readonly open: string | undefined;
  onClose(): void;
}

/** All that is known of one hedge. */
export function LegDrawer({ monitor, open, onClose }: LegDrawerProps): ReactNode {
  const isTop = useLayer(open !== undefined);
  const row = rowOf(monitor.rows, open);
  return (
    <Drawer
      opened={open !== undefined}
      onClose={onClose}
      closeOnEscape={isTop}
      position="right"
      size="min(860px, 100%)"
      title={row === null ? 'Hedge' : `${row.asset} hedge with ${row.symbol}`}
    >
      {open !== undefined &&
        (row === null ? <ClosedLeg leg={open} /> : <Content key={open} row={row} monitor={monitor} />)}
    </Drawer>
  );
}

/** A leg that the list leaves out: it is closed. */
function ClosedLeg({ leg }: { readonly leg: string }): ReactNode {
  const call = useCall('monitor.read', { leg, closed: true });
  return (
    <Answer of={call} what="Reading the hedge">
      {(answer) => {
        const [row] = answer.rows;
        return row === undefined ? (
          <EmptyState title="This hedge is not there any more">
            Its plan was dropped, or its position is closed. Close this window to see the others.
          </EmptyState>
        ) : (
          <Content row={row} monitor={answer} />
        );
      }}
    </Answer>
  );
}

const labels = {
  now: 'Now',
  life: 'Life and fills',
  lots: 'Lots it hedges',
  prices: 'Prices up and down',
  close: 'Close it',
  settings: 'Warnings and margin',
} as const;
type Part = keyof typeof labels;

function isPart(text: string | null): text is Part {
  return text !== null && text in labels;
}

/** What a row can show: what belongs to no leg has no life, what is closed cannot be closed. */
function partsOf({ leg, position }: Row): readonly Part[] {
  return [
    'now',
    ...(leg === null ? [] : (['life', 'lots'] as const)),
    ...(position === null ? [] : (['prices'] as const)),
    ...(leg === null || position === null ? [] : (['close'] as const)),
    'settings',
  ];
}

function Content({ row, monitor }: { readonly row: Row; readonly monitor: Monitor }): ReactNode {
  const [part, setPart] = useState<Part>('now');
  return (
    <Stack gap="lg">
      <div>
        <Group gap="sm">
          <LevelBadge level={row.level} />
          <Text size="sm" c="dimmed">
            {row.leg === null ? 'belongs to no hedge yet' : stateWords[row.state]}
          </Text>
        </Group>
        <Text size="sm" fw={600} mt={6}>
          <Sentence>{row.next}</Sentence>
        </Text>
      </div>
      <Tabs value={part} onChange={(next) => isPart(next) && setPart(next)} keepMounted={false}>
        <Tabs.List mb="lg">
          {partsOf(row).map((each) => (
            <Tabs.Tab key={each} value={each}>
              {labels[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {partsOf(row).map((each) => (
          <Tabs.Panel key={each} value={each}>
            <PartOf part={each} row={row} monitor={monitor} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}

interface PartProps {
  readonly part: Part;
  readonly row: Row;
  readonly monitor: Monitor;
}

function PartOf({ part, row, monitor }: PartProps): ReactNode {
  switch (part) {
    case 'now':
      return <Now row={row} monitor={monitor} />;
    case 'life':
      return (
        <OfLeg leg={row.leg}>
          {(leg) => (
            <Stack gap="xl">
              <LegLife leg={leg} />
              <LinkableFills leg={leg} />
            </Stack>
          )}
        </OfLeg>
      );
    case 'lots':
      return <OfLeg leg={row.leg}>{(leg) => <LegLots leg={leg} />}</OfLeg>;
    case 'prices':
      return row.position === null ? null : <PriceGridPanel coin={row.asset} leg={row.position} />;
    case 'close':
      return row.leg === null ? null : (
        <ClosePanel leg={row.leg} asset={row.asset} currency={monitor.currency} />
      );
    case 'settings':
      return (
        <Stack gap="xl">
          <ThresholdsForm
            of={row.leg ?? row.position ?? ''}
            thresholds={row.thresholds}
            own={row.ownThresholds}
          />
          {row.position !== null && (
            <MarginForm position={row.position} margin={row.margin} settleAsset={row.settleAsset} />
          )}
        </Stack>
      );
  }
}

function Now({ row, monitor }: { readonly row: Row; readonly monitor: Monitor }): ReactNode {
  const { rows, currency } = monitor;
  return (
    <Stack gap="xl">
      <LegFigures row={row} rows={rows} currency={currency} />
      {row.drift !== null && <DriftPanel drift={row.drift} row={row} currency={currency} />}
      {row.leg !== null && row.state !== 'closed' && <ProposalPanel leg={row.leg} />}
    </Stack>
  );
}

interface OfLegProps {
  readonly leg: string | null;
  readonly children: (leg: Leg) => ReactNode;
}

function OfLeg({ leg: id, children }: OfLegProps): ReactNode {
  const call = useCall('hedge.legs', {});
  return (
    <Answer of={call} what="Reading the life of the hedge">
      {(answer) => {
        const leg = legOf(answer, id);
        return leg === null ? null : children(leg);
      }}
    </Answer>
  );
}

function legOf({ plans }: Legs, id: string | null): Leg | null {
  return plans.flatMap(({ legs }) => legs).find(({ leg }) => leg === id) ?? null;
}
