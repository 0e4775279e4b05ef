import { Button, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../../rpc/use-command.ts';
import { readEntry } from '../../../ui/decimal-entry.ts';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { useHideAmounts } from '../../../ui/hide-amounts.tsx';
import { Failure } from '../../../ui/states.tsx';
import { Term } from '../../../ui/term.tsx';
import type { Row } from '../view-model.ts';

export interface MarginFormProps {
  readonly position: string;
  readonly margin: Row['margin'];
  readonly settleAsset: string;
}

/** How the exchange holds the margin: its export does not say it, and the forced close depends on it. */
export function MarginForm({ position, margin, settleAsset }: MarginFormProps): ReactNode {
  const { hidden } = useHideAmounts();
  const set = useCommand('hedge.setMargin');
  const [mode, setMode] = useState<'cross' | 'isolated' | null>(margin.mode);
  const [typed, setTyped] = useState('');
  const entry = readEntry(typed, { zero: false });
  const isolated = mode === 'isolated' && entry.ok ? entry.value : null;
  const ready = mode === 'cross' || isolated !== null;

  const save = async (): Promise<void> => {
    if (mode === null || !ready) return;
    const result = await set.run({ position, mode, isolatedMargin: isolated });
    if (result?.ok === true) notifications.show({ message: 'Margin mode saved', color: 'hedge' });
  };

  return (
    <form
      aria-label="Margin mode"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        <div>
          <Title order={3}>How the exchange holds its margin</Title>
          <Text size="sm" c="dimmed">
            <Term id="margin-mode">Cross or isolated</Term>: exports do not say it. Look at the position at
            your exchange; the forced close depends on it.
          </Text>
        </div>
        <Radio.Group
          aria-label="Margin mode"
          value={mode}
          onChange={(value) => setMode(value === 'isolated' ? 'isolated' : 'cross')}
        >
          <Stack gap="xs">
            <Radio
              value="cross"
              label="Cross: all money of the account stands for it"
              description="The usual setting"
            />
            <Radio
              value="isolated"
              label="Isolated: only what was set aside for it"
              description="It is closed when that is used up; the rest of the account is safe"
            />
          </Stack>
        </Radio.Group>
        {mode === 'isolated' && (
          <DecimalInput
            label="Set aside for it"
            description="Without the open profit, as the exchange shows it"
            unit={settleAsset}
            value={hidden ? '' : typed}
            disabled={hidden}
            placeholder={hidden ? 'Show amounts first' : ''}
            onChange={setTyped}
            error={entry.ok ? undefined : entry.error}
            maw={280}
          />
        )}
        {set.failure !== null && <Failure failure={set.failure} />}
        <Group justify="flex-end">
          <Button type="submit" loading={set.busy} disabled={!ready}>
            Save the margin mode
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
