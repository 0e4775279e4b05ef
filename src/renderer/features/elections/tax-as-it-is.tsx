import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { MoneyText } from '../../ui/numbers.tsx';
import { useNavigation } from '../../ui/navigation.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TaskProgressBar } from '../../ui/task-progress.tsx';
import { Issues } from '../../ui/issues.tsx';
import type { EffectsState } from './use-effects.ts';

/** The tax that every answer is held against, and how far the working out is. */
export function TaxAsItIs({
  effects: { all, done, count, of },
}: {
  readonly effects: EffectsState;
}): ReactNode {
  const { go } = useNavigation();
  const failed = Object.values(of).find(({ failure }) => failure !== null)?.failure ?? null;
  if (count === 0) return null;
  return (
    <Panel
      title="What your answers change"
      about="Each answer is worked out with your own ledger, all others left as they are. Two answers together can do more or less than the sum."
    >
      {all !== null && all.firstYear === null && (
        <Group justify="space-between">
          <Text size="sm">Enter your tax details, and each answer says what it changes in money.</Text>
          <Button variant="default" onClick={() => go('plan', { profile: 'open' })}>
            Enter your tax details
          </Button>
        </Group>
      )}
      {all !== null && all.total !== null && (
        <Text>
          Tax of {all.firstYear === all.lastYear ? all.firstYear : `${all.firstYear} to ${all.lastYear}`}{' '}
          together, as you have chosen: <MoneyText value={all.total} currency={all.currency} />
        </Text>
      )}
      {done < count && (
        <div style={{ marginTop: 12 }}>
          <TaskProgressBar
            what="Working out what each answer changes"
            progress={{ phase: 'Working out what each answer changes', done, total: count, elapsedMs: 0 }}
            unit="questions"
          />
        </div>
      )}
      {failed !== null && (
        <Alert mt="sm" color="yellow" title="Some answers could not be worked out">
          {failed.message} {failed.fix}
        </Alert>
      )}
      {all !== null && all.issues.length > 0 && <Issues issues={all.issues} />}
    </Panel>
  );
}
