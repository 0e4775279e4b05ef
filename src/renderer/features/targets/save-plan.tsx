import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../rpc/use-command.ts';
import { useNavigation } from '../../ui/navigation.tsx';
import { useCall } from '../../rpc/use-call.ts';
import { Answer, Failure } from '../../ui/states.tsx';
import { HedgeChecks } from './checks.tsx';
import { keptBackWords } from './check-words.ts';
import type { HedgeChoice } from './use-targets.ts';
import { exitProblem, suggestedExit } from './view-model.ts';

export interface SavePlanProps {
  readonly choice: HedgeChoice;
  readonly asOf: string;
  /** True while the figures are not of what stands in the form. */
  readonly held: boolean;
}

/** The one step that keeps anything: the hedge with the day on which it ends. */
export function SavePlan({ choice: { input, sizing, act }, asOf, held }: SavePlanProps): ReactNode {
  const exitDate = sizing.exitDate === '' ? suggestedExit(asOf) : sizing.exitDate;
  const [reason, setReason] = useState('');
  const [acknowledged, setAcknowledged] = useState<readonly string[]>([]);
  const save = useCommand('targets.saveOverlay');
  const savePolicy = useCommand('targets.savePolicy');
  const { policy, ...overlay } = input;
  const failure = savePolicy.failure ?? save.failure;
  const { go } = useNavigation();
  const problem = exitProblem(exitDate, asOf);
  // The answer goes first: what is looked at follows once the keys rest.
  const [looked] = useDebouncedValue(input, 250);
  const checks = useCall(
    'hedge.checks',
    { overlay: looked, exitDate, acknowledged: [...acknowledged] },
    { enabled: problem === null, keepPrevious: true },
  );
  const blocked = held || problem !== null || looked !== input || checks.data?.canSave !== true;

  const submit = async (): Promise<void> => {
    if (blocked) return;
    if (policy !== undefined && (await savePolicy.run(policy))?.ok !== true) return;
    const result = await save.run({
      overlay,
      exitDate,
      acknowledged: [...acknowledged],
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
    if (result?.ok !== true) return;
    notifications.show({
      color: 'hedge',
      title: 'Plan saved',
      message: 'Its dated steps are your checklist here. No order was sent: you place them yourself.',
    });
    go('plan', { plan: result.value.id });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Answer of={checks} what="Looking for mistakes">
        {(found) => (
          <HedgeChecks
            checks={found}
            acknowledged={acknowledged}
            acknowledge={(id, on) =>
              setAcknowledged((now) => (on ? [...now, id] : now.filter((each) => each !== id)))
            }
          />
        )}
      </Answer>
      <Title order={3} mb={4} mt="xl">
        Keep it as a plan
      </Title>
      <Text size="sm" mb="sm">
        A plan has dated steps: open the futures, watch them, close them on the exit date and sell the lots
        that cost the least tax.
      </Text>
      <Group align="flex-end" gap="md">
        <TextInput
          type="date"
          label="Exit date"
          description="In a later tax year, the tax falls in that year"
          value={exitDate}
          min={asOf}
          onChange={(event) => act.size({ exitDate: event.currentTarget.value })}
          error={problem}
          w={320}
        />
        <TextInput
          label="Why, in your words"
          description="Kept with the plan; may stay empty"
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
          w={360}
        />
        <Button type="submit" loading={save.busy || savePolicy.busy} disabled={blocked}>
          Save as plan
        </Button>
        {checks.data?.canSave === false && (
          <Text size="sm" fw={550}>
            {keptBackWords(checks.data)}
          </Text>
        )}
        {policy !== undefined && (
          <Text size="sm" c="dimmed">
            This saves the targets you typed, too.
          </Text>
        )}
      </Group>
      {failure !== null && <Failure failure={failure} />}
    </form>
  );
}
