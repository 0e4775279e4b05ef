import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './holdings.module.css';

export interface SourceTextProps {
  readonly file: string;
  readonly line: number;
  /** Shortened more where the window is small: in tables that need the room for figures. */
  readonly narrow?: boolean;
}

/** The row of a file that a figure comes from; a typed entry has no line. */
export function SourceText({ file, line, narrow = false }: SourceTextProps): ReactNode {
  return (
    <span
      className={classes.source}
      data-narrow={narrow || undefined}
      title={line === 0 ? file : `${file}, line ${line}`}
    >
      {line > 0 && (
        <Text component="span" size="xs" className={classes.sourceLine}>
          line {line}
        </Text>
      )}
      <Text component="span" size="xs" c="dimmed" className={classes.sourceLine}>
        {file}
      </Text>
    </span>
  );
}
