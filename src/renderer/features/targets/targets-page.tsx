import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigation } from '../../ui/navigation.tsx';
import { Page } from '../../ui/page.tsx';
import { WaysTab } from './alternatives/ways-tab.tsx';
import { CatalogueTab } from './catalogue/catalogue-tab.tsx';
import { HedgeTab } from './hedge-tab.tsx';
import { MarketTab } from './market/market-tab.tsx';
import { PolicyTab } from './policy/policy-tab.tsx';
import { tabOf, tabs, type Tab } from './view-model.ts';

const labels: Readonly<Record<Tab, string>> = {
  hedge: 'Hedge',
  ways: 'Ways back',
  policy: 'Targets & rules',
  contracts: 'Contracts',
  market: 'Liquidity & sentiment',
};

/** What futures trade gets me to target without selling? */
export function TargetsPage(): ReactNode {
  const { params, go } = useNavigation();
  const tab = tabOf(params['tab']);
  return (
    <Page title="Targets & hedge" question="What futures trade gets me to my target without selling?">
      <Tabs
        value={tab}
        onChange={(next) => go('targets', { tab: tabOf(next ?? undefined) })}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {labels[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="hedge">
          <HedgeTab />
        </Tabs.Panel>
        <Tabs.Panel value="ways">
          <WaysTab />
        </Tabs.Panel>
        <Tabs.Panel value="policy">
          <PolicyTab />
        </Tabs.Panel>
        <Tabs.Panel value="contracts">
          <CatalogueTab contract={params['contract'] ?? null} />
        </Tabs.Panel>
        <Tabs.Panel value="market">
          <MarketTab />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
