import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface LegPartProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
}

/** One of the things to know of a leg. */
export function LegPart({ title, children }: LegPartProps): ReactNode {
  return (
    <section>
      <Title order={4} size="h5" mb="xs">
        {title}
      </Title>
      <Stack gap="xs">{children}</Stack>
    </section>
  );
}
