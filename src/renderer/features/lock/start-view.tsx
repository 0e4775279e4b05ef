import { Alert, Anchor, Button, Divider, Group, Paper, Stack, Text } from '@mantine/core';
import { IconFlask, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import type { TaskState } from '../../rpc/use-task.ts';
import { Failure } from '../../ui/states.tsx';
import { TaskProgressBar } from '../../ui/task-progress.tsx';
import { UnlockForm } from './unlock-form.tsx';

export interface StartViewProps {
  readonly known: CallAnswer<'ledger.known'>;
  readonly notice: string | undefined;
  readonly sample: TaskState<'ledger.createSample'>;
  onSample(): void;
  onCreate(): void;
  onRecover(path: string): void;
}

/** Which ledger? Unlock one, create one, or try the sample. */
export function StartView({
  known,
  notice,
  sample,
  onSample,
  onCreate,
  onRecover,
}: StartViewProps): ReactNode {
  const hasLedgers = known.ledgers.length > 0;
  const [isOther, setOther] = useState(false);
  return (
    <Stack gap="lg">
      {notice !== undefined && (
        <Alert color="blue" role="status">
          {notice}
        </Alert>
      )}
      {(hasLedgers || isOther) && (
        <Paper p="xl" component="section" aria-label="Unlock">
          <UnlockForm known={known.ledgers} busyElsewhere={sample.busy} onRecover={onRecover} />
        </Paper>
      )}
      {hasLedgers && <Divider label="or" labelPosition="center" />}
      <Group grow align="stretch" gap="lg">
        <Choice
          title="Try the sample"
          about="Three years of an invented investor: bitcoin, ether, a hedge, real tax lots. Nothing to type."
          action={
            <Button
              leftSection={<IconFlask size={18} aria-hidden="true" />}
              variant={hasLedgers ? 'default' : 'filled'}
              onClick={onSample}
              loading={sample.busy}
            >
              Open the sample
            </Button>
          }
        />
        <Choice
          title="Create your ledger"
          about="An encrypted file on this computer. You need a passphrase and two minutes."
          action={
            <Button
              leftSection={<IconPlus size={18} aria-hidden="true" />}
              variant="default"
              onClick={onCreate}
              disabled={sample.busy}
            >
              Create a ledger
            </Button>
          }
        />
      </Group>
      {sample.busy && (
        <TaskProgressBar
          what="Making the sample ledger"
          progress={sample.progress}
          onCancel={sample.cancel}
        />
      )}
      {!hasLedgers && !isOther && (
        <Anchor component="button" type="button" ta="left" onClick={() => setOther(true)}>
          I have a ledger file already
        </Anchor>
      )}
      {sample.failure !== null && <Failure failure={sample.failure} />}
    </Stack>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly about: string;
  readonly action: ReactNode;
}

function Choice({ title, about, action }: ChoiceProps): ReactNode {
  return (
    <Paper p="lg" component="section" aria-label={title}>
      <Stack gap="sm" h="100%" justify="space-between" align="flex-start">
        <div>
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="dimmed">
            {about}
          </Text>
        </div>
        {action}
      </Stack>
    </Paper>
  );
}
