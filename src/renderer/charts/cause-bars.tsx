import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { causeBars } from './cause-bars-geometry.ts';
import type { Bar } from './waterfall-geometry.ts';
import classes from './bars.module.css';

export interface CauseRow {
  readonly name: string;
  /** Signed decimal text. */
  readonly amount: string;
}

export interface CauseBarsProps {
  readonly from: CauseRow;
  /** `from` and all of them add up to `to`. */
  readonly causes: readonly CauseRow[];
  readonly to: CauseRow;
  /** Writes an amount through one of the number components; `signed` for what was added or taken off. */
  readonly figure: (amount: string, signed: boolean) => ReactNode;
}

/** From what it was to what it is, cause by cause. The table twin says the same. */
export function CauseBars({ from, causes, to, figure }: CauseBarsProps): ReactNode {
  const shape = causeBars(
    from.amount,
    causes.map(({ amount }) => amount),
    to.amount,
  );
  return (
    <div className={`${classes.chart} ${classes.causes}`} aria-hidden="true">
      <Row name={from.name} bar={shape.start} part="whole" zero={shape.zero}>
        {figure(from.amount, false)}
      </Row>
      {causes.map(({ name, amount }, index) => {
        const bar = shape.causes[index];
        return bar === undefined ? null : (
          <Row
            key={name}
            name={name}
            bar={bar}
            part={amount.startsWith('-') ? 'less' : 'more'}
            zero={shape.zero}
          >
            {figure(amount, true)}
          </Row>
        );
      })}
      <Row name={to.name} bar={shape.end} part="whole" zero={shape.zero}>
        {figure(to.amount, false)}
      </Row>
    </div>
  );
}

interface RowProps {
  readonly name: string;
  readonly bar: Bar;
  readonly part: 'whole' | 'more' | 'less';
  readonly zero: number;
  readonly children: ReactNode;
}

function Row({ name, bar, part, zero, children }: RowProps): ReactNode {
  return (
    <div className={classes.row}>
      <Text size="sm" fw={part === 'whole' ? 600 : 400}>
        {name}
      </Text>
      <div className={classes.track}>
        <div className={classes.zero} style={{ left: `${zero}%` }} />
        <div
          className={classes.bar}
          data-part={part}
          style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
        />
      </div>
      <Text size="sm" ta="right" className={classes.figure} fw={part === 'whole' ? 600 : 400}>
        {children}
      </Text>
    </div>
  );
}
