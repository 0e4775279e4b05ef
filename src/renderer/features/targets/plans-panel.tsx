import { Badge, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../rpc/use-call.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { Sentence } from '../../ui/hide-amounts.tsx';
import { useNavigation } from '../../ui/navigation.tsx';
import { DateText, MoneyText, QuantityText } from '../../ui/numbers.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Answer, Failure } from '../../ui/states.tsx';
import { dropWords, type Plan } from './view-model.ts';

const states = {
  planned: 'planned',
  opened: 'open',
  adjusted: 'open, adjusted',
  rolled: 'open, rolled',
  closed: 'closed',
} as const;

/** Plans saved before, newest first. */
export function PlansPanel({ today }: { readonly today: string }): ReactNode {
  const call = useCall('targets.plans', {});
  return (
    <Answer of={call} what="Reading your plans">
      {({ plans }) =>
        plans.length === 0 ? null : (
          <Panel title="Saved plans" about="What you decided, and when.">
            <Stack gap="xl">
              {plans
                .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
                .map((plan) => (
                  <SavedPlan key={plan.id} plan={plan} today={today} />
                ))}
            </Stack>
          </Panel>
        )
      }
    </Answer>
  );
}

/** "binance-um:BTCUSDT" → "BTCUSDT": what the venue calls it. */
function symbolOf(contract: string): string {
  return contract.slice(contract.indexOf(':') + 1);
}

interface DropPlanProps {
  readonly plan: Plan;
  keep(): void;
}

/** Asks once more: a plan that was dropped does not come back. */
function DropPlan({ plan, keep }: DropPlanProps): ReactNode {
  const drop = useCommand('targets.dropPlan');
  return (
    <Stack gap="xs" mt="sm">
      <Text size="sm">{dropWords(plan)}</Text>
      <Group gap="xs">
        <Button
          color="red"
          size="compact-sm"
          loading={drop.busy}
          onClick={() => void drop.run({ plan: plan.id })}
        >
          Yes, drop it
        </Button>
        <Button variant="default" size="compact-sm" onClick={keep}>
          Keep it
        </Button>
      </Group>
      {drop.failure !== null && <Failure failure={drop.failure} />}
    </Stack>
  );
}

function SavedPlan({ plan, today }: { readonly plan: Plan; readonly today: string }): ReactNode {
  const { go } = useNavigation();
  const [asked, setAsked] = useState(false);
  const done = plan.steps.filter(({ doneAt }) => doneAt !== null).length;
  const late = plan.steps.some(({ doneAt, date }) => doneAt === null && date < today);
  return (
    <article>
      <Group justify="space-between" align="flex-start" gap="md" wrap="nowrap">
        <div>
          <Title order={3}>
            Exit on <DateText value={plan.exitDate} />
          </Title>
          <Text size="sm">
            <Sentence>{plan.sentence}</Sentence>
          </Text>
          <Group gap="xs" mt={6}>
            <Badge variant="light" color="gray" tt="none">
              {done} of {plan.steps.length} steps done
            </Badge>
            {late && (
              <Badge variant="light" color="yellow" tt="none">
                a step is late
              </Badge>
            )}
          </Group>
        </div>
        <Group gap="xs" style={{ flex: 'none' }}>
          <Button variant="default" size="compact-sm" onClick={() => go('plan', { plan: plan.id })}>
            Open its checklist
          </Button>
          {!asked && (
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAsked(true)}>
              Drop this plan
            </Button>
          )}
        </Group>
      </Group>
      {asked && <DropPlan plan={plan} keep={() => setAsked(false)} />}
      <List size="sm" mt="sm" spacing={2}>
        {plan.legs.map((leg) => (
          <List.Item key={leg.id}>
            {leg.side === 'sell' ? 'Sell' : 'Buy'} <QuantityText value={leg.quantity} />{' '}
            {symbolOf(leg.contract)} (
            <MoneyText value={leg.notional} /> of {leg.asset}), {states[leg.state]}
          </List.Item>
        ))}
      </List>
      <Text size="xs" c="dimmed" mt={6}>
        Saved on <DateText value={plan.createdAt} time />. Its hedged lots stand in identification record{' '}
        {plan.record.sequence} of <DateText value={plan.record.recordedAt} time />.
      </Text>
    </article>
  );
}
