import { ActionIcon, Badge, Button, Checkbox, Group, List, Stack, Text } from '@mantine/core';
import { IconColumns, IconCopyPlus, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CallAnswer, CallInput } from '../../../../shared/contract/contract.ts';
import { useCall } from '../../../rpc/use-call.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { useSlowCall } from '../../../rpc/use-slow-call.ts';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Answer, EmptyState, Failure } from '../../../ui/states.tsx';
import { TaskProgressBar } from '../../../ui/task-progress.tsx';
import { Term } from '../../../ui/term.tsx';
import { emptyExitDraft } from '../exit/exit-draft.ts';
import { useExitForm } from '../exit/use-exit-plan.ts';
import { useKept } from '../use-kept.ts';
import { NeedsTaxDetails } from '../years/years-tab.tsx';
import { ComparedScenarios } from './compared-scenarios.tsx';
import { ScenarioDrawer } from './scenario-drawer.tsx';
import { columnsToAsk, mostColumns, today, toggled, type Scenario } from './scenario-model.ts';
import classes from './scenarios.module.css';

export interface ScenariosTabProps {
  readonly profileMissing: boolean;
  openProfile(): void;
}

/** Named copies of assumptions, and what each would mean, side by side. */
export function ScenariosTab({ profileMissing, openProfile }: ScenariosTabProps): ReactNode {
  const list = useCall('scenarios.list', {});
  const holdings = useCall('holdings.read', {});
  if (profileMissing) return <NeedsTaxDetails openProfile={openProfile} />;
  return (
    <Answer of={list} what="Reading your scenarios">
      {({ scenarios }) => (
        <Answer of={holdings} what="Reading your holdings">
          {(held) => <Scenarios scenarios={scenarios} holdings={held} />}
        </Answer>
      )}
    </Answer>
  );
}

interface ScenariosProps {
  readonly scenarios: readonly Scenario[];
  readonly holdings: CallAnswer<'holdings.read'>;
}

/** What the drawer edits: a new one, or one there is. */
type Edited = Scenario | 'new' | null;

type Asked = CallInput<'scenarios.compare'>;

function Scenarios({ scenarios, holdings }: ScenariosProps): ReactNode {
  const [edited, setEdited] = useState<Edited>(null);
  const [chosen, choose] = useKept<readonly string[]>('scenarios', [today]);
  const columns = columnsToAsk(chosen, scenarios);
  // The ledger as it is has the plan that the exit plan's tab finds with an empty form.
  const { request: plain } = useExitForm(holdings, emptyExitDraft, () => undefined).checked;
  const [asked, ask] = useKept<Asked | null>('scenarios asked', null);
  const run = useSlowCall('scenarios.compare', asked ?? { columns: [] }, asked !== null, { renews: true });
  const drawer = <ScenarioDrawer edited={edited} holdings={holdings} onClose={() => setEdited(null)} />;
  if (scenarios.length === 0) {
    return (
      <>
        <NoScenario onNew={() => setEdited('new')} />
        {drawer}
      </>
    );
  }
  return (
    <Stack gap="lg">
      <Panel
        title="Scenarios"
        about={
          <>
            <Term id="scenario">Named copies</Term> of your assumptions over the same ledger. Choose two to
            four to see them side by side. None of them is real, and none changes your ledger.
          </>
        }
        aside={
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden="true" />}
            onClick={() => setEdited('new')}
          >
            New scenario
          </Button>
        }
      >
        <Stack gap="md">
          <ul className={classes.list}>
            <li className={classes.item}>
              <Checkbox
                label="Your ledger as it is"
                description="The plan that “Exit plan” finds with an empty form"
                checked={chosen.includes(today)}
                onChange={() => choose(toggled(chosen, today))}
              />
            </li>
            {scenarios.map((scenario) => (
              <Item
                key={scenario.id}
                scenario={scenario}
                checked={chosen.includes(scenario.id)}
                disabled={columns.length >= mostColumns && !chosen.includes(scenario.id)}
                onToggle={() => choose(toggled(columns, scenario.id))}
                onEdit={() => setEdited(scenario)}
              />
            ))}
          </ul>
          <Group>
            <Button
              leftSection={<IconColumns size={16} aria-hidden="true" />}
              disabled={columns.length < 2 || run.call.isFetching}
              onClick={() => ask({ columns: [...columns], ...(plain === null ? {} : { ledger: plain }) })}
            >
              Compare {columns.length < 2 ? '' : columns.length}
            </Button>
            {columns.length < 2 && (
              <Text size="sm" c="dimmed">
                Choose at least two.
              </Text>
            )}
          </Group>
        </Stack>
      </Panel>
      {run.call.isFetching ? (
        <Panel title="Looking for a plan in each">
          <TaskProgressBar
            what="Gathering the facts"
            progress={run.progress}
            onCancel={() => {
              run.cancel();
              ask(null);
            }}
          />
        </Panel>
      ) : run.call.error !== null ? (
        <Failure failure={run.call.error.failure} onRetry={() => void run.call.refetch()} />
      ) : (
        run.call.data !== undefined && <ComparedScenarios compared={run.call.data} />
      )}
      {drawer}
    </Stack>
  );
}

function NoScenario({ onNew }: { onNew(): void }): ReactNode {
  return (
    <EmptyState
      title="No scenario yet"
      icon={<IconCopyPlus aria-hidden="true" />}
      action={<Button onClick={onNew}>New scenario</Button>}
    >
      What if BTC doubled, funding turned, or you had less income next year? Keep such assumptions under a
      name, and see the plan of each beside today’s.
    </EmptyState>
  );
}

interface ItemProps {
  readonly scenario: Scenario;
  readonly checked: boolean;
  readonly disabled: boolean;
  onToggle(): void;
  onEdit(): void;
}

function Item({ scenario, checked, disabled, onToggle, onEdit }: ItemProps): ReactNode {
  const remove = useCommand('scenarios.remove');
  const { id, name, note, words } = scenario;
  return (
    <li className={classes.item}>
      <div>
        <Checkbox
          label={
            <>
              {name}{' '}
              <Badge size="sm" color="orange" variant="light" tt="none">
                What if
              </Badge>
            </>
          }
          description={note === '' ? undefined : <Sentence>{note}</Sentence>}
          checked={checked}
          disabled={disabled}
          onChange={onToggle}
        />
        <List size="xs" ms={30} mt={4} c="dimmed">
          {words.map((sentence) => (
            <List.Item key={sentence}>
              <Sentence>{sentence}</Sentence>
            </List.Item>
          ))}
        </List>
        {remove.failure !== null && <Failure failure={remove.failure} />}
      </div>
      <Group gap={4} wrap="nowrap">
        <ActionIcon size={30} aria-label={`Change ${name}`} title="Change" onClick={onEdit}>
          <IconPencil size={16} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon
          size={30}
          aria-label={`Remove ${name}`}
          title="Remove"
          loading={remove.busy}
          onClick={() => void remove.run({ id })}
        >
          <IconTrash size={16} aria-hidden="true" />
        </ActionIcon>
      </Group>
    </li>
  );
}
