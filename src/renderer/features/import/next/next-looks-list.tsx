import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { useNavigation } from '../../../ui/navigation.tsx';
import { Failure, Loading } from '../../../ui/states.tsx';
import { failedCalls } from './failed-calls.ts';
import { nextLooks } from './next-looks.ts';

/** Where a look is worth it now that files are in; or that nothing needs one, where all of it could be looked at. */
export function NextLooksList(): ReactNode {
  const { go } = useNavigation();
  const calls = {
    review: useCall('imports.review', { limit: 1 }),
    reconcile: useCall('imports.reconcile', {}),
    coverage: useCall('imports.coverage', {}),
    transfers: useCall('transfers.read', {}),
    balances: useCall('holdings.balanceCheck', {}),
    prices: useCall('prices.read', {}),
  };
  if (Object.values(calls).some(({ isPending }) => isPending))
    return <Loading what="Looking at what needs you" />;
  const looks = nextLooks({
    review: calls.review.data,
    reconcile: calls.reconcile.data,
    coverage: calls.coverage.data,
    transfers: calls.transfers.data,
    balances: calls.balances.data,
    prices: calls.prices.data,
  });
  const failed = failedCalls(Object.values(calls));
  if (looks.length === 0 && failed.length === 0) {
    return (
      <Group gap="xs">
        <IconCircleCheck size={20} aria-hidden="true" color="var(--hedgerow-gain)" />
        <Text size="sm">
          Every line is accounted for: no gap, no difference, no row to review, no price missing.
        </Text>
      </Group>
    );
  }
  return (
    <Stack gap="sm">
      {looks.length > 0 && (
        <Group component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
          {looks.map(({ tab, words }) => (
            <li key={words}>
              <Button size="compact-sm" variant="default" onClick={() => go('import', { tab })}>
                {words}
              </Button>
            </li>
          ))}
        </Group>
      )}
      {failed.map(({ failure, retry }) => (
        <Failure key={failure.message} failure={failure} onRetry={retry} />
      ))}
    </Stack>
  );
}
