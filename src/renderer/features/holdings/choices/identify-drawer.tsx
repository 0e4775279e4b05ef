import { Button, Drawer, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { useHideAmounts } from '../../../ui/hide-amounts.tsx';
import { useLayer } from '../../../ui/layers.ts';
import { Answer, EmptyState } from '../../../ui/states.tsx';
import { hasLots } from '../view-model.ts';
import { IdentifyForm } from './identify-form.tsx';

export interface IdentifyDrawerProps {
  readonly opened: boolean;
  /** What is chosen at first, if anything. */
  readonly asset: string | null;
  readonly account: string | null;
  onClose(): void;
}

/** Names the lots that the next sale is of. */
export function IdentifyDrawer({ opened, onClose, ...first }: IdentifyDrawerProps): ReactNode {
  const isTop = useLayer(opened);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      closeOnEscape={isTop}
      position="right"
      size={820}
      title="Choose lots for the next sale"
    >
      {opened && <Content {...first} onClose={onClose} />}
    </Drawer>
  );
}

function Content({ onClose, ...first }: Omit<IdentifyDrawerProps, 'opened'>): ReactNode {
  const { hidden, toggle } = useHideAmounts();
  const held = useCall('holdings.read', {});
  const choices = useCall('elections.read', {});
  if (hidden) {
    return (
      <Stack align="flex-start">
        <Text size="sm">Amounts are hidden, and quantities are what is chosen here.</Text>
        <Button onClick={toggle}>Show amounts</Button>
      </Stack>
    );
  }
  return (
    <Answer of={held} what="Reading your holdings">
      {({ holdings }) => (
        <Answer of={choices} what="Reading your accounts">
          {(onRecord) =>
            holdings.some(hasLots) ? (
              <IdentifyForm {...first} holdings={holdings} onRecord={onRecord} onClose={onClose} />
            ) : (
              <EmptyState title="No lots to choose from">
                Once you hold coins, you can say here which of them the next sale is of.
              </EmptyState>
            )
          }
        </Answer>
      )}
    </Answer>
  );
}
