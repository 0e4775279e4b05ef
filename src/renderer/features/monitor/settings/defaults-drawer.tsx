import { Drawer, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLayer } from '../../../ui/layers.ts';
import { ThresholdsForm } from './thresholds-form.tsx';
import type { Thresholds } from './thresholds-draft.ts';

export interface DefaultsDrawerProps {
  readonly opened: boolean;
  readonly thresholds: Thresholds;
  onClose(): void;
}

/** When to warn about every hedge that has no limits of its own. */
export function DefaultsDrawer({ opened, thresholds, onClose }: DefaultsDrawerProps): ReactNode {
  const isTop = useLayer(opened);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      closeOnEscape={isTop}
      position="right"
      size="lg"
      title="When to warn"
    >
      {opened && (
        <Stack gap="lg">
          <Text size="sm">
            These count for every hedge that has none of its own. Hedgerow looks only while it is open: it
            cannot call you.
          </Text>
          <ThresholdsForm of="default" thresholds={thresholds} own={false} onSaved={onClose} />
        </Stack>
      )}
    </Drawer>
  );
}
