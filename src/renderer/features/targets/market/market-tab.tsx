import { Button, Group, Stack, Text } from '@mantine/core';
import { IconChartHistogram } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { useNavigation } from '../../../ui/navigation.tsx';
import { Answer, EmptyState } from '../../../ui/states.tsx';
import { BookModal } from './book-modal.tsx';
import { ReadingsPanel } from './readings-panel.tsx';
import { SeriesPanel } from './series-panel.tsx';
import { SlippagePanel } from './slippage-panel.tsx';
import { TypeModal } from './type-modal.tsx';

/** What the user's files and hands say of depth, volume, funding and mood, and what an order would cost in it. */
export function MarketTab(): ReactNode {
  const series = useCall('market.series', {});
  const [open, setOpen] = useState<'type' | 'book' | null>(null);
  const { go } = useNavigation();
  const actions = (
    <Group gap="xs">
      <Button variant="default" onClick={() => go('import')}>
        Import a file
      </Button>
      <Button variant="default" onClick={() => setOpen('book')}>
        Paste an order book
      </Button>
      <Button variant="default" onClick={() => setOpen('type')}>
        Type a figure
      </Button>
    </Group>
  );
  return (
    <Answer of={series} what="Looking for market data">
      {({ series: rows }) => (
        <>
          <Stack gap="lg">
            {rows.length === 0 ? (
              <EmptyState
                title="No market data yet"
                icon={<IconChartHistogram aria-hidden="true" />}
                action={actions}
              >
                Hedgerow opens no connection. Files that you download yourself (Binance public data, fear and
                greed, CoinMetrics) or figures that you type stand here, with their source and age.
              </EmptyState>
            ) : (
              <>
                <Group justify="space-between" align="center" gap="md">
                  <Text size="sm" maw={720}>
                    Costs of orders, the carry of contracts and usual daily moves are worked out from these,
                    and say so where they stand. The rest is context: no figure follows from it.
                  </Text>
                  {actions}
                </Group>
                <ReadingsPanel />
              </>
            )}
            <SlippagePanel />
            {rows.length > 0 && <SeriesPanel series={rows} />}
          </Stack>
          {open === 'type' && <TypeModal onClose={() => setOpen(null)} />}
          {open === 'book' && <BookModal onClose={() => setOpen(null)} />}
        </>
      )}
    </Answer>
  );
}
