import { Alert, Button, Group, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { listed } from '../../../ui/listed.ts';
import { useNavigation } from '../../../ui/navigation.tsx';

/** Saved exit plans are not in the figures of the tax years: that is said, with the way to theirs. */
export function ExitPlansApart(): ReactNode {
  const { go } = useNavigation();
  const { data } = useCall('exit.list', {});
  const standing = (data?.plans ?? []).filter(
    ({ dropped, replacedBy }) => dropped === null && replacedBy === null,
  );
  const [first] = standing;
  if (first === undefined) return null;
  const names = listed(standing.map(({ name }) => `“${name}”`));
  return (
    <Alert color="yellow" icon={<IconInfoCircle aria-hidden="true" />} title="Without your exit plans">
      <Group justify="space-between">
        <Text size="sm">
          “Your plan” here is the hedges that you saved. {names}{' '}
          {standing.length === 1 ? 'is not counted in' : 'are not counted in'} these figures: the tax with it
          stands on the close-out sheet, under “Plan and actual”.
        </Text>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => go('plan', { tab: 'close-out', exit: first.id })}
        >
          Open the sheet
        </Button>
      </Group>
    </Alert>
  );
}
