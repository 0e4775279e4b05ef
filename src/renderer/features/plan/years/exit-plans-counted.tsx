import { Alert, Button, Group, Stack, Switch } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { listed } from '../../../ui/listed.ts';
import { useNavigation } from '../../../ui/navigation.tsx';
import type { Projection } from './projection.ts';

export interface ExitPlansCountedProps {
  readonly of: Projection['exitPlans'];
  readonly on: boolean;
  onChange(on: boolean): void;
}

/** Whether saved exit plans are in the figures of the years; those that cannot be say why. Nothing where none is saved. */
export function ExitPlansCounted({ of: { counted, apart }, on, onChange }: ExitPlansCountedProps): ReactNode {
  const names = listed(counted.map(({ name }) => `“${name}”`));
  if (on && counted.length + apart.length === 0) return null;
  return (
    <Stack gap="sm">
      <Switch
        label="With saved exit plans"
        description={
          on
            ? names === ''
              ? 'None can be counted'
              : `${names}: what came in counts as done, the rest on its days`
            : 'Left out: the hedges that you saved alone'
        }
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {on && apart.map((plan) => <Apart key={plan.plan} plan={plan} />)}
    </Stack>
  );
}

function Apart({ plan }: { readonly plan: Projection['exitPlans']['apart'][number] }): ReactNode {
  const { go } = useNavigation();
  return (
    <Alert
      color="yellow"
      icon={<IconInfoCircle aria-hidden="true" />}
      title={`“${plan.name}” is not counted in these figures`}
    >
      <Group justify="space-between">
        <Sentence>{plan.why}</Sentence>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => go('plan', { tab: 'close-out', exit: plan.plan })}
        >
          Open the sheet
        </Button>
      </Group>
    </Alert>
  );
}
