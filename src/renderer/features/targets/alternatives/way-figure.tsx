import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ExplainTrace } from '../../../ui/explain-trace.tsx';
import { MoneyText } from '../../../ui/numbers.tsx';
import { differenceFrom, traceOf, wayNames, type FigureKey, type Way } from './view-model.ts';
import classes from './alternatives.module.css';

export interface WayFigureProps {
  readonly way: Way;
  readonly best: Way | undefined;
  readonly figure: FigureKey;
  /** What the figure is called. */
  readonly of: string;
  readonly currency: string;
  /** Says how much it is off the best way's. */
  readonly compared: boolean;
}

/** A figure of a way with how it is computed, and how it differs from the best way's. */
export function WayFigure({ way, best, figure, of, currency, compared }: WayFigureProps): ReactNode {
  const value = <MoneyText value={way[figure]} currency={currency} />;
  const trace = traceOf(way, figure);
  return (
    <>
      {trace === null ? (
        <span className={classes.untraced}>{value}</span>
      ) : (
        <ExplainTrace trace={trace} of={`${of}, ${wayNames[way.kind]}`}>
          {value}
        </ExplainTrace>
      )}
      {compared && <Differs way={way} best={best} figure={figure} currency={currency} />}
    </>
  );
}

function Differs({ way, best, figure, currency }: Omit<WayFigureProps, 'of' | 'compared'>): ReactNode {
  const difference = differenceFrom(way, best, figure);
  if (difference === null) return null;
  return (
    <Text size="xs" c="dimmed" className={classes.differs}>
      {difference === 'same' ? (
        'the same'
      ) : (
        <>
          <span aria-hidden="true">{difference.than === 'more' ? '▲ ' : '▼ '}</span>
          <MoneyText value={difference.by} currency={currency} /> {difference.than}
        </>
      )}
    </Text>
  );
}
