import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './holdings.module.css';

/** The row of a file that a figure comes from; a typed entry has no line. */
export function SourceText({ file, line }: { readonly file: string; readonly line: number }): ReactNode {
  const words = line === 0 ? file : `${file}, line ${line}`;
  return (
    <Text span size="xs" c="dimmed" className={classes.source} title={words}>
      {line === 0 ? file : `line ${line} of ${file}`}
    </Text>
  );
}
