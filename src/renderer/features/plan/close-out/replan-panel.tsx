import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { useTask } from '../../../rpc/use-task.ts';
import { HeadlineFigure } from '../../../ui/headline-figure.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { Issues } from '../../../ui/issues.tsx';
import { useNavigation } from '../../../ui/navigation.tsx';
import { MoneyText } from '../../../ui/numbers.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Failure } from '../../../ui/states.tsx';
import { TaskProgressBar } from '../../../ui/task-progress.tsx';
import { SentenceList } from '../exit/sentence-list.tsx';
import type { ExitPlanKept } from './sheet-model.ts';

type Replanned = CallAnswer<'exit.replan'>;

/** What is left, planned again from today; kept only as a new version, by hand. */
export function ReplanPanel({ plan }: { readonly plan: ExitPlanKept }): ReactNode {
  const task = useTask('exit.replan');
  const [found, setFound] = useState<Replanned | null>(null);
  const run = async (): Promise<void> => {
    const result = await task.run({ plan: plan.id });
    if (result?.ok === true) setFound(result.value);
  };
  return (
    <Panel
      title="Plan the rest again"
      about="From today, with what is left of your goals and the prices of now. The saved plan stays until you keep the new one."
      aside={
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden="true" />}
          disabled={task.busy}
          onClick={() => void run()}
        >
          Plan the rest again
        </Button>
      }
    >
      {task.busy && (
        <TaskProgressBar what="Gathering the facts" progress={task.progress} onCancel={task.cancel} />
      )}
      {task.failure !== null && <Failure failure={task.failure} />}
      {!task.busy && task.failure === null && found !== null && <Found plan={plan} found={found} />}
    </Panel>
  );
}

function Found({ plan, found }: { readonly plan: ExitPlanKept; readonly found: Replanned }): ReactNode {
  const save = useCommand('exit.save');
  const { go } = useNavigation();
  const { schedule, request, sentence, changes, cost, costOfSavedRest, issues } = found;
  const keep = async (): Promise<void> => {
    if (schedule === null) return;
    const result = await save.run({ name: plan.name, request, schedule, replaces: plan.id });
    if (result?.ok !== true) return;
    notifications.show({
      color: 'hedge',
      title: 'New version saved',
      message: 'It takes the place of the one before.',
    });
    go('plan', { tab: 'close-out', exit: result.value.id });
  };
  return (
    <Stack gap="md" role="status">
      <Text>
        <Sentence>{sentence}</Sentence>
      </Text>
      {schedule !== null && (
        <SimpleGrid component="dl" m={0} cols={2} spacing="lg" maw={560}>
          <HeadlineFigure label="Planned again, cost in today’s money">
            <MoneyText value={cost} currency={plan.currency} />
          </HeadlineFigure>
          <HeadlineFigure
            label="The rest as saved"
            note={costOfSavedRest === null ? 'Not possible any more' : undefined}
          >
            <MoneyText value={costOfSavedRest} currency={plan.currency} unknown="not possible any more" />
          </HeadlineFigure>
        </SimpleGrid>
      )}
      <SentenceList sentences={changes} />
      {issues.length > 0 && <Issues issues={issues} />}
      {save.failure !== null && <Failure failure={save.failure} />}
      {schedule !== null && (
        <Group>
          <Button loading={save.busy} onClick={() => void keep()}>
            Keep it as version {plan.version + 1}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
