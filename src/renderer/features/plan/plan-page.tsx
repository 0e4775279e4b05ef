import { Button, Group, Tabs } from '@mantine/core';
import { IconListCheck, IconUserDollar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { useNavigation } from '../../ui/navigation.tsx';
import { Page } from '../../ui/page.tsx';
import { CalendarTab } from './calendar/calendar-tab.tsx';
import { CloseOutTab } from './close-out/close-out-tab.tsx';
import { ExitTab } from './exit/exit-tab.tsx';
import { planTabOf, planTabs, planTabWords, type PlanTab } from './plan-tabs.ts';
import { ProfileDrawer } from './profile-drawer.tsx';
import { RecordsPanel } from './records-panel.tsx';
import { ScenariosTab } from './scenarios/scenarios-tab.tsx';
import { WhatIfTab } from './what-if/what-if-tab.tsx';
import { YearsTab } from './years/years-tab.tsx';

/** What must I close, when, and what will it cost in tax? */
export function PlanPage(): ReactNode {
  const { params, go } = useNavigation();
  const { profile: drawer, ...elsewhere } = params;
  const profile = useCall('plan.profile', {});
  const missing = profile.data !== undefined && profile.data.profile === null;
  const openProfile = (): void => go('plan', { ...elsewhere, profile: 'open' });
  return (
    <Page
      title="Year-end plan"
      question="What must I close, when, and what will it cost in tax?"
      action={
        <Group gap="sm" className="no-print">
          <Button
            variant="default"
            leftSection={<IconListCheck size={16} aria-hidden="true" />}
            onClick={() => go('elections')}
          >
            Tax choices
          </Button>
          <Button
            variant={missing ? 'filled' : 'default'}
            leftSection={<IconUserDollar size={16} aria-hidden="true" />}
            onClick={openProfile}
          >
            {missing ? 'Enter your tax details' : 'Your tax details'}
          </Button>
        </Group>
      }
    >
      <Tabs
        value={planTabOf(params)}
        onChange={(tab) => go('plan', { ...elsewhere, tab: planTabOf(tab === null ? {} : { tab }) })}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {planTabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {planTabWords[tab]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {planTabs.map((tab) => (
          <Tabs.Panel key={tab} value={tab}>
            <TabOf tab={tab} profileMissing={missing} openProfile={openProfile} />
          </Tabs.Panel>
        ))}
      </Tabs>
      <ProfileDrawer opened={drawer === 'open'} onClose={() => go('plan', elsewhere)} profile={profile} />
    </Page>
  );
}

interface TabProps {
  readonly tab: PlanTab;
  readonly profileMissing: boolean;
  openProfile(): void;
}

function TabOf({ tab, ...profile }: TabProps): ReactNode {
  switch (tab) {
    case 'exit':
      return <ExitTab {...profile} />;
    case 'calendar':
      return <CalendarTab />;
    case 'close-out':
      return <CloseOutTab />;
    case 'scenarios':
      return <ScenariosTab {...profile} />;
    case 'years':
      return <YearsTab {...profile} />;
    case 'what-if':
      return <WhatIfTab {...profile} />;
    case 'records':
      return <RecordsPanel />;
  }
}
