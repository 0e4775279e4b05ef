import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { useNavigation } from '../../ui/navigation.tsx';
import { Page } from '../../ui/page.tsx';
import { Answer } from '../../ui/states.tsx';
import { AdoptModal } from './adopt/adopt-modal.tsx';
import { LegDrawer } from './leg/leg-drawer.tsx';
import { LegsTab } from './legs-tab.tsx';
import { NothingToWatch } from './nothing-to-watch.tsx';
import { PricesTab } from './prices/prices-tab.tsx';
import { RisksInView } from './risks-in-view.tsx';
import { StatusHead } from './status-head.tsx';
import { StressTab } from './stress/stress-tab.tsx';
import { rowKey, type Monitor } from './view-model.ts';

const tabs = ['legs', 'prices', 'stress'] as const;
type Tab = (typeof tabs)[number];
const labels: Readonly<Record<Tab, string>> = {
  legs: 'Hedges',
  prices: 'Prices up and down',
  stress: 'Stress test',
};

function tabOf(text: string | undefined): Tab {
  return tabs.find((tab) => tab === text) ?? 'legs';
}

/** Is any hedge drifting or in danger? */
export function MonitorPage(): ReactNode {
  const monitor = useCall('monitor.read', {});
  return (
    <Page title="Hedge monitor" question="Is any hedge drifting or in danger?">
      <Answer of={monitor} what="Looking at your hedges">
        {(answer) => (answer.rows.length === 0 ? <NothingToWatch /> : <Watched monitor={answer} />)}
      </Answer>
    </Page>
  );
}

function Watched({ monitor }: { readonly monitor: Monitor }): ReactNode {
  const { params, go } = useNavigation();
  const tab = tabOf(params['tab']);
  const stay = (extra: Readonly<Record<string, string>> = {}): void =>
    go('monitor', { ...(tab === 'legs' ? {} : { tab }), ...extra });
  return (
    <>
      <StatusHead monitor={monitor} openLeg={(leg) => stay({ leg })} adopt={() => stay({ adopt: 'all' })} />
      <RisksInView />
      <Tabs
        value={tab}
        onChange={(next) => go('monitor', { tab: tabOf(next ?? undefined) })}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {labels[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="legs">
          <LegsTab
            monitor={monitor}
            openLeg={(row) => stay({ leg: rowKey(row) })}
            adopt={(position) => stay({ adopt: position })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="prices">
          <PricesTab rows={monitor.rows} coin={params['coin']} onCoin={(coin) => stay({ coin })} />
        </Tabs.Panel>
        <Tabs.Panel value="stress">
          <StressTab />
        </Tabs.Panel>
      </Tabs>
      <LegDrawer monitor={monitor} open={params['leg']} onClose={() => stay()} />
      <AdoptModal open={params['adopt']} today={monitor.asOf} onClose={() => stay()} />
    </>
  );
}
