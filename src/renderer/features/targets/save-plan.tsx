import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../rpc/use-command.ts';
import { useNavigation } from '../../ui/navigation.tsx';
import type { OverlayInput } from '../../../shared/domain/overlay-choice.ts';
import { Failure } from '../../ui/states.tsx';
import { exitProblem, suggestedExit } from './view-model.ts';

export interface SavePlanProps {
  readonly input: OverlayInput;
  readonly asOf: string;
}

/** The one step that keeps anything: the hedge with the day on which it ends. */
export function SavePlan({ input, asOf }: SavePlanProps): ReactNode {
  const [exitDate, setExitDate] = useState(suggestedExit(asOf));
  const save = useCommand('targets.saveOverlay');
  const savePolicy = useCommand('targets.savePolicy');
  const { policy, ...overlay } = input;
  const failure = savePolicy.failure ?? save.failure;
  const { go } = useNavigation();
  const problem = exitProblem(exitDate, asOf);

  const submit = async (): Promise<void> => {
    if (problem !== null) return;
    if (policy !== undefined && (await savePolicy.run(policy))?.ok !== true) return;
    const result = await save.run({ overlay, exitDate });
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
      <Title order={3} mb={4}>
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
          onChange={(event) => setExitDate(event.currentTarget.value)}
          error={problem}
          w={320}
        />
        <Button type="submit" loading={save.busy || savePolicy.busy} disabled={problem !== null}>
          Save as plan
        </Button>
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
