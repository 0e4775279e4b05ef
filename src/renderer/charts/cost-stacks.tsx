import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { costStacks, type CostStack } from './cost-stacks-geometry.ts';
import classes from './cost-stacks.module.css';

export interface CostStacksProps {
  readonly stacks: readonly CostStack[];
  /** What stands at the end of each bar, one a stack. */
  readonly totals: readonly ReactNode[];
}

/** What each way costs, made of its parts; each part has its own pattern. The table twin says the same. */
export function CostStacks({ stacks, totals }: CostStacksProps): ReactNode {
  const shape = costStacks(stacks);
  const names = (stacks[0]?.parts ?? []).filter((_, index) =>
    shape.stacks.some((bars) => bars[index] !== null),
  );
  return (
    <div className={classes.chart} aria-hidden="true">
      <div className={classes.legend}>
        {names.map(({ part, name }) => (
          <span key={part}>
            <i className={classes.swatch} data-part={part} /> {name}
          </span>
        ))}
      </div>
      {stacks.map(({ name, parts }, row) => (
        <div key={name} className={classes.row}>
          <Text size="sm">{name}</Text>
          <div className={classes.track}>
            {parts.map(({ part }, index) => {
              const bar = shape.stacks[row]?.[index];
              return bar === null || bar === undefined ? null : (
                <div
                  key={part}
                  className={classes.bar}
                  data-part={part}
                  style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
                />
              );
            })}
            <div className={classes.zero} style={{ left: `${shape.zero}%` }} />
          </div>
          <Text size="sm" ta="right" className={classes.figure}>
            {totals[row]}
          </Text>
        </div>
      ))}
    </div>
  );
}
