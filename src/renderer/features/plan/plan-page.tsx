import { Button, Grid } from '@mantine/core';
import { IconCalendarDollar, IconUserDollar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { useCall } from '../../rpc/use-call.ts';
import { useNavigation } from '../../ui/navigation.tsx';
import { Page } from '../../ui/page.tsx';
import { Answer, EmptyState } from '../../ui/states.tsx';
import { ChecklistPanel } from './checklist-panel.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { DatesPanel } from './dates-panel.tsx';
import { ProfileDrawer } from './profile-drawer.tsx';
import { RecordsPanel } from './records-panel.tsx';
import { TaxYearsPanel } from './tax-years-panel.tsx';
import { chosenPlan } from './view-model.ts';

/** What must I close, when, and what will it cost in tax? */
export function PlanPage(): ReactNode {
  const { params, go } = useNavigation();
  const { profile: drawer, ...elsewhere } = params;
  const openProfile = (): void => go('plan', { ...elsewhere, profile: 'open' });
  const holdings = useCall('holdings.read', {});
  const profile = useCall('plan.profile', {});
  const missing = profile.data !== undefined && profile.data.profile === null;
  const holdsNothing = holdings.data !== undefined && holdings.data.holdings.length === 0;
  return (
    <Page
      title="Year-end plan"
      question="What must I close, when, and what will it cost in tax?"
      action={
        <Button
          variant={missing && !holdsNothing ? 'filled' : 'default'}
          leftSection={<IconUserDollar size={16} aria-hidden="true" />}
          onClick={openProfile}
        >
          {missing ? 'Enter your tax details' : 'Your tax details'}
        </Button>
      }
    >
      <Answer of={holdings} what="Reading your holdings">
        {(held) =>
          held.holdings.length === 0 ? (
            <NothingHeld />
          ) : (
            <Filled
              holdings={held}
              profileMissing={missing}
              openProfile={openProfile}
              planId={params['plan']}
            />
          )
        }
      </Answer>
      <ProfileDrawer opened={drawer === 'open'} onClose={() => go('plan', elsewhere)} profile={profile} />
    </Page>
  );
}

function NothingHeld(): ReactNode {
  const { go } = useNavigation();
  return (
    <EmptyState
      title="Nothing to plan yet"
      icon={<IconCalendarDollar aria-hidden="true" />}
      action={<Button onClick={() => go('import')}>Import your exports</Button>}
    >
      Once your coins are imported, what selling them would cost in tax stands here: now, or later behind a
      hedge.
    </EmptyState>
  );
}

interface FilledProps {
  readonly holdings: CallAnswer<'holdings.read'>;
  readonly profileMissing: boolean;
  openProfile(): void;
  readonly planId: string | undefined;
}

function Filled({ holdings, profileMissing, openProfile, planId }: FilledProps): ReactNode {
  const plans = useCall('targets.plans', {});
  return (
    <Answer of={plans} what="Reading your plans">
      {(answer) => {
        const plan = chosenPlan(answer.plans, planId);
        return (
          <>
            <ComparePanel
              key={plan?.id ?? 'no plan'}
              holdings={holdings}
              plan={plan}
              profileMissing={profileMissing}
              openProfile={openProfile}
            />
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, lg: 7 }}>
                <ChecklistPanel plans={answer.plans} plan={plan} today={holdings.asOf} />
              </Grid.Col>
              <Grid.Col span={{ base: 12, lg: 5 }}>
                <DatesPanel />
              </Grid.Col>
            </Grid>
            <TaxYearsPanel profileMissing={profileMissing} openProfile={openProfile} />
            <RecordsPanel />
          </>
        );
      }}
    </Answer>
  );
}
