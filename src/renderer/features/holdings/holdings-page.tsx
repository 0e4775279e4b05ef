import { Button, Tabs } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { useNavigation } from '../../ui/navigation.tsx';
import { Page } from '../../ui/page.tsx';
import { GainsTab } from './gains-tab.tsx';
import { HoldingsTab } from './holdings-tab.tsx';
import { LotsTab } from './lots-tab.tsx';
import { PricesDrawer } from './prices-drawer.tsx';
import { TransactionsTab } from './transactions-tab.tsx';
import { tabOf, tabs, type Tab } from './view-model.ts';

const labels: Readonly<Record<Tab, string>> = {
  holdings: 'Holdings',
  lots: 'Lots',
  gains: 'Gains by year',
  transactions: 'Transactions',
};

/** What is this position made of? */
export function HoldingsPage(): ReactNode {
  const { params, go } = useNavigation();
  const tab = tabOf(params['tab']);
  const { prices, ...elsewhere } = params;
  return (
    <Page
      title="Holdings & lots"
      question="What is each position made of, and what would selling it mean?"
      action={<PricesButton onOpen={() => go('holdings', { ...params, prices: 'open' })} />}
    >
      <Tabs
        value={tab}
        onChange={(next) => go('holdings', { ...elsewhere, tab: tabOf(next ?? undefined) })}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {labels[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="holdings">
          <HoldingsTab asset={params['asset'] ?? null} />
        </Tabs.Panel>
        <Tabs.Panel value="lots">
          <LotsTab asset={params['asset'] ?? null} />
        </Tabs.Panel>
        <Tabs.Panel value="gains">
          <GainsTab />
        </Tabs.Panel>
        <Tabs.Panel value="transactions">
          <TransactionsTab asset={params['asset'] ?? null} />
        </Tabs.Panel>
      </Tabs>
      <PricesDrawer opened={prices === 'open'} onClose={() => go('holdings', elsewhere)} />
    </Page>
  );
}

/** The main thing to do here while prices are missing or aged; else a quiet way to the same place. */
function PricesButton({ onOpen }: { onOpen(): void }): ReactNode {
  const { data } = useCall('prices.read', {});
  const missing = data?.missing.length ?? 0;
  const aged = data?.prices.filter(({ stale }) => stale).length ?? 0;
  const words = missing > 0 ? `Enter ${missing} missing` : aged > 0 ? 'Update prices' : 'Prices';
  return (
    <Button
      variant={missing + aged > 0 ? 'filled' : 'default'}
      leftSection={<IconTag size={16} aria-hidden="true" />}
      onClick={onOpen}
    >
      {missing > 0 ? `${words} ${missing === 1 ? 'price' : 'prices'}` : words}
    </Button>
  );
}
