import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopyPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CallInput } from '../../../../shared/contract/contract.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { useLayer } from '../../../ui/layers.ts';
import { useNavigation } from '../../../ui/navigation.tsx';
import { Failure } from '../../../ui/states.tsx';

type Assumptions = Pick<CallInput<'scenarios.save'>, 'exit' | 'tax'>;

export interface KeepScenarioProps {
  /** What stands in the form; null while a field is wrong. */
  readonly assumptions: Assumptions | null;
}

/** Keeps what is typed in a form as a named scenario, to be compared later. */
export function KeepScenario({ assumptions }: KeepScenarioProps): ReactNode {
  const [opened, setOpened] = useState(false);
  const isTop = useLayer(opened);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCopyPlus size={16} aria-hidden="true" />}
        disabled={assumptions === null}
        onClick={() => setOpened(true)}
      >
        Keep as scenario
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} closeOnEscape={isTop} title="Keep as scenario">
        {opened && assumptions !== null && (
          <KeepForm assumptions={assumptions} onClose={() => setOpened(false)} />
        )}
      </Modal>
    </>
  );
}

function KeepForm({
  assumptions,
  onClose,
}: {
  readonly assumptions: Assumptions;
  onClose(): void;
}): ReactNode {
  const { go } = useNavigation();
  const save = useCommand('scenarios.save');
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const submit = async (): Promise<void> => {
    if (name.trim() === '') return;
    const result = await save.run({ name: name.trim(), note: note.trim(), ...assumptions });
    if (result?.ok !== true) return;
    onClose();
    notifications.show({
      color: 'hedge',
      title: 'Scenario kept',
      message: 'Nothing in your ledger changed.',
    });
    go('plan', { tab: 'scenarios' });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="md">
        <Text size="sm">
          What you suppose in the form, under a name. It can be compared with today and with others.
        </Text>
        <TextInput
          label="Name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={80}
          required
          data-autofocus
        />
        <Textarea
          label="Note"
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={1000}
          autosize
        />
        {save.failure !== null && <Failure failure={save.failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.busy} disabled={name.trim() === ''}>
            Keep it
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
