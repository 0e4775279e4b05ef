import type { ReactNode } from 'react';
import classes from './stale.module.css';

export interface StaleProps {
  /** Newer figures are on their way, or something above cannot be read. */
  readonly is: boolean;
  readonly children: ReactNode;
}

/** Figures of what was asked before stay in view, marked by a dashed frame. */
export function Stale({ is, children }: StaleProps): ReactNode {
  return (
    <div aria-busy={is} className={is ? classes.stale : undefined}>
      {children}
    </div>
  );
}
