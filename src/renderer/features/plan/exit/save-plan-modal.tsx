import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../../rpc/use-command.ts';
import { formatDate } from '../../../ui/date-format.ts';
import { useLayer } from '../../../ui/layers.ts';
import { useNavigation } from '../../../ui/navigation.tsx';
import { Failure } from '../../../ui/states.tsx';
import type { ExitRequest } from './exit-draft.ts';
import type { ExitPlan } from './exit-model.ts';

export interface SavePlanModalProps {
  readonly opened: boolean;
  readonly plan: ExitPlan;
  readonly request: ExitRequest;
  onClose(): void;
}

/** Keeps the plan under a name: its days become steps with a close-out sheet each. */
export function SavePlanModal({ opened, onClose, ...rest }: SavePlanModalProps): ReactNode {
  const isTop = useLayer(opened);
  return (
    <Modal opened={opened} onClose={onClose} closeOnEscape={isTop} title="Save as plan">
      {opened && <SaveForm onClose={onClose} {...rest} />}
    </Modal>
  );
}

function SaveForm({ plan, request, onClose }: Omit<SavePlanModalProps, 'opened'>): ReactNode {
  const { go } = useNavigation();
  const save = useCommand('exit.save');
  const [name, setName] = useState(`Exit of ${formatDate(plan.asOf)}`);
  const [reason, setReason] = useState('');
  const submit = async (): Promise<void> => {
    const result = await save.run({
      name: name.trim(),
      request,
      schedule: plan.schedule,
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
    if (result?.ok !== true) return;
    onClose();
    notifications.show({
      color: 'hedge',
      title: 'Plan saved',
      message: 'Each of its days has a close-out sheet. No order was sent: you place them yourself.',
    });
    go('plan', { tab: 'close-out', exit: result.value.id });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void submit();
      }}
    >
      <Stack gap="md">
        <TextInput
          label="Name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={100}
          required
          data-autofocus
        />
        <Textarea
          label="Why"
          description="For yourself, or your accountant, later on"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          autosize
          minRows={2}
        />
        <Text size="sm" c="dimmed">
          Its days go into your calendar and your to-do list. Nothing in your ledger changes.
        </Text>
        {save.failure !== null && <Failure failure={save.failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.busy} disabled={name.trim() === ''}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
