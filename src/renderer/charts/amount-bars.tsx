import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { amountBars } from './amount-bars-geometry.ts';
import classes from './bars.module.css';

export interface AmountRow {
  readonly key: string;
  readonly name: ReactNode;
  /** Signed decimal text; null: not known. */
  readonly amount: string | null;
  /** The row that the others are held against. */
  readonly strong?: boolean;
}

export interface AmountBarsProps {
  readonly rows: readonly AmountRow[];
  /** Writes an amount through one of the number components. */
  readonly figure: (amount: string | null) => ReactNode;
}

/** Amounts beneath each other on one scale; hatched where negative. The table twin says the same. */
export function AmountBars({ rows, figure }: AmountBarsProps): ReactNode {
  const { zero, bars } = amountBars(rows.map(({ amount }) => amount));
  return (
    <div className={classes.chart} aria-hidden="true">
      {rows.map(({ key, name, amount, strong = false }, index) => {
        const bar = bars[index];
        return (
          <div key={key} className={classes.row}>
            <Text size="sm" fw={strong ? 600 : 400}>
              {name}
            </Text>
            <div className={classes.track}>
              <div className={classes.zero} style={{ left: `${zero}%` }} />
              {bar !== null && bar !== undefined && (
                <div
                  className={classes.bar}
                  data-part={amount?.startsWith('-') === true ? 'less' : strong ? 'strong' : 'more'}
                  style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
                />
              )}
            </div>
            <Text size="sm" ta="right" className={classes.figure} fw={strong ? 600 : 400}>
              {figure(amount)}
            </Text>
          </div>
        );
      })}
    </div>
  );
}
