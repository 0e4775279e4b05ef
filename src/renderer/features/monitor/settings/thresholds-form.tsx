import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../../rpc/use-command.ts';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { Failure } from '../../../ui/states.tsx';
import { checkThresholds, draftOf, thresholdFields, type Thresholds } from './thresholds-draft.ts';
import classes from '../monitor.module.css';

export interface ThresholdsFormProps {
  /** A leg, a position, or "default". */
  readonly of: string;
  readonly thresholds: Thresholds;
  /** They are set for this one alone. */
  readonly own: boolean;
  onSaved?(): void;
}

/** When Hedgerow warns. A new set of stored ones starts the form anew. */
export function ThresholdsForm(props: ThresholdsFormProps): ReactNode {
  return <Form key={`${props.of} ${JSON.stringify(props.thresholds)}`} {...props} />;
}

function Form({ of, thresholds, own, onSaved }: ThresholdsFormProps): ReactNode {
  const [draft, setDraft] = useState(() => draftOf(thresholds));
  const set = useCommand('monitor.setThresholds');
  const { value, errors, changed } = checkThresholds(draft, thresholds);
  const isDefault = of === 'default';

  const save = async (next: typeof value): Promise<void> => {
    const result = await set.run({ of, thresholds: next });
    if (result?.ok !== true) return;
    notifications.show({ message: 'Saved: the list follows it from now on', color: 'hedge' });
    onSaved?.();
  };

  return (
    <form
      aria-label="When to warn"
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== null && changed) void save(value);
      }}
    >
      <Stack gap="md">
        {!isDefault && (
          <div>
            <Title order={3}>When to warn about this hedge</Title>
            <Text size="sm" c="dimmed">
              {own ? 'Set for this hedge alone.' : 'As for all hedges, until you set others here.'}
            </Text>
          </div>
        )}
        <div className={classes.fields}>
          {thresholdFields.map(({ key, label, about, unit }) => (
            <DecimalInput
              key={key}
              label={label}
              description={about}
              unit={unit}
              value={draft[key]}
              onChange={(text) => setDraft({ ...draft, [key]: text })}
              error={errors[key]}
            />
          ))}
        </div>
        {set.failure !== null && <Failure failure={set.failure} />}
        <Group justify="flex-end">
          {own && (
            <Button variant="default" loading={set.busy} onClick={() => void save(null)}>
              {isDefault ? 'Back to Hedgerow’s own' : 'Back to those for all hedges'}
            </Button>
          )}
          <Button type="submit" loading={set.busy} disabled={value === null || !changed}>
            Save when to warn
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
