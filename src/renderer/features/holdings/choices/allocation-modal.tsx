import { ActionIcon, Button, Checkbox, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../../rpc/use-command.ts';
import { useLayer } from '../../../ui/layers.ts';
import { Failure } from '../../../ui/states.tsx';
import { methodWords } from '../lot-words.ts';
import {
  divisionInput,
  divisionOrders,
  divisionSentences,
  moved,
  newDivision,
  type DivisionDraft,
  type DivisionOrder,
} from './allocation-draft.ts';
import type { OrderAccount } from './order-draft.ts';
import { WhatIsRecorded } from './what-is-recorded.tsx';
import classes from '../holdings.module.css';

export interface AllocationModalProps {
  readonly accounts: readonly OrderAccount[];
  onClose(): void;
}

/** States the division that one's own books show, by one rule for all accounts. */
export function AllocationModal({ accounts, onClose }: AllocationModalProps): ReactNode {
  const isTop = useLayer(true);
  return (
    <Modal opened onClose={onClose} closeOnEscape={isTop} title="Record how costs were divided" size="lg">
      <DivisionForm accounts={accounts} onClose={onClose} />
    </Modal>
  );
}

function DivisionForm({ accounts, onClose }: AllocationModalProps): ReactNode {
  const [draft, setDraft] = useState<DivisionDraft>(newDivision(accounts));
  const [asked, setAsked] = useState(false);
  const allocate = useCommand('elections.allocate');
  const set = (part: Partial<DivisionDraft>): void => setDraft({ ...draft, ...part });

  const record = async (): Promise<void> => {
    setAsked(true);
    if (!draft.inBooks) return;
    const result = await allocate.run(divisionInput(draft));
    if (result?.ok !== true) return;
    notifications.show({ color: 'hedge', message: 'Recorded: how costs were divided' });
    onClose();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      <Stack gap="md">
        <Text size="sm">
          Record only what your own books show already. A rule for all accounts had to be written down before
          1 January 2025 (Rev. Proc. 2024-28). If you never made one, leave this as it is. A division lot by
          lot is recorded in the terminal: hedgerow lots allocate.
        </Text>
        <Select
          label="Each account is filled with"
          data={divisionOrders.map((value) => ({ value, label: methodWords[value].uses }))}
          value={draft.order}
          onChange={(order) => order !== null && set({ order: order as DivisionOrder })}
          allowDeselect={false}
          data-autofocus
        />
        <AccountsInOrder accounts={draft.accounts} onChange={(next) => set({ accounts: next })} />
        <Checkbox
          label="My own books show this division, made before 1 January 2025"
          checked={draft.inBooks}
          error={asked && !draft.inBooks ? 'Without such books it does not count: do not record it' : null}
          onChange={(event) => set({ inBooks: event.currentTarget.checked })}
        />
        <WhatIsRecorded sentences={divisionSentences(draft)} />
        {allocate.failure !== null && <Failure failure={allocate.failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={allocate.busy}>
            Record this division
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface AccountsInOrderProps {
  readonly accounts: readonly OrderAccount[];
  onChange(accounts: readonly OrderAccount[]): void;
}

function AccountsInOrder({ accounts, onChange }: AccountsInOrderProps): ReactNode {
  return (
    <div>
      <Text size="sm" fw={600} mb={4} id="accounts-in-order">
        In this order
      </Text>
      <ol className={classes.inOrder} aria-labelledby="accounts-in-order">
        {accounts.map(({ account, accountName }, index) => (
          <li key={account}>
            <Text span size="sm">
              {index + 1}. {accountName}
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${accountName} earlier`}
              disabled={index === 0}
              onClick={() => onChange(moved(accounts, index, -1))}
            >
              <IconArrowUp size={16} aria-hidden="true" />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${accountName} later`}
              disabled={index === accounts.length - 1}
              onClick={() => onChange(moved(accounts, index, 1))}
            >
              <IconArrowDown size={16} aria-hidden="true" />
            </ActionIcon>
          </li>
        ))}
      </ol>
    </div>
  );
}
