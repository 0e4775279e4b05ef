import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { pathDots } from './path-dots-geometry.ts';
import classes from './path-dots.module.css';

export interface DotGroup {
  readonly key: string;
  readonly title: ReactNode;
  readonly rows: readonly {
    readonly name: string;
    /** Decimal text. */
    readonly amount: string;
    /** The most of the group. */
    readonly isBest: boolean;
  }[];
}

export interface PathDotsProps {
  readonly groups: readonly DotGroup[];
  readonly figure: (amount: string) => ReactNode;
}

/** Amounts of the same ways under several assumptions: further right is more. The table twin says the same. */
export function PathDots({ groups, figure }: PathDotsProps): ReactNode {
  return (
    <div className={classes.groups} aria-hidden="true">
      {groups.map(({ key, title, rows }) => {
        const dots = pathDots(rows.map(({ amount }) => amount));
        return (
          <div key={key}>
            <Text size="sm" fw={600} mb={4}>
              {title}
            </Text>
            <div className={classes.group}>
              {rows.map(({ name, amount, isBest }, index) => (
                <div key={name} className={classes.row} data-best={isBest || undefined}>
                  <Text size="xs">{name}</Text>
                  <div className={classes.track}>
                    <i className={classes.dot} style={{ left: `${dots[index] ?? 50}%` }} />
                  </div>
                  <Text size="xs" ta="right" className={classes.figure}>
                    {isBest && '★ '}
                    {figure(amount)}
                  </Text>
                </div>
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}
