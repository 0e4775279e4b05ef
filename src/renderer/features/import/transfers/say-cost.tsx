import { Button, Popover, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useTask } from '../../../rpc/use-task.ts';
import { readEntry } from '../../../ui/decimal-entry.ts';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { Failure } from '../../../ui/states.tsx';
import type { Arrival } from './transfer-rows.ts';

/** What coins that came from nowhere did cost, where no file will ever say it. */
export function SayCost({ arrival }: { readonly arrival: Arrival }): ReactNode {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus width={300} shadow="md" position="bottom-end">
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Say what it cost: ${arrival.where}`}
          onClick={() => setOpened(true)}
        >
          Say what it cost
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="What it cost">
        <CostForm arrival={arrival} onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function CostForm({ arrival, onDone }: { readonly arrival: Arrival; onDone(): void }): ReactNode {
  const { run, busy, failure } = useTask('transfers.cost');
  const [typed, setTyped] = useState('');
  const [acquired, setAcquired] = useState(arrival.time.slice(0, 10));
  const cost = readEntry(typed, {});
  const save = async (): Promise<void> => {
    if (!cost.ok) return;
    const result = await run({ arrival: arrival.event, cost: cost.value, acquired });
    if (result?.ok !== true) return;
    onDone();
    notifications.show({
      title: 'The cost is known',
      message: 'It stands under "Imported so far", where Undo takes it back.',
      autoClose: 10_000,
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        <DecimalInput
          label="What all of it cost"
          description="With fees, on the day it was bought."
          unit="USD"
          value={typed}
          onChange={setTyped}
          error={cost.ok ? null : cost.error}
          data-autofocus
        />
        <TextInput
          label="Bought on"
          type="date"
          value={acquired}
          onChange={(event) => setAcquired(event.currentTarget.value)}
        />
        {failure !== null && <Failure failure={failure} />}
        <Button type="submit" size="xs" loading={busy} disabled={!cost.ok || acquired === ''}>
          Use this
        </Button>
      </Stack>
    </form>
  );
}
