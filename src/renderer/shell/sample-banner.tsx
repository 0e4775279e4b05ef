import { Button, Group, Text } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './shell.module.css';

/** Says on every screen that these trades are invented; one click leaves them. */
export function SampleBanner({ onDiscard }: { onDiscard(): void }): ReactNode {
  return (
    <Group
      component="aside"
      aria-label="Sample ledger"
      className={classes.sample}
      justify="space-between"
      px="lg"
      py={6}
    >
      <Group gap="xs">
        <IconFlask size={18} aria-hidden="true" />
        <Text size="sm">
          <strong>This is the sample ledger.</strong> Its trades are invented: try anything, nothing of yours
          is here.
        </Text>
      </Group>
      <Button size="xs" variant="white" onClick={onDiscard}>
        Discard the sample
      </Button>
    </Group>
  );
}
