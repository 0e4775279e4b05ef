import { Button, Tabs } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { useNavigation } from '../../ui/navigation.tsx';
import { Page } from '../../ui/page.tsx';
import { UnknownCostContext } from '../../ui/unknown-cost.ts';
import { ChoicesTab } from './choices/choices-tab.tsx';
import { IdentifyDrawer } from './choices/identify-drawer.tsx';
import { CountdownTab } from './countdown-tab.tsx';
import { GainsTab } from './gains-tab.tsx';
import { HoldingsTab } from './holdings-tab.tsx';
import { LotsTab } from './lots-tab.tsx';
import { MethodsTab } from './methods/methods-tab.tsx';
import { PricesDrawer } from './prices-drawer.tsx';
import { TransactionsTab } from './transactions-tab.tsx';
import { tabOf, tabs, type Tab } from './view-model.ts';

const labels: Readonly<Record<Tab, string>> = {
  holdings: 'Holdings',
  lots: 'Lots',
  countdown: 'Turning long-term',
  gains: 'Gains by year',
  methods: 'Methods',
  transactions: 'Transactions',
  choices: 'Choices on record',
};

/** What is this position made of? */
export function HoldingsPage(): ReactNode {
  const { params, go } = useNavigation();
  const tab = tabOf(params['tab']);
  const { prices, identify, account, ...elsewhere } = params;
  const back = (): void => go('holdings', elsewhere);
  const unknownCost = useCall('holdings.read', {}).data?.unknownCost ?? 'zero-cost';
  return (
    <UnknownCostContext value={unknownCost}>
      <Page
        title="Holdings & lots"
        question="What is each position made of, and what would selling it mean?"
        action={<PricesButton onOpen={() => go('holdings', { ...elsewhere, prices: 'open' })} />}
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
          {tabs.map((each) => (
            <Tabs.Panel key={each} value={each}>
              <TabOf tab={each} />
            </Tabs.Panel>
          ))}
        </Tabs>
        <PricesDrawer opened={prices === 'open'} onClose={back} />
        <IdentifyDrawer
          opened={identify !== undefined}
          asset={identify === undefined || identify === '' ? null : identify}
          account={account ?? null}
          onClose={back}
        />
      </Page>
    </UnknownCostContext>
  );
}

function TabOf({ tab }: { readonly tab: Tab }): ReactNode {
  const { params, go } = useNavigation();
  const asset = params['asset'] ?? null;
  const year = params['year'] === undefined ? null : Number(params['year']);
  const identify = (of: string | null = null, account: string | null = null): void =>
    go('holdings', { ...params, identify: of ?? '', ...(account === null ? {} : { account }) });
  switch (tab) {
    case 'holdings':
      return <HoldingsTab asset={asset} />;
    case 'lots':
      return <LotsTab asset={asset} onIdentify={identify} />;
    case 'countdown':
      return <CountdownTab asset={asset} />;
    case 'gains':
      return <GainsTab asset={asset} />;
    case 'methods':
      return <MethodsTab year={year} />;
    case 'transactions':
      return <TransactionsTab asset={asset} />;
    case 'choices':
      return <ChoicesTab onIdentify={() => identify()} />;
  }
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
