import { Badge, Group, Text, Title } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import classes from './what-if.module.css';

export interface WhatIfProps {
  readonly title: string;
  readonly about: ReactNode;
  readonly children: ReactNode;
}

/** Figures that are supposed, not held: framed and titled, so that nobody takes them for the ledger. */
export function WhatIf({ title, about, children }: WhatIfProps): ReactNode {
  const id = useId();
  return (
    <section className={classes.frame} aria-labelledby={id}>
      <Group className={classes.head} gap="sm">
        <Badge
          color="orange"
          variant="light"
          tt="none"
          size="lg"
          leftSection={<IconWand size={14} aria-hidden="true" />}
        >
          What if
        </Badge>
        <Title order={2} id={id} size="h4">
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {about}
        </Text>
      </Group>
      <div className={classes.body}>{children}</div>
    </section>
  );
}
