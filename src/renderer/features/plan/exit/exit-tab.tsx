import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCalendarDollar, IconInfoCircle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { useCall } from '../../../rpc/use-call.ts';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { useNavigation } from '../../../ui/navigation.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Answer, EmptyState, Failure } from '../../../ui/states.tsx';
import { TaskProgressBar } from '../../../ui/task-progress.tsx';
import { NeedsTaxDetails } from '../years/years-tab.tsx';
import { ExitAnswer } from './exit-answer.tsx';
import { ExitForm } from './exit-form.tsx';
import { supposedWords } from './supposed.ts';
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
  const [wanted, setWanted] = useState<boolean | null>(null);
  const { asked, form, run } = search;
  // Once there is an answer it has the room; the form comes back with a button.
  const open = wanted ?? (asked === null || run.call.error !== null);
  const without = form.targets.data?.policy === null && form.draft.goals.length === 0;
  return (
    <Stack gap="lg">
      <Panel
        title="What the plan may do"
        about={
          open
            ? 'The cheapest lawful way to your targets is looked for: which lots to sell on which days, what to buy, how long to keep a hedge, all tax years counted. Empty fields take what is usual, or no limit; after the first search each shows in pale what it took. Nothing is stored and no order is sent.'
            : undefined
        }
        aside={
          asked !== null && (
            <Button variant="default" aria-expanded={open} onClick={() => setWanted(!open)}>
              {open ? 'Fold the form' : 'Change what it may do'}
            </Button>
          )
        }
      >
        {open ? (
          <Stack gap="md">
            {without && <NeedsTargets />}
            <ExitForm
              search={{
                ...search,
                solve: () => {
                  search.solve();
                  setWanted(null);
                },
              }}
              holdings={holdings}
            />
          </Stack>
        ) : asked !== null && run.call.data !== undefined ? (
          <Text size="sm">
            <Sentence>{supposedWords(asked, run.call.data)}</Sentence>
          </Text>
        ) : undefined}
      </Panel>
      <Outcome search={search} />
    </Stack>
  );
}

function NeedsTargets(): ReactNode {
  const { go } = useNavigation();
  return (
    <Alert
      color="blue"
      icon={<IconInfoCircle aria-hidden="true" />}
      title="What should become of your coins?"
    >
      <Group justify="space-between">
        <Text size="sm">Set targets, or say under “More” which coins to sell or to buy.</Text>
        <Button variant="default" onClick={() => go('targets')}>
          Set targets
        </Button>
      </Group>
    </Alert>
  );
}

/** Nothing asked (the form alone), searching, failed, found: four states that look different. */
function Outcome({ search }: { readonly search: ExitSearch }): ReactNode {
  const {
    asked,
    changed,
    run: { call, progress },
  } = search;
  if (asked === null) return null;
  if (call.isFetching) {
    return (
      <Panel title="Looking for the cheapest plan">
        <div data-state="searching">
          <TaskProgressBar what="Gathering the facts" progress={progress} onCancel={search.cancel} />
        </div>
        <Text size="sm" c="dimmed" mt="sm">
          Ways to sell, hedge and wait are weighed against each other; each is priced by the tax engine. You
          can go to another screen meanwhile, and start again here.
        </Text>
      </Panel>
    );
  }
  if (call.error !== null)
    return <Failure failure={call.error.failure} onRetry={() => void call.refetch()} />;
  if (call.data === undefined)
    return (
      <Alert color="yellow" icon={<IconInfoCircle aria-hidden="true" />} title="No plan of today’s facts yet">
        <Group justify="space-between">
          <Text size="sm">
            The search was left before its end, or something it rests on has changed since. Nothing is
            searched by itself.
          </Text>
          <Button size="xs" onClick={search.solve} disabled={search.form.checked.request === null}>
            Find the plan
          </Button>
        </Group>
      </Alert>
    );
  return (
    <Stack gap="lg">
      {changed && (
        <Alert color="yellow" icon={<IconInfoCircle aria-hidden="true" />}>
          <Group justify="space-between">
            <Text size="sm">The form was changed since: the plan below answers what stood there before.</Text>
            <Button size="xs" onClick={search.solve} disabled={search.form.checked.request === null}>
              Solve again
            </Button>
          </Group>
        </Alert>
      )}
      <ExitAnswer plan={call.data} request={asked} canSave={!changed} />
    </Stack>
  );
}
