import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

export interface HeadlineFigureProps {
  readonly label: ReactNode;
  /** The number, through one of the number components. */
  readonly children: ReactNode;
  /** A word or two beneath. */
  readonly note?: ReactNode;
}

/** One large number with its name above it. Stands inside a `<dl>`. */
export function HeadlineFigure({ label, children, note }: HeadlineFigureProps): ReactNode {
  return (
    <div>
      <Text
        component="dt"
        size="sm"
        c="dimmed"
        style={{ display: 'flex', alignItems: 'center', gap: '0.3em', minHeight: 28 }}
      >
        {label}
      </Text>
      <Text component="dd" m={0} fz={24} fw={600} lh={1.3}>
        {children}
      </Text>
      {note !== undefined && (
        <Text component="dd" m={0} size="sm" c="dimmed">
          {note}
        </Text>
      )}
    </div>
  );
}
