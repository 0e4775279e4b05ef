import { Alert, Button, Grid, Stack, Text } from '@mantine/core';
import { IconCalendarDollar, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { useCall } from '../../../rpc/use-call.ts';
import { useNavigation } from '../../../ui/navigation.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Answer, EmptyState, Failure } from '../../../ui/states.tsx';
import { TaskProgressBar } from '../../../ui/task-progress.tsx';
import { NeedsTaxDetails } from '../years/years-tab.tsx';
import { ExitAnswer } from './exit-answer.tsx';
import { ExitForm } from './exit-form.tsx';
import { useExitPlan, type ExitSearch } from './use-exit-plan.ts';

export interface ExitTabProps {
  readonly profileMissing: boolean;
  openProfile(): void;
}

/** Which lots to sell on which days, and how long to keep the hedge. */
export function ExitTab({ profileMissing, openProfile }: ExitTabProps): ReactNode {
  const holdings = useCall('holdings.read', {});
  if (profileMissing) return <NeedsTaxDetails openProfile={openProfile} />;
  return (
    <Answer of={holdings} what="Reading your holdings">
      {(held) => (held.holdings.length === 0 ? <NothingHeld /> : <Planned holdings={held} />)}
    </Answer>
  );
}

/** The way out of an empty ledger. */
function NothingHeld(): ReactNode {
  const { go } = useNavigation();
  return (
    <EmptyState
      title="Nothing to plan yet"
      icon={<IconCalendarDollar aria-hidden="true" />}
      action={<Button onClick={() => go('import')}>Import your exports</Button>}
    >
      Once your coins are imported, the cheapest way to your targets stands here: which lots to sell on which
      days, and how long to keep a hedge.
    </EmptyState>
  );
}

function Planned({ holdings }: { readonly holdings: CallAnswer<'holdings.read'> }): ReactNode {
  const search = useExitPlan(holdings);
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 4, xl: 3 }}>
        <Panel title="What the plan may do" about="Empty fields take the pale figure, or no limit.">
          <ExitForm search={search} holdings={holdings} />
        </Panel>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 8, xl: 9 }}>
        <Outcome search={search} />
      </Grid.Col>
    </Grid>
  );
}

/** Nothing asked, searching, failed, found: four states that look different. */
function Outcome({ search }: { readonly search: ExitSearch }): ReactNode {
  const {
    asked,
    changed,
    run: { call, progress },
  } = search;
  if (asked === null) return <NotAsked search={search} />;
  if (call.isFetching) {
    return (
      <Panel title="Looking for the cheapest plan">
        <TaskProgressBar what="Gathering the facts" progress={progress} onCancel={search.cancel} />
        <Text size="sm" c="dimmed" mt="sm">
          Ways to sell, hedge and wait are weighed against each other; each is priced by the tax engine. You
          can go to another screen meanwhile, and start again here.
        </Text>
      </Panel>
    );
  }
  if (call.error !== null)
    return <Failure failure={call.error.failure} onRetry={() => void call.refetch()} />;
  if (call.data === undefined) return <NotAsked search={search} />;
  return (
    <Stack gap="lg">
      {changed && (
        <Alert color="yellow" icon={<IconInfoCircle aria-hidden="true" />}>
          The form was changed since. The plan below answers what stood there before: solve again.
        </Alert>
      )}
      <ExitAnswer plan={call.data} request={asked} canSave={!changed} />
    </Stack>
  );
}

function NotAsked({ search }: { readonly search: ExitSearch }): ReactNode {
  const { form } = search;
  const { go } = useNavigation();
  const without = form.targets.data?.policy === null && form.draft.goals.length === 0;
  return (
    <EmptyState
      title={without ? 'What should become of your coins?' : 'The cheapest way to your targets'}
      icon={<IconCalendarDollar aria-hidden="true" />}
      action={
        without ? (
          <Button variant="default" onClick={() => go('targets')}>
            Set targets
          </Button>
        ) : (
          <Button onClick={search.solve} disabled={form.checked.request === null}>
            Find the plan
          </Button>
        )
      }
    >
      {without
        ? 'Set targets, or say on the left which coins to sell or to buy. Then the cheapest lawful way is looked for, all costs and all tax years counted.'
        : 'Which lots to sell on which days, what to buy, and how long to keep a hedge: all tax years, funding, fees and locked money counted. Nothing is stored and no order is sent.'}
    </EmptyState>
  );
}
