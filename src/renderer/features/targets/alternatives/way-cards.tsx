import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { WayActions } from './way-actions.tsx';
import { WayHead, type WaysShownProps } from './way-head.tsx';
import { bestOf } from './view-model.ts';
import classes from './alternatives.module.css';

/** The ways as cards beneath each other, where the window is too narrow for columns. */
export function WayCards({ answer, ask, lines }: WaysShownProps): ReactNode {
  const best = bestOf(answer);
  return (
    <ul className={classes.cards} aria-label="Ways back">
      {answer.alternatives.map((way) => (
        <li key={way.kind} className={classes.card} data-best={way === best || undefined}>
          <div>
            <WayHead way={way} isBest={way === best} />
          </div>
          {way.possible && (
            <dl className={classes.lines}>
              {lines.map((line) => (
                <CardLine key={line.key} label={line.label} isTotal={line.isTotal === true}>
                  {line.cell(way, best)}
                </CardLine>
              ))}
            </dl>
          )}
          <WayActions way={way} ask={ask} />
        </li>
      ))}
    </ul>
  );
}

interface CardLineProps {
  readonly label: ReactNode;
  readonly isTotal: boolean;
  readonly children: ReactNode;
}

function CardLine({ label, isTotal, children }: CardLineProps): ReactNode {
  return (
    <>
      <Text component="dt" fw={isTotal ? 600 : 400}>
        {label}
      </Text>
      <Text component="dd" fw={isTotal ? 600 : 400}>
        {children}
      </Text>
    </>
  );
}
