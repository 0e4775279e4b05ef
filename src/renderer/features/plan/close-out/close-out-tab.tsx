import { Button, Group, Select, Stack } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { formatDate } from '../../../ui/date-format.ts';
import { Issues } from '../../../ui/issues.tsx';
import { useNavigation } from '../../../ui/navigation.tsx';
import { Answer, EmptyState } from '../../../ui/states.tsx';
import { ChecklistPanel } from '../checklist-panel.tsx';
import { newestFirst, type Plan } from '../view-model.ts';
import { ExitPlanView } from './exit-plan-view.tsx';
import { chosenOf, standing, type Chosen, type ExitPlanKept } from './sheet-model.ts';

/** What to do on which day, order by order, and what came of it. */
export function CloseOutTab(): ReactNode {
  const exits = useCall('exit.list', {});
  const hedges = useCall('targets.plans', {});
  const holdings = useCall('holdings.read', {});
  return (
    <Answer of={exits} what="Reading your plans">
      {(kept) => (
        <Answer of={hedges} what="Reading your plans">
          {({ plans }) => (
            <Answer of={holdings} what="Reading your holdings">
              {({ asOf }) => (
                <Stack gap="lg">
                  {kept.issues.length > 0 && <Issues issues={kept.issues} />}
                  <Plans exits={standing(kept.plans)} hedges={newestFirst(plans)} today={asOf} />
                </Stack>
              )}
            </Answer>
          )}
        </Answer>
      )}
    </Answer>
  );
}

interface PlansProps {
  readonly exits: readonly ExitPlanKept[];
  readonly hedges: readonly Plan[];
  readonly today: string;
}

function Plans({ exits, hedges, today }: PlansProps): ReactNode {
  const { params } = useNavigation();
  const chosen = chosenOf(exits, hedges, { exit: params['exit'], hedge: params['plan'] });
  if (chosen === null) return <NoPlan />;
  return (
    <Stack gap="lg">
      {exits.length + hedges.length > 1 && <PlanChoice exits={exits} hedges={hedges} chosen={chosen} />}
      {chosen.kind === 'hedge' ? (
        <ChecklistPanel plan={chosen.plan} today={today} />
      ) : (
        <ExitPlanView key={chosen.plan.id} plan={chosen.plan} named={params['date']} />
      )}
    </Stack>
  );
}

function NoPlan(): ReactNode {
  const { go } = useNavigation();
  return (
    <EmptyState
      title="No plan saved yet"
      icon={<IconChecklist aria-hidden="true" />}
      action={<Button onClick={() => go('plan', { tab: 'exit' })}>Plan an exit</Button>}
    >
      Save an exit plan, or a hedge under Targets & hedge: its steps stand here, day by day, with the orders
      to place and the lots to name before you sell.
    </EmptyState>
  );
}

interface PlanChoiceProps extends Omit<PlansProps, 'today'> {
  readonly chosen: NonNullable<Chosen>;
}

function PlanChoice({ exits, hedges, chosen }: PlanChoiceProps): ReactNode {
  const { go } = useNavigation();
  return (
    <Group>
      <Select
        label="Plan"
        data={[
          {
            group: 'Exit plans',
            items: exits.map(({ id, name, version }) => ({
              value: `exit ${id}`,
              label: version > 1 ? `${name}, version ${version}` : name,
            })),
          },
          {
            group: 'Hedges',
            items: hedges.map(({ id, createdAt, exitDate }) => ({
              value: `hedge ${id}`,
              label: `Hedge until ${formatDate(exitDate)}, saved ${formatDate(createdAt)}`,
            })),
          },
        ].filter(({ items }) => items.length > 0)}
        value={`${chosen.kind} ${chosen.plan.id}`}
        onChange={(value) => {
          if (value === null) return;
          const [kind, id = ''] = value.split(' ');
          go('plan', kind === 'exit' ? { tab: 'close-out', exit: id } : { tab: 'close-out', plan: id });
        }}
        allowDeselect={false}
        w={360}
      />
    </Group>
  );
}
